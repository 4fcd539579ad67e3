import type {
  AgainstReport,
  AuditReport,
  KpiReportRow,
  StandardRow,
  VerdictChange,
} from '../audit/report.ts';
import { timelinessRate } from '../kpi/timeliness-rate.ts';
import { formatCount, formatInstant, formatPercent, localText } from './format.ts';
import { safeText } from './safe-text.ts';
import { plain, right, type Section, type SectionOptions, type Tone, type ToneCell } from './section.ts';
import type { Words } from './words.ts';

const CHANGES_SHOWN = 20;

/** What other rules make of the same cases: figures side by side, then what differs. */
export function againstSections(report: AuditReport, options: SectionOptions): Section[] {
  const { against } = report;
  if (against === undefined) return [];
  return [
    standardsBeside(report, against, options),
    ...kpisBeside(report, against, options),
    changesSection(against, options),
  ];
}

function standardsBeside(
  report: AuditReport,
  { policy, cases, standards }: AgainstReport,
  { words, locale }: SectionOptions,
): Section {
  const rows = beside(report.standards, standards).map(([ours, theirs]) => {
    const { id } = (theirs ?? ours) as StandardRow;
    const [before, after] = [timelyOf(ours), timelyOf(theirs)];
    return [
      plain(safeText(id)),
      plain(localText(theirs?.title ?? ours?.title ?? null, locale), 'dim'),
      changeCell(ours?.runs, theirs?.runs, formatCount),
      changeCell(breachedOf(ours), breachedOf(theirs), formatCount),
      changeCell(before, after, formatPercent, toneOf(before, after)),
    ];
  });
  const names = policy.map(({ id, version }) => safeText(`${id} ${version}`)).join(', ');
  return {
    title: words.against(names),
    table: {
      columns: [
        { head: words.standard, min: 12, cut: 'middle' },
        { head: words.title, min: 12, spare: 2 },
        right(words.runs),
        right(words.breached),
        right(words.timely),
      ],
      rows,
    },
    notes: [
      words.againstCases(formatCount(cases.differing), formatCount(cases.assessed)),
      ...(cases.rejected > 0 ? [words.againstRejected(formatCount(cases.rejected))] : []),
    ],
  };
}

function kpisBeside(
  { kpis }: AuditReport,
  against: AgainstReport,
  { words, locale }: SectionOptions,
): Section[] {
  const pairs = beside(kpisOf(kpis), kpisOf(against.kpis));
  if (pairs.length === 0) return [];
  const rows = pairs.map(([ours, theirs]) => [
    plain(safeText((theirs ?? ours)!.id)),
    plain(localText(theirs?.title ?? ours?.title ?? null, locale), 'dim'),
    changeCell(ours?.goal, theirs?.goal, (goal) => goal),
    changeCell(metOf(ours, words), metOf(theirs, words), (met) => met),
  ]);
  const columns = [
    { head: words.kpi, min: 16, cut: 'middle' as const },
    { head: words.title, min: 12, spare: 3 },
    right(words.goal),
    right(words.goalsMet),
  ];
  return [{ table: { columns, rows } }];
}

function changesSection({ changes }: AgainstReport, options: SectionOptions): Section {
  const { words, timeZone } = options;
  if (changes.length === 0) return { title: words.changes, notes: [words.noChanges] };
  const shown = changes.slice(0, CHANGES_SHOWN);
  const columns = [
    right(words.runs),
    { head: words.standard, min: 12, cut: 'middle' as const },
    { head: words.status },
    { head: words.example, min: 24, spare: 1 },
  ];
  const rows = shown.map((change) => [
    plain(formatCount(change.runs)),
    plain(safeText(change.standard)),
    plain(words.changed(statusOf(change.status, words), statusOf(change.against, words))),
    plain(examplesOf(change, options), 'dim'),
  ]);
  const left = changes.length - shown.length;
  const notes = [words.times(timeZone), ...(left > 0 ? [words.moreChanges(left)] : [])];
  return { title: words.changes, table: { columns, rows }, notes };
}

const statusOf = (status: VerdictChange['status'], words: Words) =>
  status === null ? words.noRun : words[status];

function examplesOf({ examples }: VerdictChange, { words, timeZone }: SectionOptions): string {
  const [first, ...others] = examples;
  if (first === undefined) return '';
  const instant = (iso: string | null) => (iso === null ? '-' : formatInstant(iso, timeZone));
  const dues = words.changed(instant(first.due), instant(first.againstDue));
  const due = first.due === null && first.againstDue === null ? '' : ` (${words.due} ${dues})`;
  return safeText([first.case + due, ...others.map((example) => example.case)].join(words.places.gap));
}

/** The parts of both sides by id: ours in their order, then those that only the other side has. */
function beside<T extends { readonly id: string }>(
  ours: readonly T[],
  theirs: readonly T[],
): [ours: T | undefined, theirs: T | undefined][] {
  const left = new Map(theirs.map((part) => [part.id, part]));
  const pairs = ours.map((part): [T | undefined, T | undefined] => {
    const other = left.get(part.id);
    left.delete(part.id);
    return [part, other];
  });
  return [...pairs, ...[...left.values()].map((part): [undefined, T] => [undefined, part])];
}

interface KpiOverview {
  readonly id: string;
  readonly title: KpiReportRow['title'];
  readonly goal: string | null;
  readonly judged: number;
  readonly met: number;
}

/** Each KPI over all its periods, groups left out where there is a figure of the whole. */
function kpisOf(rows: readonly KpiReportRow[]): KpiOverview[] {
  const totalled = new Set(rows.flatMap(({ id, group }) => (group === null ? [id] : [])));
  const found = new Map<string, KpiOverview>();
  for (const { id, title, goal, met, group } of rows) {
    if (totalled.has(id) && group !== null) continue;
    const known = found.get(id) ?? { id, title, goal, judged: 0, met: 0 };
    found.set(id, {
      ...known,
      judged: known.judged + (met === null ? 0 : 1),
      met: known.met + (met === true ? 1 : 0),
    });
  }
  return [...found.values()];
}

const metOf = (kpi: KpiOverview | undefined, words: Words) =>
  kpi === undefined || kpi.judged === 0 ? null : words.ofPeriods(kpi.met, kpi.judged);

const breachedOf = (row: StandardRow | undefined) => row && row.late + row.overdue + row.broken;

function timelyOf(row: StandardRow | undefined): number | null {
  if (row === undefined) return null;
  const { met, late, overdue, pending, broken } = row;
  return timelinessRate({ onTime: met, late, overdue, pending, broken }).value;
}

function toneOf(before: number | null, after: number | null): Tone | undefined {
  if (before === null || after === null || before === after) return undefined;
  return after > before ? 'good' : 'bad';
}

/** What it is by the report's own policy and by the other rules; once where it is the same. */
function changeCell<T>(
  before: T | null | undefined,
  after: T | null | undefined,
  format: (value: T) => string,
  tone?: Tone,
): ToneCell {
  const text = (value: T | null | undefined) =>
    value === null || value === undefined ? '-' : safeText(format(value));
  const [one, other] = [text(before), text(after)];
  return plain(one === other ? one : `${one} → ${other}`, one === other ? 'dim' : tone);
}
