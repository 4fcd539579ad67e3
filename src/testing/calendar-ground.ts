import fc from 'fast-check';
import { addWorkingDays } from '../calendar/add-working-days.ts';
import { addWorkingTime } from '../calendar/add-working-time.ts';
import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar, CalendarSpec } from '../calendar/spec.ts';
import { workingDaysBetween } from '../calendar/working-days-between.ts';
import { formatCivilDate, toEpochDay } from '../instant/civil.ts';
import { type EpochDay, type EpochMs, HOUR, type Millis, SPAN_END, SPAN_END_DAY } from '../instant/types.ts';
import { instants } from './instants.ts';
import { isArbitrary } from './is-arbitrary.ts';
import { unlessRefused } from './unless-refused.ts';

/** A calendar, or where calendars come from. */
export type CalendarsOf = CalendarSpec | fc.Arbitrary<Calendar>;

/** What the laws of a calendar are about: the calendars, and instants that hit their bells. */
export function groundOf(of: CalendarsOf): {
  readonly calendars: fc.Arbitrary<Calendar>;
  readonly moments: fc.Arbitrary<EpochMs>;
} {
  if (isArbitrary(of)) return { calendars: of, moments: instants() };
  const calendar = defineCalendar(of);
  return { calendars: fc.constant(calendar), moments: instants({ calendar }) };
}

/** The last instant of the supported span, and its last day. */
export const LAST: EpochMs = SPAN_END - 1;
export const LAST_DAY: EpochDay = SPAN_END_DAY - 1;

/** Amounts of working time from nothing to some weeks, many of them whole quarters of an hour. */
export const amounts: fc.Arbitrary<Millis> = fc.oneof(
  fc.integer({ min: 0, max: 400 * HOUR }),
  fc.nat(1000).map((quarters) => (quarters * HOUR) / 4),
  fc.nat(3),
);

/** Forward or backward. */
export const sides = fc.constantFrom(1, -1);

/** The answer, or what it would be if the span had no ends: an infinity on the side of `sign`. */
export const within = (sign: number, work: () => number): number =>
  unlessRefused('calendar.span', sign * Number.POSITIVE_INFINITY, work);

/** Laws about infinity hold too, so that sums which leave the span are no exceptions. */
export const add = (at: EpochMs, amount: Millis, calendar: Calendar): number =>
  Number.isFinite(at) ? within(amount, () => addWorkingTime(at, amount, calendar).getTime()) : at;

/** The same in days. */
export const addDays = (day: EpochDay, n: number, calendar: Calendar): number =>
  within(n, () => toEpochDay(addWorkingDays(formatCivilDate(day), n, calendar)));

export const daysBetween = (a: EpochDay, b: EpochDay, calendar: Calendar): number =>
  workingDaysBetween(formatCivilDate(a), formatCivilDate(b), calendar);
