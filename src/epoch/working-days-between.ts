import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';
import { checkedDay } from './checked.ts';

/**
 * The working days after `from` up to and including `to`, given as day numbers (or as text); as
 * `workingDaysBetween` of `duly`.
 *
 * @throws InstantError `instant.civil-date` for a day number or text that is no date from 1970 to 2199.
 * @example
 * workingDaysBetween(toEpochDay('2026-01-09'), toEpochDay('2026-01-12'), office) // => 1
 */
export function workingDaysBetween(
  from: EpochDay | CivilDate,
  to: EpochDay | CivilDate,
  calendar: CalendarSpec,
): number {
  return timetableOf(calendar).daysBetween(checkedDay(from), checkedDay(to));
}
