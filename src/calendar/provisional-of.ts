import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import type { Horizon } from './day-rule.ts';
import { horizonText } from './horizon-text.ts';
import { unpublished } from './line.ts';
import type { Provisional } from './spec.ts';
import type { Timetable } from './timetable.ts';

/**
 * What is not yet published of the dates between two days (both included); undefined if all is. A strict calendar
 * refuses instead.
 */
export function provisionalOf(
  { rule, strict }: Timetable,
  a: EpochDay,
  b: EpochDay,
): Provisional | undefined {
  const start = Math.min(a, b);
  const end = Math.max(a, b);
  const isShort = ({ from, to }: Horizon) => start < from || end > to;
  // Asked for every due instant, and hardly ever so.
  if (!rule.horizons.some(isShort)) return undefined;
  const short = rule.horizons.filter(isShort);
  const reason = horizonText(short);
  if (strict) throw unpublished(reason);
  return {
    since: formatCivilDate(Math.min(...short.map(({ from, to }) => (start < from ? start : to + 1)))),
    reason,
    sources: [...new Set(short.map(({ source }) => source.id))],
  };
}
