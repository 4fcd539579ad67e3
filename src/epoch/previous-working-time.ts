import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * The instant itself in (start, end] of an interval, else the last closing; as `previousWorkingTime` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @throws CalendarError `calendar.no-hours`, or `calendar.span` if it wasn't open before, since 1970.
 * @example
 * previousWorkingTime(Date.UTC(2026, 0, 12, 1), office) // => 1767952800000, Friday 18:00
 */
export function previousWorkingTime(at: EpochMs, calendar: CalendarSpec): EpochMs {
  return timetableOf(calendar).previous(checkedInstant(at));
}
