import { toEpochDay } from '../instant/civil.ts';
import type { CivilDate } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * Whether any working time belongs to a date; a night shift belongs to the date it starts on.
 *
 * @throws InstantError if `date` is no date from 1970 to 2199.
 * @example
 * isWorkingDay('2026-01-10', office) // => false, a Saturday
 */
export function isWorkingDay(date: CivilDate, calendar: CalendarSpec): boolean {
  return timetableOf(calendar).isWorkingDay(toEpochDay(date));
}
