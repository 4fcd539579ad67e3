import { describe, expect, it } from 'vitest';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { closingOf } from '../../src/calendar/instant-at.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import type { HolidaySource, WeeklySpec } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { toEpochDay } from '../../src/instant/civil.ts';

const source: HolidaySource = {
  id: 'test',
  title: 'Test',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: ['2026-12-25'],
  working: ['2026-12-19'],
  names: {},
  early: { '2026-12-24': '12:30', '2026-12-25': '14:00', '2026-12-19': '10:00', '2026-12-31': '08:00' },
};
const hours = ['09:00-12:00', '13:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const office = (rest: Partial<WeeklySpec> = {}) =>
  defineCalendar({ timeZone: 'Europe/Berlin', week, holidays: [source], ...rest });
const hoursOn = (date: string, calendar = office()) =>
  workingTimeBetween(`${date}T00:00:00+01:00`, `${date}T23:59:59+01:00`, calendar) / 3_600_000;

describe('days whose hours end early', () => {
  it('has 3 hours on a day of 09:00-12:00 and 13:00-18:00 that ends at 12:30', () => {
    expect(hoursOn('2026-12-24')).toBe(3);
  });

  it('closes at 12:00 on such a day, at 13:30 where it ends at 13:30', () => {
    const closing = (time: string) => {
      const holidays = [{ ...source, early: { '2026-12-24': time } }] as HolidaySource[];
      return new Date(closingOf(timetableOf(office({ holidays })), toEpochDay('2026-12-24')));
    };
    expect(closing('12:30')).toEqual(new Date('2026-12-24T12:00:00+01:00'));
    expect(closing('13:00')).toEqual(new Date('2026-12-24T12:00:00+01:00'));
    expect(closing('13:30')).toEqual(new Date('2026-12-24T13:30:00+01:00'));
    expect(closing('20:00')).toEqual(new Date('2026-12-24T18:00:00+01:00'));
  });

  it('has 3.5 hours of 09:00-18:00', () => {
    const thu = ['09:00-18:00'];
    expect(hoursOn('2026-12-24', office({ week: { thu } }))).toBe(3.5);
  });

  it('is closed where it ends before it opens', () => {
    expect(isWorkingDay('2026-12-31', office())).toBe(false);
  });

  it('keeps a day off that is both, a make-up day whole, and gives way to an exception', () => {
    expect(isWorkingDay('2026-12-25', office())).toBe(false);
    expect(hoursOn('2026-12-19')).toBe(8);
    expect(hoursOn('2026-12-24', office({ exceptions: { '2026-12-24': 'working' } }))).toBe(8);
  });

  it('takes the earlier of two sources', () => {
    const other = { ...source, early: { '2026-12-24': '11:00' } };
    expect(hoursOn('2026-12-24', office({ holidays: [source, other] }))).toBe(2);
    expect(hoursOn('2026-12-24', office({ holidays: [other, source] }))).toBe(2);
  });

  it('cuts a night shift that starts on that day only by what lies after: none', () => {
    const calendar = office({ week: { wed: ['22:00-06:00'], thu: ['22:00-06:00'] } });
    expect(isWorkingDay('2026-12-24', calendar)).toBe(false);
    expect(addWorkingTime('2026-12-23T22:00:00+01:00', 8 * 3_600_000, calendar)).toEqual(
      new Date('2026-12-24T06:00:00+01:00'),
    );
  });

  it.each(['24:30', '9:00', 'noon', 14])('refuses %s with its place', (time) => {
    const early = { '2026-12-24': time as string };
    expect(() => office({ holidays: [{ ...source, early }] })).toThrow(
      expect.objectContaining({ code: 'calendar.interval', path: ['holidays', 0, 'early', '2026-12-24'] }),
    );
  });
});
