import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { type CivilDate, DAY, type EpochDay, SPAN_END_DAY } from './types.ts';

// Both directions count from 0000-03-01, 719,468 days before 1970: with March first, the leap day comes last.
// Source: Neri & Schneider (2022), "Euclidean affine functions and their application to calendar algorithms".

/** The day number of a date of the proleptic Gregorian calendar; parts are not checked. */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const early = (month - 3) >> 31; // -1 in January and February, else 0: no branch, which random dates would mislead
  const y = year + early;
  const m = month - 12 * early;
  const leapDays = (y >> 2) - ((y / 100) | 0) + ((y / 400) | 0);
  return 365 * y + leapDays + (((153 * m - 457) / 5) | 0) + day - 719_469;
}

/** The year, month (1 to 12) and day of the month of a day number. */
export function civilOf(day: EpochDay): { year: number; month: number; day: number } {
  const quarters = 4 * (day + 719_468) + 3;
  const century = Math.floor(quarters / 146_097);
  const inCentury = 4 * Math.floor((quarters - century * 146_097) / 4) + 3;
  const yearOfCentury = Math.floor(inCentury / 1461);
  const fifths = 5 * Math.floor((inCentury - yearOfCentury * 1461) / 4) + 461;
  const month = Math.floor(fifths / 153);
  const next = month > 12 ? 1 : 0;
  return {
    year: century * 100 + yearOfCentury + next,
    month: month - 12 * next,
    day: Math.floor((fifths - month * 153) / 5) + 1,
  };
}

/** The weekday of a day number, from year 1 on: 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: EpochDay): number => (day + 719_470) % 7;

/** The number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return epochDayOf(month < 12 ? year : year + 1, (month % 12) + 1, 1) - epochDayOf(year, month, 1);
}

/** The same date `months` months on (or back, if negative); where that month has no such date, its last day. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const date = civilOf(day);
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return epochDayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** Dates as text, in pages of 512, each kept once it has been written: the same few thousand are asked for again. */
const pages: CivilDate[][] = [];

/** A day number as `"YYYY-MM-DD"`. */
export const formatCivilDate = (day: EpochDay): CivilDate => pages[day >> 9]?.[day & 511] ?? writeDate(day);

function writeDate(day: EpochDay): CivilDate {
  const text = new Date(day * DAY).toISOString().slice(0, 10) as CivilDate;
  if (inSpan(day)) {
    pages[day >> 9] ??= [];
    pages[day >> 9]![day & 511] = text;
  }
  return text;
}

/** The number that two digits of a text make; negative enough to spoil any sum if they aren't digits. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : -10_000;
}

/** The day number of the date that a text begins with, `"YYYY-MM-DD"`, or NaN if it doesn't; any year of four digits. */
export function readCivilDate(text: string): EpochDay {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const isDate =
    year >= 0 && month > 0 && month < 13 && day > 0 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
  const found = epochDayOf(year, month, day);
  return isDate && (day < 29 || found < epochDayOf(year, month + 1, 1)) ? found : Number.NaN;
}

/** The day number of a date given as `"YYYY-MM-DD"`, or NaN if there is no such date. */
export const parseCivilDate = (date: unknown): EpochDay =>
  typeof date === 'string' && date.length === 10 ? readCivilDate(date) : Number.NaN;

/** Whether a day number lies in the supported span, 1970-01-01 to 2199-12-31. */
export const inSpan = (day: EpochDay): boolean => day >= 0 && day < SPAN_END_DAY;

/**
 * The day number of a civil date.
 *
 * @throws InstantError `instant.civil-date` if it is no date, `instant.range` outside 1970 to 2199.
 * @example toEpochDay('2026-01-01') // => 20454
 */
export function toEpochDay(date: string, path?: ErrorPath): EpochDay {
  const day = parseCivilDate(date);
  return inSpan(day) ? day : refuseDate(date, day, path);
}

function refuseDate(given: string, day: EpochDay, path: ErrorPath = []): never {
  const code = Number.isNaN(day) ? 'instant.civil-date' : 'instant.range';
  throw new InstantError(code, { given }, { path, hint: 'Write "YYYY-MM-DD"' });
}
