import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import * as epoch from '../../src/epoch/index.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import { calendarSpecs, instants } from '../../src/testing/index.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
const office = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: ['09:00-18:00'], fri: ['09:00-18:00'] },
});

/** The value, or the code of the error. */
const outcome = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('duly/epoch', () => {
  it('gives in numbers what the functions of duly give in Dates and civil dates', () => {
    const amounts = fc.integer({ min: -200 * HOUR, max: 200 * HOUR });
    fc.assert(
      fc.property(
        calendarSpecs(),
        instants({ year: 2011 }),
        instants({ year: 2011 }),
        amounts,
        fc.integer({ min: -40, max: 40 }),
        (spec, a, b, ms, n) => {
          const calendar = defineCalendar(spec);
          const [from, to] = [a, b].sort((first, second) => first - second) as [number, number];
          const [day, other] = [Math.floor(a / DAY), Math.floor(b / DAY)];
          const [date, otherDate] = [epoch.fromEpochDay(day), epoch.fromEpochDay(other)];
          const number = (work: () => Date) => outcome(() => work().getTime());
          const dayOf = (work: () => CivilDate) => outcome(() => epoch.toEpochDay(work()));

          expect(outcome(() => epoch.addWorkingTime(a, ms, calendar))).toBe(
            number(() => addWorkingTime(a, ms, calendar)),
          );
          expect(outcome(() => epoch.nextWorkingTime(a, calendar))).toBe(
            number(() => nextWorkingTime(a, calendar)),
          );
          expect(outcome(() => epoch.previousWorkingTime(a, calendar))).toBe(
            number(() => previousWorkingTime(a, calendar)),
          );
          expect(epoch.workingTimeBetween(a, b, calendar)).toBe(workingTimeBetween(a, b, calendar));
          expect(epoch.isWorkingTime(a, calendar)).toBe(isWorkingTime(a, calendar));
          expect(outcome(() => epoch.addWorkingDays(day, n, calendar))).toBe(
            dayOf(() => addWorkingDays(date, n, calendar)),
          );
          expect(outcome(() => epoch.addWorkingDays(date, n, calendar))).toBe(
            outcome(() => addWorkingDays(date, n, calendar)),
          );
          expect(epoch.workingDaysBetween(day, other, calendar)).toBe(
            workingDaysBetween(date, otherDate, calendar),
          );
          expect(epoch.workingDaysBetween(date, otherDate, calendar)).toBe(
            workingDaysBetween(date, otherDate, calendar),
          );
          expect(epoch.isWorkingDay(day, calendar)).toBe(isWorkingDay(date, calendar));
          const end = Math.min(to, from + 20 * DAY);
          expect([...epoch.workingIntervals({ from, to: end }, calendar)]).toEqual(
            [...workingIntervals({ from, to: end }, calendar)].map(({ start, end: stop }) => ({
              start: start.getTime(),
              end: stop.getTime(),
            })),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each<[string, (calendar: CalendarSpec) => unknown, string]>([
    ['an instant before 1970', (calendar) => epoch.isWorkingTime(-1, calendar), 'instant.range'],
    [
      'an instant after 2199',
      (calendar) => epoch.nextWorkingTime(Date.UTC(2200, 0, 1), calendar),
      'instant.range',
    ],
    ['half a millisecond', (calendar) => epoch.previousWorkingTime(0.5, calendar), 'instant.not-whole'],
    ['NaN', (calendar) => epoch.workingTimeBetween(0, Number.NaN, calendar), 'instant.syntax'],
    ['infinity', (calendar) => epoch.addWorkingTime(Number.POSITIVE_INFINITY, 1, calendar), 'instant.range'],
    [
      'a Date',
      (calendar) => epoch.isWorkingTime(new Date(0) as unknown as number, calendar),
      'instant.syntax',
    ],
    ['half an amount', (calendar) => epoch.addWorkingTime(0, 0.5, calendar), 'calendar.amount'],
    ['an amount of 2^53', (calendar) => epoch.addWorkingTime(0, 2 ** 53, calendar), 'calendar.amount'],
    ['half a date', (calendar) => epoch.isWorkingDay(0.5, calendar), 'instant.civil-date'],
    ['a date before 1970', (calendar) => epoch.isWorkingDay(-1, calendar), 'instant.civil-date'],
    ['half a number of days', (calendar) => epoch.addWorkingDays(0, 0.5, calendar), 'calendar.days'],
    ['a date from NaN', () => epoch.fromEpochDay(Number.NaN), 'instant.civil-date'],
    ['a date from 2200', () => epoch.fromEpochDay(84_006), 'instant.civil-date'],
    ['an impossible date', (calendar) => epoch.isWorkingDay('2026-02-30', calendar), 'instant.civil-date'],
    ['no range', (calendar) => epoch.workingIntervals(undefined as never, calendar), 'instant.syntax'],
    [
      'a reversed range',
      (calendar) => epoch.workingIntervals({ from: 1, to: 0 }, calendar),
      'calendar.range-reversed',
    ],
  ])('refuses %s', (_, work, code) => {
    expect(outcome(() => work(office))).toBe(code);
  });

  it('never gives -0', () => {
    expect(Object.is(epoch.addWorkingTime(-0, -0, office), 0)).toBe(true);
    expect(Object.is(epoch.addWorkingDays(-0, -0, office), 0)).toBe(true);
    expect(Object.is(epoch.workingTimeBetween(5, 5, office), 0)).toBe(true);
    expect(Object.is(epoch.workingDaysBetween(5, 5, office), 0)).toBe(true);
  });
});
