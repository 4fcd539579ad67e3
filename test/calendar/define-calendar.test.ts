import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { day, full, source, timeZone } from './demo-calendar.ts';

const HOUR = 3_600_000;

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep);
  return value;
}

describe('a calendar', () => {
  it('is a frozen copy whose JSON is the specification, key order kept', () => {
    const calendar = defineCalendar(full);
    expect(JSON.stringify(calendar)).toBe(JSON.stringify(full));
    expect(Object.isFrozen(calendar)).toBe(true);
    expect('week' in calendar && Object.isFrozen(calendar.week)).toBe(true);
    expect(Object.keys(calendar)).toEqual(['timeZone', 'week', 'holidays', 'exceptions']);
  });

  it('brings itself back through JSON, calendars inside others included', () => {
    const both = defineCalendar({ intersect: [defineCalendar(full), { union: [defineCalendar(full)] }] });
    expect(JSON.stringify(both)).toBe(JSON.stringify({ intersect: [full, { union: [full] }] }));
    const again: CalendarSpec = JSON.parse(JSON.stringify(both));
    for (const at of ['2026-05-08T10:00+08:00', '2026-05-09T10:00+08:00', '2026-05-10T10:00+08:00']) {
      expect(isWorkingTime(at, again)).toBe(isWorkingTime(at, both));
      expect(isWorkingTime(at, defineCalendar(again))).toBe(isWorkingTime(at, both));
    }
  });

  it('takes a deeply frozen specification and changes nothing of an open one', () => {
    const text = JSON.stringify(full);
    expect(isWorkingDay('2026-05-08', defineCalendar(freezeDeep(JSON.parse(text) as CalendarSpec)))).toBe(
      true,
    );
    const open = JSON.parse(text) as CalendarSpec;
    defineCalendar(open);
    expect(JSON.stringify(open)).toBe(text);
    expect(Object.isFrozen(open)).toBe(false);
  });

  it('does not follow later changes of the object it was made from', () => {
    const spec = { timeZone, week: { mon: ['09:00-17:00'] } };
    const calendar = defineCalendar(spec);
    spec.week.mon[0] = '10:00-11:00';
    expect(isWorkingTime('2026-01-05T09:30+08:00', calendar)).toBe(true);
  });

  it('made by another copy of the package, of another version, is compiled from what it says', () => {
    const own = defineCalendar(full);
    for (const key of ['duly.calendar', 'duly.calendar.3', '']) {
      const value = { version: 'other', add: () => 0, isWorking: () => false, between: () => 0 };
      const other = Object.freeze(
        Object.defineProperty({ ...own }, Symbol.for(key), { value }),
      ) as typeof own;
      expect(isWorkingTime('2026-05-09T10:00+08:00', other)).toBe(true);
      expect(workingTimeBetween('2026-05-09T00:00+08:00', '2026-05-10T00:00+08:00', other)).toBe(8 * HOUR);
    }
  });

  it('may be given as its specification, without defining it', () => {
    expect(isWorkingDay('2026-05-04', full)).toBe(false);
    expect(isWorkingDay('2026-05-05', JSON.parse(JSON.stringify(full)) as CalendarSpec)).toBe(true);
  });

  it('leaves out what is undefined, as JSON does', () => {
    const spec = {
      timeZone,
      week: { mon: day, tue: undefined },
      holidays: undefined,
    } as unknown as CalendarSpec;
    expect(JSON.stringify(defineCalendar(spec))).toBe(JSON.stringify(spec));
    expect(Object.keys(defineCalendar(spec))).toEqual(['timeZone', 'week']);
  });

  it('reads each property once, so a getter that changes its mind does no harm', () => {
    let reads = 0;
    const spec = {
      timeZone,
      get week() {
        reads += 1;
        return reads === 1 ? { mon: day } : { mon: ['bad'] };
      },
    };
    expect(isWorkingDay('2026-01-05', defineCalendar(spec))).toBe(true);
    expect(reads).toBe(1);
  });

  it('combined thirty times over is asked as quickly as once', () => {
    let spec: CalendarSpec = { timeZone, week: { mon: ['20:00-06:00'] } };
    for (let depth = 0; depth < 30; depth += 1) spec = { union: [spec] };
    const deep = defineCalendar(spec);
    expect(isWorkingTime('2026-01-06T05:00+08:00', deep)).toBe(true);
    expect(isWorkingTime('2026-01-06T06:00+08:00', deep)).toBe(false);
  });

  it('that holds the same part twice, thirty times over, is copied and asked as quickly as one that holds it once', () => {
    const nights: CalendarSpec = { timeZone, week: { mon: ['20:00-06:00'] }, holidays: [source] };
    const days: CalendarSpec = { timeZone, week: { mon: ['09:00-21:00'] } };
    let twice: CalendarSpec = nights;
    let [before, last]: CalendarSpec[] = [nights, days];
    for (let depth = 0; depth < 30; depth += 1) {
      twice = { union: [twice, twice] };
      [before, last] = [last!, { union: [last!, before!] }];
    }
    for (const spec of [twice, last!]) {
      const calendar = defineCalendar(spec);
      expect(isWorkingTime('2026-01-06T05:00+08:00', calendar)).toBe(true);
      expect(isWorkingTime('2026-01-06T06:00+08:00', calendar)).toBe(false);
    }
  });

  it('nested 31 deep is a calendar like any other, one nested 32 deep is refused', () => {
    let spec: CalendarSpec = { timeZone, week: { mon: day } };
    for (let depth = 0; depth < 31; depth += 1) spec = { union: [spec] };
    expect(isWorkingDay('2026-01-05', defineCalendar(spec))).toBe(true);
    expect(() => defineCalendar({ union: [spec] })).toThrow(
      expect.objectContaining({ code: 'calendar.cycle', path: expect.arrayContaining(['union', 0, 'week']) }),
    );
  });

  it('may have no holidays, no exceptions and no hours', () => {
    const closed = defineCalendar({ timeZone, week: {}, holidays: [], exceptions: {} });
    expect(isWorkingTime('2026-01-05T10:00+08:00', closed)).toBe(false);
    expect(isWorkingDay('2026-01-05', closed)).toBe(false);
    expect(workingTimeBetween('2026-01-05T10:00+08:00', '2027-01-05T10:00+08:00', closed)).toBe(0);
    expect([...workingIntervals({ from: '2026-01-05T00:00Z', to: '2026-03-05T00:00Z' }, closed)]).toEqual([]);
  });
});
