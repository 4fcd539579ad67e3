import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * The instant itself while the calendar is open, else the next opening.
 *
 * @throws InstantError if `at` is no instant from 1970 to 2199.
 * @throws CalendarError `calendar.no-hours`, or `calendar.span` if it doesn't open again before 2200.
 * @example
 * nextWorkingTime('2026-01-09T18:00:00+08:00', office) // => 2026-01-12T01:00:00.000Z, Monday 09:00
 */
export function nextWorkingTime(at: InstantInput, calendar: CalendarSpec): Date {
  return new Date(timetableOf(calendar).next(toEpoch(at)));
}
