import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import { full, hoursOf, source, timeZone, week } from './demo-calendar.ts';

const HOUR = 3_600_000;

describe('what decides a day', () => {
  it.each([
    ['2026-05-01', 0, 'a holiday of the source, a Friday'],
    ['2026-05-09', 8, 'its make-up day, a Saturday'],
    ['2026-12-24', 0, 'a single date'],
    ['2026-07-31', 8, 'the day before a range'],
    ['2026-08-03', 0, 'a Monday in the range'],
    ['2026-08-07', 0, 'the last day of the range'],
    ['2026-08-10', 8, 'the Monday after it'],
    ['2026-06-24', 0, 'a yearly date in 2026'],
    ['2027-06-24', 0, 'the same in 2027'],
    ['2024-02-29', 0, 'the yearly leap day, a Thursday'],
    ['2023-03-01', 8, 'no leap day in 2023: the day after 28 February'],
    ['2023-02-28', 8, 'nor the day itself'],
    ['2026-12-31', 3, 'an exception with hours'],
    ['2026-02-28', 8, "a Saturday that is 'working'"],
    ['2026-03-02', 0, "a Monday that is 'closed'"],
    ['2026-01-10', 0, 'a Saturday'],
  ])('%s has %i hours: %s', (date, hours) => {
    expect(hoursOf(full, date)).toBe(hours);
    expect(isWorkingDay(date as CivilDate, full)).toBe(hours > 0);
  });

  it('an exception beats a make-up day, a make-up day beats a holiday, a holiday beats the week', () => {
    const both = { ...source, off: ['2026-05-08', '2026-05-09'], working: ['2026-05-09'] } as HolidaySource;
    const holidays = [both, '2026-05-09'] as const;
    expect(hoursOf({ timeZone, week, holidays }, '2026-05-08')).toBe(0);
    expect(hoursOf({ timeZone, week, holidays }, '2026-05-09')).toBe(8);
    expect(hoursOf({ timeZone, week, holidays, exceptions: { '2026-05-09': 'closed' } }, '2026-05-09')).toBe(
      0,
    );
    expect(hoursOf({ timeZone, week, holidays, exceptions: { '2026-05-08': 'working' } }, '2026-05-08')).toBe(
      8,
    );
  });

  it('a range may be one day: 3 August 2026', () => {
    const holidays = [{ from: '2026-08-03', to: '2026-08-03' }] as const;
    expect(hoursOf({ timeZone, week, holidays }, '2026-08-03')).toBe(0);
    expect(hoursOf({ timeZone, week, holidays }, '2026-08-04')).toBe(8);
  });

  it('hours are the same in whatever order they are written: 3, 5 and 4 of them, till 02:00', () => {
    const written = ['22:00-02:00', '13:00-18:00', '09:00-12:00'];
    for (const mon of [written, [...written].reverse()]) {
      const range = { from: '2026-01-05T00:00+08:00', to: '2026-01-07T00:00+08:00' };
      const lengths = [...workingIntervals(range, defineCalendar({ timeZone, week: { mon } }))].map(
        ({ start, end }) => (end.getTime() - start.getTime()) / HOUR,
      );
      expect(lengths).toEqual([3, 5, 4]);
      const other = { timeZone, week: {}, exceptions: { '2026-01-06': mon } };
      expect(hoursOf(other, '2026-01-06')).toBe(10);
    }
  });

  it("a make-up day and 'working' have Monday's hours, or those of the first weekday that has any", () => {
    const exceptions = { '2026-05-10': 'working' } as const;
    const holidays = [source];
    const monday = { mon: ['10:00-12:00'], fri: ['09:00-17:00'] };
    expect(hoursOf({ timeZone, week: monday, holidays, exceptions }, '2026-05-09')).toBe(2);
    expect(hoursOf({ timeZone, week: monday, holidays, exceptions }, '2026-05-10')).toBe(2);
    const wednesday = { mon: [], wed: ['10:00-13:00'], fri: ['09:00-17:00'] };
    expect(hoursOf({ timeZone, week: wednesday, holidays, exceptions }, '2026-05-09')).toBe(3);
    expect(hoursOf({ timeZone, week: 'always', holidays, exceptions }, '2026-05-09')).toBe(24);
    expect(hoursOf({ timeZone, week: {}, holidays, exceptions }, '2026-05-09')).toBe(0);
  });
});
