import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * The working ms from one instant to another, negative if `to` is the earlier; as `workingTimeBetween` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @example
 * workingTimeBetween(Date.UTC(2026, 0, 9, 9), Date.UTC(2026, 0, 12, 2), office) // => 7200000
 */
export function workingTimeBetween(from: EpochMs, to: EpochMs, calendar: CalendarSpec): Millis {
  return timetableOf(calendar).between(checkedInstant(from), checkedInstant(to));
}
