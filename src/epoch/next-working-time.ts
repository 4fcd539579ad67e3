import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * The instant itself while open, else the next opening; as `nextWorkingTime` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @throws CalendarError `calendar.no-hours`, or `calendar.span` if it doesn't open again before 2200.
 * @example
 * nextWorkingTime(Date.UTC(2026, 0, 9, 10), office) // => 1768179600000, Monday 09:00
 */
export function nextWorkingTime(at: EpochMs, calendar: CalendarSpec): EpochMs {
  return timetableOf(calendar).next(checkedInstant(at));
}
