import type { AuditReport, Breach, CodeCount, StandardRow } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { timelinessRate } from '../kpi/timeliness-rate.ts';
import { againstSections } from './against-sections.ts';
import { codeText } from './code-text.ts';
import { formatCount, formatDuration, formatInstant, formatPercent, localText } from './format.ts';
import { kpiSections } from './kpi-sections.ts';
import { safeText } from './safe-text.ts';
import {
  plain,
  right,
  type Section,
  type SectionColumn,
  type SectionOptions,
  type Tone,
  type ToneCell,
} from './section.ts';
import type { Words } from './words.ts';

const BREACHES_SHOWN = 10;

/** The parts of a report in the order in which they are read. */
export function sectionsOf(report: AuditReport, options: SectionOptions): Section[] {
  return [
    headSection(report, options),
    standardsSection(report, options),
    ...kpiSections(report, options),
    ...escalationSections(report, options),
    breachSection(report, options),
    ...againstSections(report, options),
    codeSection(report.findings, options, { title: 'findings', none: 'noFindings' }),
    codeSection(report.rejects, options, { title: 'rejects', none: 'noRejects' }),
    ...provisionalSections(report, options),
  ];
}

const countCell = (count: number, tone?: Tone) => plain(formatCount(count), count === 0 ? 'dim' : tone);

export function headSection(report: AuditReport, { words, timeZone }: SectionOptions): Section {
  const policies = report.policy.map(({ id, version }) => safeText(`${id} ${version}`)).join(', ');
  const { cases, rows, range } = report;
  const lines: [string, string][] = [
    [words.audit, policies],
    [words.asOf, `${formatInstant(report.asOf, timeZone)} (${timeZone})`],
  ];
  if (range !== null) {
    const edge = (iso: string | null) => (iso === null ? null : formatInstant(iso, timeZone));
    const text = words.rangeText(safeText(range.event), edge(range.from), edge(range.to));
    const inside = words.inRange(formatCount(inRange(report)), formatCount(cases.assessed));
    lines.push([words.range, text + inside]);
  }
  lines.push([
    words.cases,
    balance(words, cases.read, [
      ['assessed', cases.assessed],
      ['rejected', cases.rejected],
      ['duplicate', cases.duplicate],
    ]),
  ]);
  if (rows !== null) {
    lines.push([
      words.rows,
      balance(words, rows.read, [
        ['used', rows.used],
        ['rejected', rows.rejected],
        ['duplicate', rows.duplicate],
      ]),
    ]);
  }
  return {
    table: {
      columns: [{ head: '' }, { head: '' }],
      rows: lines.map(([name, text]) => [plain(name, 'dim'), plain(text)]),
    },
    ...alarmOf(report, words),
  };
}

function alarmOf({ partial, cases, rows }: AuditReport, words: Words): Pick<Section, 'notes' | 'alarm'> {
  const nothing = cases.assessed === 0 && cases.rejected + (rows?.rejected ?? 0) > 0;
  const notes = [...(partial ? [words.partial] : []), ...(nothing ? [words.nothing] : [])];
  return notes.length === 0 ? {} : { notes, alarm: true };
}

/** Findings that say of an assessed case that it enters no figure, one of them a case. */
const outside: readonly string[] = ['audit.out-of-range', 'audit.no-range-event'];

function inRange({ cases, findings }: AuditReport): number {
  const left = findings.filter(({ code }) => outside.includes(code));
  return cases.assessed - left.reduce((sum, { count }) => sum + count, 0);
}

function balance(
  words: Words,
  read: number,
  parts: ['assessed' | 'used' | 'rejected' | 'duplicate', number][],
): string {
  const sum = parts.map(([name, count]) => `${formatCount(count)} ${words[name]}`).join(' + ');
  return `${formatCount(read)} ${words.read} = ${sum}`;
}

function standardsSection({ standards }: AuditReport, { words, locale }: SectionOptions): Section {
  // Where there is little room, a column of nothing but zeros goes first.
  const rightIfAny = (status: 'broken' | 'undetermined', head: string): SectionColumn =>
    standards.some((row) => row[status] > 0) ? right(head) : { ...right(head), spare: 1 };
  const columns: SectionColumn[] = [
    { head: words.standard, min: 12, cut: 'middle' },
    { head: words.title, min: 12, spare: 2 },
    right(words.runs),
    right(words.met),
    right(words.late),
    right(words.overdue),
    rightIfAny('broken', words.broken),
    right(words.pending),
    right(words.exempt),
    rightIfAny('undetermined', words.unclear),
    right(words.timely),
  ];
  const anySoft = standards.some(({ severity }) => severity === 'soft');
  return {
    title: words.standards,
    table: { columns, rows: standards.map((row) => standardCells(row, words, locale)) },
    notes: [
      { text: words.timelyNote(true), column: words.broken },
      { text: words.timelyNote(false), unless: words.broken },
      { text: words.unclearNote, column: words.unclear },
      ...(anySoft ? [words.softNote] : []),
    ],
  };
}

function standardCells(row: StandardRow, _words: Words, locale: Locale): ToneCell[] {
  const { met, late, overdue, pending, broken } = row;
  const { value } = timelinessRate({ onTime: met, late, overdue, pending, broken });
  const mark = row.severity === 'soft' ? '*' : '';
  return [
    plain(safeText(row.id) + mark),
    plain(localText(row.title, locale), 'dim'),
    countCell(row.runs),
    countCell(met),
    countCell(late, 'bad'),
    countCell(overdue, 'bad'),
    countCell(broken, 'bad'),
    countCell(pending),
    countCell(row.exempt),
    countCell(row.undetermined),
    value === null ? plain('-', 'dim') : plain(formatPercent(value)),
  ];
}

function escalationSections({ escalations }: AuditReport, { words }: SectionOptions): Section[] {
  if (escalations.length === 0) return [];
  const columns = [
    { head: words.ladder, min: 12 },
    { head: words.rung, min: 8 },
    right(words.level),
    ...(['taken', 'missed', 'cancelled', 'reached', 'upcoming'] as const).map((state) => right(words[state])),
  ];
  const rows = escalations.map((row) => [
    plain(safeText(row.ladder)),
    plain(safeText(row.rung)),
    plain(String(row.level)),
    countCell(row.taken),
    countCell(row.missed, 'bad'),
    countCell(row.cancelled),
    countCell(row.due),
    countCell(row.upcoming),
  ]);
  return [{ title: words.escalations, table: { columns, rows } }];
}

function breachSection(report: AuditReport, options: SectionOptions): Section {
  const { words, timeZone } = options;
  const all = report.standards.reduce((sum, { late, overdue, broken }) => sum + late + overdue + broken, 0);
  const byCase = worstByCase(report.breaches);
  const shown = byCase.slice(0, BREACHES_SHOWN);
  const title = words.worst(shown.length, formatCount(Math.max(all, report.breaches.length)));
  if (shown.length === 0) return { title, notes: [words.noBreaches] };
  const titled = shown.some(({ breach }) => breach.title !== null);
  const several = shown.some(({ more }) => more > 0);
  const columns: SectionColumn[] = [
    right(words.over),
    { head: words.case, min: 10, cut: 'middle' },
    ...(several ? [right(words.more)] : []),
    { head: words.standard, min: 12, cut: 'middle' },
    ...(titled ? [{ head: words.title, min: 10, spare: 4 }] : []),
    { head: words.status },
    { head: words.due },
    { head: words.done, spare: 3 },
    { head: words.owner, min: 6 },
    { head: words.clause, min: 8, spare: 2 },
  ];
  return {
    title,
    table: { columns, rows: shown.map((line) => breachCells(line, options, { titled, several })) },
    notes: [
      ...(several ? [{ text: words.moreNote(report.breaches.length), column: words.more }] : []),
      words.times(timeZone),
    ],
  };
}

/** The worst breach of a case, and how many more of it the report lists. */
export interface CaseBreach {
  readonly breach: Breach;
  readonly more: number;
}

/** One line a case: whoever broke one promise to a customer has often broken the others of that case too. */
export function worstByCase(breaches: readonly Breach[]): CaseBreach[] {
  const found = new Map<string, CaseBreach>();
  for (const breach of breaches) {
    // The organisation's own breaches are of no case; of each standard there is one line.
    const key = breach.case === '' ? `of ${breach.standard}` : `case ${breach.case}`;
    const { breach: worst, more } = found.get(key) ?? { breach, more: -1 };
    found.set(key, { breach: worst, more: more + 1 });
  }
  return [...found.values()];
}

function breachCells(
  { breach, more }: CaseBreach,
  { words, timeZone, locale }: SectionOptions,
  { titled, several }: { readonly titled: boolean; readonly several: boolean },
): ToneCell[] {
  const instant = (iso: string | null) =>
    iso === null ? plain('-', 'dim') : plain(formatInstant(iso, timeZone));
  return [
    breach.overMs === null ? plain('-', 'dim') : plain(formatDuration(breach.overMs, words), 'bad'),
    plain(safeText(breach.case)),
    ...(several ? [plain(more === 0 ? '' : `+${more}`, 'dim')] : []),
    plain(safeText(breach.standard)),
    ...(titled ? [plain(localText(breach.title, locale), 'dim')] : []),
    plain(words[breach.status]),
    instant(breach.due),
    instant(breach.done),
    plain(safeText(breach.owner ?? '-')),
    plain(localText(breach.clause, locale), 'dim'),
  ];
}

/** An example of a finding or a reject, whichever it is. */
interface Example {
  readonly message: string;
  readonly case?: string;
  readonly id?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

export function codeSection(
  counts: readonly CodeCount<Example>[],
  { words, locale }: SectionOptions,
  { title, none }: { title: 'findings' | 'rejects'; none: 'noFindings' | 'noRejects' },
): Section {
  if (counts.length === 0) return { title: words[title], notes: [words[none]] };
  const columns: SectionColumn[] = [
    right(words.count),
    { head: words.code, min: 16 },
    { head: words.example, min: 24, spare: 1 },
  ];
  const rows = counts.map(({ code, count, examples }) => [
    countCell(count),
    plain(safeText(code)),
    plain(examples[0] === undefined ? '' : exampleText(examples[0], words, codeText(code, locale)), 'dim'),
  ]);
  return { title: words[title], table: { columns, rows } };
}

function exampleText(example: Example, words: Words, known: string | undefined): string {
  const { file, line } = example;
  const place = [file, line === undefined ? undefined : words.line(line), example.case ?? example.id];
  // What was noticed about a whole file is of no case.
  const where = place.filter((part) => part !== undefined && part !== '').join(words.places.gap);
  const text = known === undefined ? example.message : known + cellText(example);
  return safeText(where === '' ? text : where + words.places.says + text);
}

/** What the message of the reader says in English. */
const cellText = ({ column, value }: Example) =>
  column === undefined ? '' : `（${value === undefined ? column : `${column}：${value}`}）`;

export function provisionalSections({ provisional }: AuditReport, { words }: SectionOptions): Section[] {
  if (provisional.runs === 0) return [];
  const reasons = provisional.reasons.map(
    ({ reason, since, runs }) => `${formatCount(runs)}: ${safeText(reason)} (${words.since(since)})`,
  );
  return [{ notes: [words.provisional(provisional.runs), ...reasons] }];
}
