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
import type { CivilDate } from '../../src/instant/types.ts';
import { isOpen, isWorkedOn, type OracleSpec, openIntervals } from '../support/oracle.ts';
import { edges } from './edge-cases.ts';

const DAY = 86_400_000;
const dateAt = (t: number) => new Date(t).toISOString().slice(0, 10) as CivilDate;
const same = (spec: CalendarSpec) => spec as unknown as OracleSpec;
describe.each(edges)('%s', (_, spec, first, count) => {
  const calendar = defineCalendar(spec);
  const from = Date.parse(`${first}T00:00:00Z`);
  const to = from + count * DAY - 1;
  const open = [...openIntervals(same(spec), from, to)];

  it('has the intervals that a walk finds', () => {
    const found = [...workingIntervals({ from, to }, calendar)];
    expect(found.map(({ start, end }) => [+start, +end])).toEqual(open);
    const sum = open.reduce((total, [start, end]) => total + end - start, 0);
    expect(workingTimeBetween(from, to, calendar)).toBe(sum);
    expect(workingTimeBetween(to, from, calendar)).toBe(0 - sum);
  });

  it('is open from each opening bell up to each closing bell', () => {
    for (const bell of open.flat())
      for (const at of [bell - 1, bell, bell + 1])
        if (at >= from && at <= to) expect(isWorkingTime(at, calendar)).toBe(isOpen(same(spec), at));
  });

  it('adds up to each closing bell, and back to each opening bell', () => {
    let sum = 0;
    for (const [start, end] of open) {
      sum += end - start;
      expect(+addWorkingTime(from, sum, calendar)).toBe(end);
      if (end - start > 1) expect(+addWorkingTime(from, sum - 1, calendar)).toBe(end - 1);
    }
    sum = 0;
    for (const [start, end] of open.toReversed()) {
      sum += end - start;
      expect(+addWorkingTime(to, -sum, calendar)).toBe(start);
      expect(+addWorkingTime(end, start - end, calendar)).toBe(start);
    }
  });

  it('finds the next opening and the last closing', () => {
    open.forEach(([start, end], index) => {
      const next = open[index + 1]?.[0];
      expect(+nextWorkingTime(start, calendar)).toBe(start);
      expect(+nextWorkingTime(end - 1, calendar)).toBe(end - 1);
      expect(+previousWorkingTime(end, calendar)).toBe(end);
      expect(+previousWorkingTime(start + 1, calendar)).toBe(start + 1);
      if (next === undefined) return;
      for (const at of [end, next - 1, next]) expect(+nextWorkingTime(at, calendar)).toBe(next);
      for (const at of [end + 1, next]) expect(+previousWorkingTime(at, calendar)).toBe(end);
    });
  });

  // A long walk, and the same on every host.
  it.runIf(process.env.TZ === 'UTC')('has the working days on which it is ever open, and counts them', () => {
    const dates = Array.from({ length: count }, (_, index) => dateAt(from + index * DAY));
    const worked = dates.filter((date) => isWorkedOn(same(spec), date));
    expect(dates.filter((date) => isWorkingDay(date, calendar))).toEqual(worked);
    expect(workingDaysBetween(dates[0]!, dates.at(-1)!, calendar)).toBe(
      worked.filter((date) => date > dates[0]!).length,
    );
    worked.forEach((date, index) => {
      if (index > 0) expect(addWorkingDays(worked[0]!, index, calendar)).toBe(date);
      if (index > 0) expect(addWorkingDays(date, -index, calendar)).toBe(worked[0]!);
    });
  });
});
