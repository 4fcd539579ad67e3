import { HolidaysError } from '../errors/holidays-error.ts';
import { formatCivilDate, inSpan, parseCivilDate } from '../instant/civil.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';

/** The days for which holidays are asked: dates, or whole years as numbers; both ends are included. */
export interface DaysAsked {
  readonly from: CivilDate | number;
  readonly to: CivilDate | number;
}

/**
 * The first and the last day asked for.
 *
 * @throws HolidaysError `holidays.option`, `holidays.range`
 */
export function readDaysAsked({ from, to }: DaysAsked): {
  readonly first: EpochDay;
  readonly last: EpochDay;
} {
  const first = dayOf(from, '01-01', 'from');
  const last = dayOf(to, '12-31', 'to');
  if (first <= last) return { first, last };
  const range = { from: formatCivilDate(first), to: formatCivilDate(last) };
  throw new HolidaysError('holidays.range', range, { path: ['to'], hint: 'Swap the two' });
}

function dayOf(given: CivilDate | number, ofYear: string, key: string): EpochDay {
  const day = parseCivilDate(typeof given === 'number' ? `${given}-${ofYear}` : given);
  if (inSpan(day)) return day;
  const expected = 'a date "YYYY-MM-DD" or a year from 1970 to 2199';
  throw new HolidaysError('holidays.option', { given, expected }, { path: [key] });
}
