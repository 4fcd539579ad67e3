import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';
import { toWorkingMillis, type WorkingAmount } from './working-amount.ts';

/**
 * The instant a given amount of working time after another, or before it if the amount is negative.
 *
 * An amount that is used up at a closing bell lands on that bell, not on the next opening; a negative one lands on
 * the opening bell. An amount of 0 gives the instant itself, open or not.
 *
 * @param amount - Whole milliseconds, or text such as `'20 working hours'`, `'8.5 working hours'`, `'90 working minutes'`.
 * @throws InstantError if `at` is no instant from 1970 to 2199.
 * @throws CalendarError `calendar.amount`, `calendar.no-hours`, `calendar.span` if the result lies outside 1970 to 2199.
 * @example
 * addWorkingTime('2026-01-09T16:00:00+08:00', '2 working hours', office) // => 2026-01-09T10:00:00.000Z, Friday's close
 */
export function addWorkingTime(
  at: InstantInput,
  amount: number | WorkingAmount,
  calendar: CalendarSpec,
): Date {
  return new Date(timetableOf(calendar).add(toEpoch(at), toWorkingMillis(amount)));
}
