import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * Whether the calendar is open at an instant: from an opening bell on, up to but not at the closing bell.
 *
 * @throws InstantError if `at` is no instant from 1970 to 2199.
 * @example
 * isWorkingTime('2026-01-09T18:00:00+08:00', office) // => false, it closes at 18:00
 */
export function isWorkingTime(at: InstantInput, calendar: CalendarSpec): boolean {
  return timetableOf(calendar).isWorking(toEpoch(at));
}
