import { DueError } from '../errors/limit-error.ts';
import { explainDue, type StoredDue } from './explain-due.ts';
import { explainVerdict, type StoredVerdict } from './explain-verdict.ts';
import type { Locale } from './words.ts';

/**
 * A verdict or a due instant in sentences, one a line: what came out, by which convention, and every stretch of the
 * way with the reason why it counts or doesn't. A verdict tells its way where it was assessed with `trace`.
 *
 * @param verdictOrDue - As `assess` or `dueAt` gives it, or parsed from its JSON.
 * @throws LimitError `limit.option` for anything else, and for a locale that isn't known
 * @example
 * const due = dueAt('2026-09-29T16:40:00+08:00', '24 hours', { calendar: { timeZone: 'Asia/Shanghai', week: 'always' } });
 * explain(due, { locale: 'en' }).split('\n')[0] // => '24 hours from Tue 29 Sep 2026 16:40: due Wed 30 Sep 16:40.'
 */
export function explain(
  verdictOrDue: StoredVerdict | StoredDue,
  options: { readonly locale: Locale },
): string {
  const { locale } = options ?? {};
  if (!locales.includes(locale)) refuse(locale, locales.join(' or '), 'locale');
  const given: unknown = verdictOrDue;
  if (isObject(given) && 'status' in given && 'standard' in given)
    return explainVerdict(verdictOrDue as StoredVerdict, locale);
  if (isObject(given) && 'at' in given && 'steps' in given)
    return explainDue(verdictOrDue as StoredDue, locale);
  return refuse(given, 'a verdict or what dueAt returns', 'verdictOrDue');
}

const locales: readonly unknown[] = ['en', 'zh-CN'];

const isObject = (given: unknown): given is object => typeof given === 'object' && given !== null;

function refuse(given: unknown, expected: string, key: string): never {
  throw new DueError('limit.option', { given, expected }, { path: [key] });
}
