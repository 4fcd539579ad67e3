import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * The instant itself in (start, end] of an interval, else the last closing; as `previousWorkingTime` of `duly`.
 *
 * @example
 * previousWorkingTime(Date.UTC(2026, 0, 12, 1), office) // => 1767952800000, Friday 18:00
 */
export function previousWorkingTime(at: EpochMs, calendar: CalendarSpec): EpochMs {
  return timetableOf(calendar).previous(checkedInstant(at));
}
