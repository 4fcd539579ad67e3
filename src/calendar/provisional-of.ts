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
  // Asked for every due instant, and hardly ever so.
  if (isPublished(rule.horizons, start, end)) return undefined;
  const short = rule.horizons.filter(({ from, to }) => start < from || end > to);
  const reason = horizonText(short);
  if (strict) throw unpublished(reason);
  return {
    since: formatCivilDate(Math.min(...short.map(({ from, to }) => (start < from ? start : to + 1)))),
    reason,
    sources: [...new Set(short.map(({ source }) => source.id))],
  };
}

function isPublished(horizons: readonly Horizon[], start: EpochDay, end: EpochDay): boolean {
  for (const { from, to } of horizons) if (start < from || end > to) return false;
  return true;
}
