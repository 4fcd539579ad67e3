import { DAY, type EpochDay, type EpochMs } from '../instant/types.ts';
import { instantOfWall, offsetPieces, wallAt } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';

/** The first working instant that belongs to a day; NaN if there is none, be it that the clock skips them all. */
export function firstInstant({ zone, hours }: DayRule, day: EpochDay): EpochMs {
  const bells = hours(day);
  for (let i = 0; i < bells.length; i += 2) {
    const at = instantOfWall(zone, day * DAY + bells[i]!);
    if (wallAt(zone, at) === day * DAY + bells[i]!) return at;
    // It opens in a gap: when the gap ends, unless it has closed by then.
    const { start, offset } = offsetPieces(zone, at - 2 * DAY, at + 1).at(-1)!;
    if (day * DAY + bells[i + 1]! > start + offset) return start;
  }
  return Number.NaN;
}
