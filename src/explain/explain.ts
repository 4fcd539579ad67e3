import { explainDue, type StoredDue } from './explain-due.ts';
import type { Locale } from './words.ts';

/**
 * A due instant in sentences, one a line: what came out, by which convention, and every stretch of the way with the
 * reason why it counts or doesn't.
 *
 * @param due - As `dueAt` gives it, or parsed from its JSON.
 * @example
 * const due = dueAt('2026-01-05T10:00:00+08:00', '1 working day', { calendar: office })
 * explain(due, { locale: 'en' }).split('\n')[0] // => '1 working day from Mon 5 Jan 2026 10:00: due Tue 6 Jan 18:00.'
 */
export function explain(due: StoredDue, { locale }: { readonly locale: Locale }): string {
  // A verdict has a status; what is said of it goes first, and its steps are told by the same Teller.
  return explainDue(due, locale);
}
