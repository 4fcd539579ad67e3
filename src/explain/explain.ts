import { explainDue, type StoredDue } from './explain-due.ts';
import { explainVerdict, type StoredVerdict } from './explain-verdict.ts';
import type { Locale } from './words.ts';

/**
 * A verdict or a due instant in sentences, one a line: what came out, by which convention, and every stretch of the
 * way with the reason why it counts or doesn't. A verdict tells its way where it was assessed with `trace`.
 *
 * @param verdictOrDue - As `assess` or `dueAt` gives it, or parsed from its JSON.
 * @example
 * const due = dueAt('2026-09-29T16:40:00+08:00', '24 hours', { calendar: { timeZone: 'Asia/Shanghai', week: 'always' } });
 * explain(due, { locale: 'en' }).split('\n')[0] // => '24 hours from Tue 29 Sep 2026 16:40: due Wed 30 Sep 16:40.'
 */
export function explain(
  verdictOrDue: StoredVerdict | StoredDue,
  { locale }: { readonly locale: Locale },
): string {
  return 'status' in verdictOrDue ? explainVerdict(verdictOrDue, locale) : explainDue(verdictOrDue, locale);
}
