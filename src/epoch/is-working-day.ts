import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';
import { checkedDay } from './checked.ts';

/**
 * Whether any working time belongs to a date, given as a day number (or as text); as `isWorkingDay` of `duly`.
 *
 * @throws InstantError `instant.civil-date` for a day number or text that is no date from 1970 to 2199.
 * @example
 * isWorkingDay(toEpochDay('2026-01-10'), office) // => false, a Saturday
 */
export function isWorkingDay(date: EpochDay | CivilDate, calendar: CalendarSpec): boolean {
  return timetableOf(calendar).isWorkingDay(checkedDay(date));
}
