import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * The instant itself after an opening bell, up to and including the closing bell; else the last closing.
 *
 * @throws InstantError if `at` is no instant from 1970 to 2199.
 * @throws CalendarError `calendar.no-hours`, or `calendar.span` if it wasn't open before, since 1970.
 * @example
 * previousWorkingTime('2026-01-12T09:00:00+08:00', office) // => 2026-01-09T10:00:00.000Z, Friday 18:00
 */
export function previousWorkingTime(at: InstantInput, calendar: CalendarSpec): Date {
  return new Date(timetableOf(calendar).previous(toEpoch(at)));
}
