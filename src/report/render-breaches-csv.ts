import { checkKeys } from '../audit/check-keys.ts';
import type { AuditReport, Breach } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { checkList } from './check-report.ts';
import { csvCell } from './csv-cell.ts';
import { formatInstant, localText } from './format.ts';
import { visibleText } from './safe-text.ts';
import { wordsOf } from './words.ts';

/** The language and the zone of the file. */
export interface BreachesOptions {
  /** The language of titles and clauses (default `en`). */
  readonly locale?: Locale;
  /** Instants get this zone's wall time and offset (default: the report's own, else UTC). */
  readonly timeZone?: string;
}

const header = [
  'case',
  'standard',
  'run',
  'status',
  'severity',
  'title',
  'clause',
  'owner',
  'from',
  'due',
  'done',
  'overMs',
];

/**
 * The breaches of a report as CSV (RFC 4180, CRLF), the worst first, one line each.
 *
 * A text that a spreadsheet would take for a formula (it begins with `= + - @`, a tab or a line break) gets an
 * apostrophe in front; control characters and marks that turn the reading order are left out. Instants are ISO 8601
 * with offset; `overMs` is elapsed milliseconds.
 *
 * @param report - As `audit` returns it, its JSON, or anything else with `breaches`.
 * @throws AuditError `audit.report` for anything else, `audit.option` for a locale that isn't known, `audit.unknown-key`
 * @example
 * renderBreachesCsv(report, { timeZone: 'Asia/Shanghai' }).split('\r\n')[1]
 * // => 'T-1,answer,1,late,hard,,,,2026-07-06T09:00:00+08:00,2026-07-06T14:00:00+08:00,2026-07-06T15:30:00+08:00,5400000'
 */
export function renderBreachesCsv(
  report: Pick<AuditReport, 'breaches'> & Partial<Pick<AuditReport, 'timeZone'>>,
  options: BreachesOptions = {},
): string {
  checkList(report, 'breaches');
  checkKeys(options, { locale: true, timeZone: true });
  const { locale = 'en', timeZone = report.timeZone ?? 'UTC' } = options;
  wordsOf(locale);
  const instant = (iso: string | null) => (iso === null ? '' : formatInstant(iso, timeZone, 'exact'));
  const line = (breach: Breach) => [
    visibleText(breach.case),
    breach.standard,
    String(breach.run),
    breach.status,
    breach.severity,
    localText(breach.title, locale),
    localText(breach.clause, locale),
    visibleText(breach.owner ?? ''),
    instant(breach.from),
    instant(breach.due),
    instant(breach.done),
    breach.overMs === null ? '' : String(breach.overMs),
  ];
  return [header, ...report.breaches.map(line)]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');
}
