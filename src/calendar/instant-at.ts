import { DAY, type EpochDay, type EpochMs, type Millis } from '../instant/types.ts';
import { instantOfWall } from '../instant/zone.ts';
import type { Timetable } from './timetable.ts';

/**
 * The instant of a wall time: forward by a gap, the earlier one in a fold. `msOfDay` may be 24:00, and the first and the
 * last day of the span begin or end outside it where the zone isn't UTC: whoever needs an instant within it looks.
 */
export function instantAt({ zone }: Pick<Timetable, 'zone'>, day: EpochDay, msOfDay: Millis): EpochMs {
  return instantOfWall(zone, day * DAY + msOfDay);
}

/** The end of the last interval that belongs to a day, a night shift's on the next morning; NaN if there is none. */
export function closingOf(timetable: Timetable, day: EpochDay): EpochMs {
  let closing = timetable.closings.get(day);
  if (closing === undefined) {
    const working = timetable.isWorkingDay(day);
    closing = working ? instantAt(timetable, day, timetable.rule.hours(day).at(-1)!) : Number.NaN;
    timetable.closings.set(day, closing);
  }
  return closing;
}
