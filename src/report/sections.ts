import type { AuditReport, StandardRow } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { timelinessRate } from '../kpi/timeliness-rate.ts';
import { againstSections } from './against-sections.ts';
import { breachSection } from './breach-section.ts';
import { codeSection } from './code-section.ts';
import { formatCount, formatInstant, formatPercent, localText } from './format.ts';
import { kpiSections } from './kpi-sections.ts';
import { safeText } from './safe-text.ts';
import {
  countCell,
  plain,
  right,
  type Section,
  type SectionColumn,
  type SectionOptions,
  type ToneCell,
} from './section.ts';
import type { Words } from './words.ts';

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
    table: { columns, rows: standards.map((row) => standardCells(row, locale)) },
    notes: [
      { text: words.timelyNote(true), column: words.broken },
      { text: words.timelyNote(false), unless: words.broken },
      { text: words.unclearNote, column: words.unclear },
      ...(anySoft ? [words.softNote] : []),
    ],
  };
}

function standardCells(row: StandardRow, locale: Locale): ToneCell[] {
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

export function provisionalSections({ provisional }: AuditReport, { words }: SectionOptions): Section[] {
  if (provisional.runs === 0) return [];
  const reasons = provisional.reasons.map(
    ({ reason, since, runs }) => `${formatCount(runs)}: ${safeText(reason)} (${words.since(since)})`,
  );
  return [{ notes: [words.provisional(provisional.runs), ...reasons] }];
}
