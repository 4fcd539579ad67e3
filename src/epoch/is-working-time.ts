import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * Whether the calendar is open at an instant; as `isWorkingTime` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @example
 * isWorkingTime(Date.UTC(2026, 0, 9, 10), office) // => false, it closes at 18:00 in Shanghai
 */
export function isWorkingTime(at: EpochMs, calendar: CalendarSpec): boolean {
  return timetableOf(calendar).isWorking(checkedInstant(at));
}
