import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput, Millis } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * The working time from one instant to another in milliseconds; negative if `to` is the earlier, never -0.
 *
 * A calendar without hours gives 0.
 *
 * @throws InstantError if either is no instant from 1970 to 2199.
 * @example
 * workingTimeBetween('2026-01-09T17:00:00+08:00', '2026-01-12T10:00:00+08:00', office) // => 7200000
 */
export function workingTimeBetween(from: InstantInput, to: InstantInput, calendar: CalendarSpec): Millis {
  return timetableOf(calendar).between(toEpoch(from), toEpoch(to));
}
