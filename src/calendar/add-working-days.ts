import { formatCivilDate, toEpochDay } from '../instant/civil.ts';
import type { CivilDate } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';
import { wholeDays } from './whole-days.ts';

/**
 * The n-th working day strictly after a date, or before it if `days` is negative; for 0 the date itself, worked or not.
 *
 * @throws InstantError if `date` is no date from 1970 to 2199.
 * @throws CalendarError `calendar.days`, `calendar.no-hours`, `calendar.span` if the result lies outside 1970 to 2199.
 * @example
 * addWorkingDays('2026-01-09', 1, office) // => '2026-01-12'
 */
export function addWorkingDays(date: CivilDate, days: number, calendar: CalendarSpec): CivilDate {
  return formatCivilDate(timetableOf(calendar).addDays(toEpochDay(date), wholeDays(days)));
}
