import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { Calendar } from '../../src/calendar/spec.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import { instants, weeklySpecs, YEAR } from '../support/calendar-arbitraries.ts';

const HOUR = 3_600_000;
const DAY = 86_400_000;
const runs = { numRuns: 200 };

/** Calendars that are open somewhere in every year: their weeks have hours. */
const calendars: fc.Arbitrary<Calendar> = weeklySpecs
  .filter(({ week }) => Object.values(week).some((hours) => hours.length > 0))
  .map(defineCalendar);

/** Instants of many years, far enough from the ends of the span for two sums, and those aimed at bells and changes. */
const moments = fc.oneof(
  { weight: 3, arbitrary: instants },
  { weight: 1, arbitrary: fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2165, 0, 1) }) },
);

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 400 * HOUR }),
  fc.nat(1000).map((quarters) => (quarters * HOUR) / 4),
  fc.nat(3),
);
const sides = fc.constantFrom(1, -1);

const add = (at: number, amount: number, calendar: Calendar) =>
  addWorkingTime(at, amount, calendar).getTime();

const dates = fc
  .oneof(
    fc.nat(364).map((day) => Date.UTC(YEAR, 0, 1) + day * DAY),
    fc.nat(60_000).map((day) => (5000 + day) * DAY),
  )
  .map((t) => new Date(t).toISOString().slice(0, 10) as CivilDate);
const shift = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as CivilDate;

describe('the laws of working time', () => {
  it('between t and add(t, x) there is x, forward and backward', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, sides, (calendar, t, x, side) => {
        expect(workingTimeBetween(t, add(t, side * x, calendar), calendar)).toBe(x === 0 ? 0 : side * x);
      }),
      runs,
    );
  });

  it('adding x and then y of the same sign is adding x + y', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, amounts, sides, (calendar, t, x, y, side) => {
        expect(add(add(t, side * x, calendar), side * y, calendar)).toBe(add(t, side * (x + y), calendar));
      }),
      runs,
    );
  });

  it('between(a, b) is -between(b, a), and never -0', () => {
    fc.assert(
      fc.property(calendars, moments, moments, (calendar, a, b) => {
        const there = workingTimeBetween(a, b, calendar);
        const back = workingTimeBetween(b, a, calendar);
        expect(there + back).toBe(0);
        expect(Object.is(there, -0) || Object.is(back, -0)).toBe(false);
      }),
      runs,
    );
  });

  it('between(a, c) is between(a, b) + between(b, c)', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, a, b, c) => {
        expect(workingTimeBetween(a, c, calendar)).toBe(
          workingTimeBetween(a, b, calendar) + workingTimeBetween(b, c, calendar),
        );
      }),
      runs,
    );
  });

  it('add is monotone in t and in x', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        fc.nat(3 * DAY),
        amounts,
        fc.nat(30 * HOUR),
        sides,
        (calendar, t, later, x, more, side) => {
          expect(add(t, side * x, calendar)).toBeLessThanOrEqual(add(t + later, side * x, calendar));
          expect(add(t, x, calendar)).toBeLessThanOrEqual(add(t, x + more, calendar));
          expect(add(t, -x, calendar)).toBeGreaterThanOrEqual(add(t, -x - more, calendar));
        },
      ),
      runs,
    );
  });

  it('add(t, 0) is t, and so is add(t, -0)', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, t) => {
        expect(add(t, 0, calendar)).toBe(t);
        expect(add(t, -0, calendar)).toBe(t);
      }),
      runs,
    );
  });

  it('an amount built to end at a bell lands on that bell: the closing one forward, the opening one backward', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, t) => {
        for (const { start, end } of workingIntervals({ from: t, to: t + 5 * DAY }, calendar)) {
          if (end.getTime() === t + 5 * DAY) continue; // clipped there: no bell
          expect(add(t, workingTimeBetween(t, end, calendar), calendar)).toBe(end.getTime());
          if (start.getTime() === t) continue;
          const later = end.getTime() + HOUR;
          expect(add(later, workingTimeBetween(later, start, calendar), calendar)).toBe(start.getTime());
        }
      }),
      runs,
    );
  });

  it('the next working time is open, the last closing is not, and nothing lies between them and t', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, t) => {
        const next = nextWorkingTime(t, calendar).getTime();
        const previous = previousWorkingTime(t, calendar).getTime();
        expect(isWorkingTime(next, calendar)).toBe(true);
        expect(isWorkingTime(previous - 1, calendar)).toBe(true);
        expect(next === t).toBe(isWorkingTime(t, calendar));
        expect(previous === t).toBe(isWorkingTime(t - 1, calendar));
        expect(workingTimeBetween(previous, next, calendar)).toBe(0);
      }),
      runs,
    );
  });

  it('shifting by whole weeks shifts the result, in a zone of one offset without holidays', () => {
    fc.assert(
      fc.property(
        weeklySpecs,
        instants,
        amounts,
        fc.integer({ min: -900, max: 900 }),
        (spec, t, x, weeks) => {
          const calendar = defineCalendar({ timeZone: 'Etc/GMT-8', week: spec.week });
          fc.pre(workingTimeBetween(t, t + 7 * DAY, calendar) > 0);
          expect(add(t + weeks * 7 * DAY, x, calendar)).toBe(add(t, x, calendar) + weeks * 7 * DAY);
        },
      ),
      runs,
    );
  });

  it('a holiday more never makes a result earlier', () => {
    fc.assert(
      fc.property(weeklySpecs, instants, amounts, dates, (spec, t, x, date) => {
        fc.pre(Object.values(spec.week).some((hours) => hours.length > 0));
        const closedMore = defineCalendar({ ...spec, holidays: [...(spec.holidays ?? []), date] });
        expect(add(t, x, closedMore)).toBeGreaterThanOrEqual(add(t, x, defineCalendar(spec)));
      }),
      runs,
    );
  });

  it('the order in which years are first asked for changes nothing', () => {
    fc.assert(
      fc.property(weeklySpecs, fc.array(moments, { minLength: 2, maxLength: 5 }), (spec, times) => {
        const [first, second] = [defineCalendar(spec), defineCalendar(spec)];
        const sums = (calendar: Calendar, order: number[]) =>
          new Map(order.map((t) => [t, workingTimeBetween(t, times[0]!, calendar)]));
        const forward = sums(first, times);
        const backward = sums(second, [...times].reverse());
        for (const [t, sum] of forward) expect(backward.get(t)).toBe(sum);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the laws of working days', () => {
  it('n working days after d is a working day with n - 1 strictly between, before it likewise', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 1, max: 60 }), (calendar, date, n) => {
        const after = addWorkingDays(date, n, calendar);
        const before = addWorkingDays(date, -n, calendar);
        expect(isWorkingDay(after, calendar) && isWorkingDay(before, calendar)).toBe(true);
        let found = 0;
        for (let day = shift(date, 1); day < after; day = shift(day, 1))
          if (isWorkingDay(day, calendar)) found += 1;
        expect(found).toBe(n - 1);
        for (let day = shift(date, -1); day > before; day = shift(day, -1))
          if (isWorkingDay(day, calendar)) found -= 1;
        expect(found).toBe(0);
      }),
      runs,
    );
  });

  it('workingDaysBetween(d, addWorkingDays(d, n)) is n; reversed it is the negative, never -0', () => {
    fc.assert(
      fc.property(calendars, dates, fc.nat(2000), (calendar, date, n) => {
        const after = addWorkingDays(date, n, calendar);
        expect(workingDaysBetween(date, after, calendar)).toBe(n);
        expect(workingDaysBetween(after, date, calendar)).toBe(n === 0 ? 0 : -n);
      }),
      runs,
    );
  });

  it('a day is worked exactly when some working time belongs to it', () => {
    fc.assert(
      fc.property(weeklySpecs, dates, (spec, date) => {
        // Without nights and changes of the clock (Kolkata has had none), what belongs to a date lies in it.
        fc.pre(!JSON.stringify(spec).includes('22:'));
        const calendar = defineCalendar({ ...spec, timeZone: 'Asia/Kolkata' });
        const from = Date.parse(`${date}T00:00:00+05:30`);
        expect(isWorkingDay(date, calendar)).toBe(workingTimeBetween(from, from + DAY, calendar) > 0);
      }),
      runs,
    );
  });
});
