import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { wholeDays } from '../calendar/whole-days.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';
import { checkedDay } from './checked.ts';

/**
 * The n-th working day strictly after (before, if negative) a date; as `addWorkingDays` of `duly`. A day number
 * (whole days since 1970-01-01, see `toEpochDay`) gives a day number, a date as text gives text.
 *
 * @throws InstantError `instant.civil-date` for a day number or text that is no date from 1970 to 2199.
 * @throws CalendarError `calendar.days` for days that aren't whole; `calendar.no-hours`, `calendar.span`.
 * @example
 * fromEpochDay(addWorkingDays(toEpochDay('2026-01-09'), 1, office)) // => '2026-01-12'
 */
export function addWorkingDays<D extends EpochDay | CivilDate>(
  date: D,
  days: number,
  calendar: CalendarSpec,
): D extends number ? EpochDay : CivilDate;
export function addWorkingDays(
  date: EpochDay | CivilDate,
  days: number,
  calendar: CalendarSpec,
): EpochDay | CivilDate {
  const found = timetableOf(calendar).addDays(checkedDay(date), wholeDays(days));
  return typeof date === 'number' ? found : formatCivilDate(found);
}
