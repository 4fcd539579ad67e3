import { DAY, type EpochDay, type EpochMs } from '../instant/types.ts';
import { instantOfWall, wallAt } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';
import { CLOSED } from './hours.ts';
import { appendOpenTimes } from './open-times.ts';

/** The first working instant that belongs to a day; NaN if there is none, be it that the clock skips them all. */
export function firstInstant({ zone, hours }: DayRule, day: EpochDay): EpochMs {
  const wall = day * DAY + (hours(day)[0] ?? Number.NaN);
  if (Number.isNaN(wall)) return wall;
  const at = instantOfWall(zone, wall);
  if (wallAt(zone, at) === wall) return at;
  // It would open in a gap: what is left of this day alone tells.
  const times: EpochMs[] = [];
  const alone = (other: EpochDay) => (other === day ? hours(day) : CLOSED);
  appendOpenTimes(times, { zone, hours: alone }, (day - 1) * DAY, (day + 3) * DAY);
  return times[0] ?? Number.NaN;
}
