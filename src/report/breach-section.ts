import type { AuditReport } from '../audit/report.ts';
import { formatCount, formatDuration, formatInstant, localText } from './format.ts';
import { safeText } from './safe-text.ts';
import {
  plain,
  right,
  type Section,
  type SectionColumn,
  type SectionOptions,
  type ToneCell,
} from './section.ts';
import { type CaseBreach, worstByCase } from './worst-by-case.ts';

const SHOWN = 10;

/** The worst breaches, one a case. */
export function breachSection(report: AuditReport, options: SectionOptions): Section {
  const { words, timeZone } = options;
  const all = report.standards.reduce((sum, { late, overdue, broken }) => sum + late + overdue + broken, 0);
  const byCase = worstByCase(report.breaches);
  const shown = byCase.slice(0, SHOWN);
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
