import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { type CivilDate, type EpochDay, FIRST_YEAR, LAST_YEAR } from './types.ts';

/** Days before the first of each month of a year that begins in March, so that the leap day comes last. */
const daysBeforeMonth = (month: number) => Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);

/** The day number of a date of the proleptic Gregorian calendar; parts are not checked. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month > 2 ? year : year - 1;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + daysBeforeMonth(month) + day - 719_469;
}

/** The year, month (1 to 12) and day of the month of a day number. */
export function civilOf(day: EpochDay): { year: number; month: number; day: number } {
  // Counted from 0000-03-01 in eras of 400 years (146,097 days), as in Hinnant's "chrono-Compatible Low-Level Date Algorithms".
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = Math.trunc(
    (ofEra - Math.trunc(ofEra / 1460) + Math.trunc(ofEra / 36_524) - Math.trunc(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const shifted = Math.trunc((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month > 2 ? 0 : 1),
    month,
    day: ofYear - Math.trunc((153 * shifted + 2) / 5) + 1,
  };
}

/** The weekday of a day number: 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The same date `months` months on (or back, if negative); where that month has no such date, its last day. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const date = civilOf(day);
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return epochDayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

const pad = (value: number) => (value < 10 ? `0${value}` : `${value}`);

/** A day number as `"YYYY-MM-DD"`. */
export function formatCivilDate(day: EpochDay): CivilDate {
  const date = civilOf(day);
  return `${date.year}-${pad(date.month)}-${pad(date.day)}` as CivilDate;
}

/** The number that two digits of a text spell, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** The day number of a date given as `"YYYY-MM-DD"`, or NaN if there is no such date; any year of four digits. */
export function parseCivilDate(date: unknown): EpochDay {
  if (typeof date !== 'string' || date.length !== 10) return Number.NaN;
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  const month = twoDigits(date, 5);
  const day = twoDigits(date, 8);
  const dashes = date.charCodeAt(4) === 45 && date.charCodeAt(7) === 45;
  // Written so that a NaN anywhere fails the test.
  if (!(dashes && year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return Number.NaN;
  return epochDayOf(year, month, day);
}

const FIRST_DAY = epochDayOf(FIRST_YEAR, 1, 1);
const LAST_DAY = epochDayOf(LAST_YEAR, 12, 31);

/** Whether a day number lies in the supported span, 1970-01-01 to 2199-12-31. */
export const inSpan = (day: EpochDay): boolean => day >= FIRST_DAY && day <= LAST_DAY;

/**
 * The day number of a civil date.
 *
 * @throws InstantError `instant.civil-date` if it is no date, `instant.range` outside 1970 to 2199.
 */
export function toEpochDay(date: string, path?: ErrorPath): EpochDay {
  const day = parseCivilDate(date);
  if (inSpan(day)) return day;
  const place = path === undefined ? {} : { path };
  if (Number.isNaN(day)) throw new InstantError('instant.civil-date', { given: date }, place);
  throw new InstantError('instant.range', { given: date }, place);
}
