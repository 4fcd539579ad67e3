import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import { checkedAmount, checkedInstant } from './checked.ts';

/**
 * The epoch ms of the instant `amountMs` of working time after (before, if negative) `at`; otherwise as
 * `addWorkingTime` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @throws CalendarError `calendar.amount` for ms that are no safe integer; `calendar.no-hours`, `calendar.span`.
 * @example
 * addWorkingTime(Date.UTC(2026, 0, 9, 8), 7_200_000, office) // => 1767952800000, Friday's close
 */
export function addWorkingTime(at: EpochMs, amountMs: Millis, calendar: CalendarSpec): EpochMs {
  return timetableOf(calendar).add(checkedInstant(at), checkedAmount(amountMs));
}
