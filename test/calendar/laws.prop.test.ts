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
/** In each zone of the host. */
const runs = { numRuns: 30 };

/** Calendars that are open somewhere in every year: their weeks have hours. */
const calendars: fc.Arbitrary<Calendar> = weeklySpecs
  .filter(({ week }) => Object.values(week).some((hours) => hours.length > 0))
  .map(defineCalendar);

const LAST = Date.UTC(2200, 0, 1) - 1;

/** Instants aimed at bells and changes of the clock, and those of the whole span, its first and last days above all. */
const moments = fc.oneof(
  { weight: 4, arbitrary: instants },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: LAST }) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(0, 1), fc.nat(20 * DAY)) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.constantFrom(LAST, LAST - 1),
      fc.nat(20 * DAY).map((ms) => LAST - ms),
    ),
  },
);

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 400 * HOUR }),
  fc.nat(1000).map((quarters) => (quarters * HOUR) / 4),
  fc.nat(3),
);
const sides = fc.constantFrom(1, -1);

/** The answer, or what it would be if the span had no ends: an infinity on the side of `sign`. */
function within(sign: number, work: () => number): number {
  try {
    return work();
  } catch (error) {
    expect(error).toMatchObject({ code: 'calendar.span' });
    return sign * Number.POSITIVE_INFINITY;
  }
}

/** Laws about infinity hold too, so that sums which leave the span are no exceptions. */
const add = (at: number, amount: number, calendar: Calendar) =>
  Number.isFinite(at) ? within(amount, () => addWorkingTime(at, amount, calendar).getTime()) : at;

const days = fc.oneof(
  { weight: 3, arbitrary: fc.nat(364).map((day) => Date.UTC(YEAR, 0, 1) / DAY + day) },
  { weight: 2, arbitrary: fc.nat(84_005) },
  { weight: 1, arbitrary: fc.nat(40) },
  { weight: 1, arbitrary: fc.nat(40).map((day) => 84_005 - day) },
);
const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10) as CivilDate;
const dates = days.map(dateOf);
const [firstDay, lastDay] = [0, 84_005];
const addDays = (day: number, n: number, calendar: Calendar) =>
  within(n, () => Date.parse(`${addWorkingDays(dateOf(day), n, calendar)}T00:00:00Z`) / DAY);
const daysBetween = (a: number, b: number, calendar: Calendar) =>
  workingDaysBetween(dateOf(a), dateOf(b), calendar);

describe('the laws of working time', () => {
  it('between t and add(t, x) there is x, forward and backward; it is refused exactly where the span holds less', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, sides, (calendar, t, x, side) => {
        const at = add(t, side * x, calendar);
        const left = workingTimeBetween(t, side > 0 ? LAST : 0, calendar);
        expect(Number.isFinite(at)).toBe(x <= Math.abs(left));
        if (Number.isFinite(at)) expect(workingTimeBetween(t, at, calendar)).toBe(x === 0 ? 0 : side * x);
      }),
      runs,
    );
  });

  it('all that the span holds after t can be added, and one ms more can not; before it likewise', () => {
    fc.assert(
      fc.property(calendars, moments, sides, (calendar, t, side) => {
        const left = workingTimeBetween(t, side > 0 ? LAST : 0, calendar);
        expect(workingTimeBetween(t, add(t, left, calendar), calendar)).toBe(left);
        expect(add(t, left + side, calendar)).toBe(side * Number.POSITIVE_INFINITY);
      }),
      { numRuns: 10 },
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
          const next = Math.min(t + later, LAST);
          expect(add(t, side * x, calendar)).toBeLessThanOrEqual(add(next, side * x, calendar));
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
        const next = within(1, () => nextWorkingTime(t, calendar).getTime());
        const previous = within(-1, () => previousWorkingTime(t, calendar).getTime());
        if (Number.isFinite(next)) expect(isWorkingTime(next, calendar)).toBe(true);
        if (Number.isFinite(previous)) expect(isWorkingTime(previous - 1, calendar)).toBe(true);
        expect(next === t).toBe(isWorkingTime(t, calendar));
        expect(previous === t).toBe(t > 0 && isWorkingTime(t - 1, calendar));
        expect(workingTimeBetween(Math.max(previous, 0), Math.min(next, LAST), calendar)).toBe(0);
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
      { numRuns: 15 },
    );
  });
});

describe('the laws of working days', () => {
  it('n working days after d is a working day with n - 1 strictly between, before it likewise', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 1, max: 60 }), (calendar, day, n) => {
        const worked = (from: number, to: number) => {
          let found = 0;
          for (let at = Math.max(from, firstDay); at <= Math.min(to, lastDay); at += 1)
            if (isWorkingDay(dateOf(at), calendar)) found += 1;
          return found;
        };
        const after = addDays(day, n, calendar);
        const before = addDays(day, -n, calendar);
        if (Number.isFinite(after)) {
          expect(isWorkingDay(dateOf(after), calendar)).toBe(true);
          expect(worked(day + 1, after - 1)).toBe(n - 1);
        } else expect(worked(day + 1, lastDay)).toBeLessThan(n);
        if (Number.isFinite(before)) {
          expect(isWorkingDay(dateOf(before), calendar)).toBe(true);
          expect(worked(before + 1, day - 1)).toBe(n - 1);
        } else expect(worked(firstDay, day - 1)).toBeLessThan(n);
      }),
      runs,
    );
  });

  it('workingDaysBetween(d, addWorkingDays(d, n)) is n; reversed it is the negative, never -0', () => {
    fc.assert(
      fc.property(calendars, days, fc.nat(2000), (calendar, day, n) => {
        const after = addDays(day, n, calendar);
        const left = daysBetween(day, lastDay, calendar);
        expect(Number.isFinite(after)).toBe(n <= left);
        const end = Number.isFinite(after) ? after : lastDay;
        const count = Math.min(n, left);
        expect(daysBetween(day, end, calendar)).toBe(count);
        expect(daysBetween(end, day, calendar)).toBe(count === 0 ? 0 : -count);
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
        // What lies in the first and last dates, but not in the span, can't be asked about.
        fc.pre(date > '1970-01-01' && date < '2199-12-31');
        const from = Date.parse(`${date}T00:00:00+05:30`);
        expect(isWorkingDay(date, calendar)).toBe(workingTimeBetween(from, from + DAY, calendar) > 0);
      }),
      runs,
    );
  });
});
