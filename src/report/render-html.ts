import { checkKeys } from '../audit/check-keys.ts';
import type { AuditReport } from '../audit/report.ts';
import type { Locale } from '../explain/words.ts';
import { checkReport } from './check-report.ts';
import { pageOf } from './html/page.ts';
import { pageOptions } from './html/page-options.ts';

/** The language of the page, and the zone of its times. */
export interface HtmlOptions {
  /** Default `en`. */
  readonly locale?: Locale;
  /** The zone in which instants are printed (default: the report's own). */
  readonly timeZone?: string;
}

/**
 * The report as one HTML file that needs nothing else: no script, no font, no picture, no network. It opens from a disk,
 * prints on A4, and shows its charts with their figures in tables, in light and dark.
 *
 * Text from data is escaped; control characters and what reverses the reading order are left out. Of a thousand groups a
 * chart shows the worst twelve, the table all of them.
 *
 * @param report - As `audit` returns it, or its JSON.
 * @throws AuditError `audit.report` for anything else, `audit.option` for a locale that isn't known, `audit.unknown-key`
 * @example
 * renderHtml(report, { locale: 'zh-CN' }).includes('<html lang="zh-CN">') // => true
 */
export function renderHtml(report: AuditReport, options: HtmlOptions = {}): string {
  checkReport(report);
  checkKeys(options, { locale: true, timeZone: true });
  const { locale = 'en', timeZone = report.timeZone ?? 'UTC' } = options;
  return pageOf(report, pageOptions(locale, timeZone)).text;
}
