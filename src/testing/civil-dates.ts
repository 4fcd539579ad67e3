import fc from 'fast-check';
import { epochDayOf, formatCivilDate, toEpochDay } from '../instant/civil.ts';
import { type CivilDate, SPAN_END_DAY } from '../instant/types.ts';

/** A year, or the first and the last date; both are included. */
export interface DateRange {
  /** All dates of this calendar year; it comes before the others. */
  readonly year?: number;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

/**
 * Civil dates of a year, of a range, or of the whole supported span: then its first and last days and those of 2011,
 * in which most clocks changed and Apia left out a day, come up often.
 *
 * @throws InstantError `instant.civil-date`, `instant.range`
 * @example
 * fc.sample(civilDates({ from: '2026-12-30', to: '2027-01-02' }), 100).includes('2027-01-02') // => true
 */
export function civilDates(range: DateRange = {}): fc.Arbitrary<CivilDate> {
  return epochDays(range).map(formatCivilDate);
}

/** The same as day numbers. */
export function epochDays({ year, from, to }: DateRange): fc.Arbitrary<number> {
  if (year !== undefined) return daysOfYear(year);
  const [first, last] = [from, to].map((date) => date && toEpochDay(date));
  if (first !== undefined || last !== undefined)
    return fc.integer({ min: first || 0, max: last || SPAN_END_DAY - 1 });
  return fc.oneof(
    { weight: 3, arbitrary: daysOfYear(EVENTFUL_YEAR) },
    { weight: 2, arbitrary: fc.nat(SPAN_END_DAY - 1) },
    { weight: 1, arbitrary: fc.nat(40) },
    { weight: 1, arbitrary: fc.nat(40).map((day) => SPAN_END_DAY - 1 - day) },
  );
}

/** Clocks changed in most zones, and Apia left out a day. */
export const EVENTFUL_YEAR = 2011;

const daysOfYear = (year: number) =>
  fc.integer({ min: epochDayOf(year, 1, 1), max: epochDayOf(year + 1, 1, 1) - 1 });
