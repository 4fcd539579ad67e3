import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { calendarSpecs, instants as instantsOf } from '../../src/testing/index.ts';
import {
  isOpen,
  type OracleSpec,
  openIntervals,
  openTime,
  walkBackward,
  walkForward,
} from '../support/oracle.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const asOracle = (spec: CalendarSpec) => spec as unknown as OracleSpec;

/**
 * The first and the last year of the span, and some in which clocks did odd things: Monrovia went on by 44.5 minutes,
 * Kwajalein left out a day, Boa Vista changed twice within a week, Apia left out a day, 2100 has no leap day.
 */
const years = [1970, 1972, 1993, 2000, 2007, 2011, 2026, 2100, 2199];
/** In each zone of the host. */
const runs = { numRuns: 4 };

describe.each(years)('in %i, beside a walk that asks of every minute whether it is open', (year) => {
  const weeklySpecs = calendarSpecs({ year });
  const instants = instantsOf({ year });

  it('isWorkingTime agrees at any instant', () => {
    fc.assert(
      fc.property(weeklySpecs, fc.array(instants, { minLength: 5, maxLength: 30 }), (spec, moments) => {
        const calendar = defineCalendar(spec);
        for (const at of moments) expect(isWorkingTime(at, calendar)).toBe(isOpen(asOracle(spec), at));
      }),
      runs,
    );
  });

  it('workingIntervals are the same intervals over 3 days', () => {
    fc.assert(
      fc.property(weeklySpecs, instants, (spec, from) => {
        const to = from + 3 * DAY;
        const found = [...workingIntervals({ from, to }, defineCalendar(spec))];
        expect(found.map(({ start, end }) => [start.getTime(), end.getTime()])).toEqual([
          ...openIntervals(asOracle(spec), from, to),
        ]);
      }),
      runs,
    );
  });

  it('workingTimeBetween is the same sum over up to 4 days', () => {
    fc.assert(
      fc.property(weeklySpecs, instants, fc.integer({ min: 0, max: 4 * DAY }), (spec, from, length) => {
        expect(workingTimeBetween(from, from + length, defineCalendar(spec))).toBe(
          openTime(asOracle(spec), from, from + length),
        );
      }),
      runs,
    );
  });

  it('addWorkingTime lands on the same instant, forward and backward, bells included', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 1, max: 30 * HOUR }),
      fc.integer({ min: 1, max: 120 }).map((quarters) => (quarters * HOUR) / 4),
    );
    fc.assert(
      fc.property(weeklySpecs, instants, amounts, (spec, from, amount) => {
        const calendar = defineCalendar(spec);
        const horizon = 3 * DAY;
        const forward = walkForward(asOracle(spec), from, amount, horizon);
        const backward = walkBackward(asOracle(spec), from, amount, horizon);
        if (forward !== undefined) expect(addWorkingTime(from, amount, calendar).getTime()).toBe(forward);
        if (backward !== undefined) expect(addWorkingTime(from, -amount, calendar).getTime()).toBe(backward);
      }),
      runs,
    );
  });

  it('combined calendars are open when all, or any, of their parts are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('intersect' as const, 'union' as const),
        weeklySpecs,
        fc.array(weeklySpecs, { minLength: 1, maxLength: 2 }),
        instants,
        (kind, first, others, from) => {
          const parts = [first, ...others.map((other) => ({ ...other, timeZone: first.timeZone }))];
          const spec = (kind === 'union' ? { union: parts } : { intersect: parts }) as CalendarSpec;
          const found = [...workingIntervals({ from, to: from + 2 * DAY }, defineCalendar(spec))];
          expect(found.map(({ start, end }) => [start.getTime(), end.getTime()])).toEqual([
            ...openIntervals(asOracle(spec), from, from + 2 * DAY),
          ]);
        },
      ),
      { numRuns: 2 },
    );
  });
});
