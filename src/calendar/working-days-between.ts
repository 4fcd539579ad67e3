import { toEpochDay } from '../instant/civil.ts';
import type { CivilDate } from '../instant/types.ts';
import type { CalendarSpec } from './spec.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * The number of working days after `from` up to and including `to`; for `from` after `to` the negative of the
 * number the other way round.
 *
 * @throws InstantError if either is no date from 1970 to 2199.
 * @example
 * workingDaysBetween('2026-01-09', '2026-01-12', office) // => 1
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: CalendarSpec): number {
  return timetableOf(calendar).daysBetween(toEpochDay(from), toEpochDay(to));
}
