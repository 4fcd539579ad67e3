import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { always, closed, codeOf, office } from './split-day.ts';

const HOUR = 3_600_000;
const iso = (date: Date) => date.toISOString();

describe('the ends of the span', () => {
  const zulu = always('UTC');
  const last = '2199-12-31T23:59:59.999Z';

  it('a round-the-clock calendar reaches from 1970-01-01 to the last ms of 2199', () => {
    expect(iso(addWorkingTime(0, Date.parse(last), zulu))).toBe(last);
    expect(iso(addWorkingTime(last, -Date.parse(last), zulu))).toBe('1970-01-01T00:00:00.000Z');
    expect(workingTimeBetween(0, last, zulu)).toBe(Date.parse(last));
    const whole = [...workingIntervals({ from: 0, to: last }, zulu)];
    expect(whole).toEqual([{ start: new Date(0), end: new Date(last) }]);
  });

  it('one ms more is an error, either way', () => {
    expect(codeOf(() => addWorkingTime(0, Date.parse(last) + 1, zulu))).toBe('CalendarError calendar.span');
    expect(codeOf(() => addWorkingTime(last, 1, zulu))).toBe('CalendarError calendar.span');
    expect(codeOf(() => addWorkingTime(0, -1, zulu))).toBe('CalendarError calendar.span');
    expect(codeOf(() => addWorkingTime(5, -6, office))).toBe('CalendarError calendar.span');
    expect(codeOf(() => addWorkingTime(0, Number.MAX_SAFE_INTEGER, office))).toBe(
      'CalendarError calendar.span',
    );
  });

  it('searches that run out of it are errors', () => {
    expect(codeOf(() => previousWorkingTime(0, zulu))).toBe('CalendarError calendar.span');
    expect(codeOf(() => nextWorkingTime('2199-12-31T18:00+08:00', office))).toBe(
      'CalendarError calendar.span',
    );
    expect(codeOf(() => addWorkingDays('2199-12-31', 1, office))).toBe('CalendarError calendar.span');
    expect(codeOf(() => addWorkingDays('1970-01-01', -1, office))).toBe('CalendarError calendar.span');
    expect(addWorkingDays('2199-12-30', 1, office)).toBe('2199-12-31');
    expect(addWorkingDays('1970-01-02', -1, office)).toBe('1970-01-01');
  });

  it('zones whose date is another one than that of UTC can be asked at both ends', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      expect(isWorkingTime(0, always(zone))).toBe(true);
      expect(isWorkingTime(last, always(zone))).toBe(true);
      expect(isWorkingDay('1970-01-01', always(zone))).toBe(true);
      expect(isWorkingDay('2199-12-31', always(zone))).toBe(true);
    }
  });

  it('instants and dates outside are refused as such', () => {
    expect(codeOf(() => isWorkingTime(-1, office))).toBe('InstantError instant.range');
    expect(codeOf(() => isWorkingTime('2200-01-01T00:00Z', office))).toBe('InstantError instant.range');
    expect(codeOf(() => isWorkingDay('1969-12-31', office))).toBe('InstantError instant.range');
    expect(codeOf(() => workingDaysBetween('2026-01-01', '2026-02-30', office))).toBe(
      'InstantError instant.civil-date',
    );
  });
});

describe('a calendar without hours', () => {
  it('says so when asked for a sum or a search', () => {
    const wrong = 'CalendarError calendar.no-hours';
    expect(codeOf(() => addWorkingTime(0, 1, closed))).toBe(wrong);
    expect(codeOf(() => addWorkingTime(0, -1, closed))).toBe(wrong);
    expect(codeOf(() => nextWorkingTime(0, closed))).toBe(wrong);
    expect(codeOf(() => previousWorkingTime(1, closed))).toBe(wrong);
    expect(codeOf(() => addWorkingDays('2026-01-05', 1, closed))).toBe(wrong);
    expect(codeOf(() => addWorkingDays('2026-01-05', -1, closed))).toBe(wrong);
  });

  it('adds nothing to any instant or date, and counts 0', () => {
    expect(addWorkingTime(5, 0, closed).getTime()).toBe(5);
    expect(addWorkingDays('2026-01-05', 0, closed)).toBe('2026-01-05');
    expect(workingDaysBetween('2026-01-05', '2199-01-05', closed)).toBe(0);
    expect(Object.is(workingTimeBetween(5, 0, closed), 0)).toBe(true);
  });

  it('is also one whose parts are never open together', () => {
    const never = defineCalendar({
      intersect: [
        { timeZone: 'UTC', week: { mon: ['09:00-17:00'] } },
        { timeZone: 'UTC', week: { tue: ['09:00-17:00'] } },
      ],
    });
    expect(codeOf(() => addWorkingTime(0, 1, never))).toBe('CalendarError calendar.no-hours');
  });

  it('is not one that is open on one day of 230 years: that has 8 hours, and then no more', () => {
    const once = defineCalendar({ timeZone: 'UTC', week: {}, exceptions: { '2050-06-01': ['09:00-17:00'] } });
    expect(iso(addWorkingTime('2026-01-01T00:00Z', 8 * HOUR, once))).toBe('2050-06-01T17:00:00.000Z');
    expect(iso(addWorkingTime('2190-01-01T00:00Z', -8 * HOUR, once))).toBe('2050-06-01T09:00:00.000Z');
    expect(codeOf(() => addWorkingTime('2026-01-01T00:00Z', 8 * HOUR + 1, once))).toBe(
      'CalendarError calendar.span',
    );
    expect(iso(nextWorkingTime(0, once))).toBe('2050-06-01T09:00:00.000Z');
    expect(iso(previousWorkingTime('2190-01-01T00:00Z', once))).toBe('2050-06-01T17:00:00.000Z');
    expect(codeOf(() => previousWorkingTime('2050-06-01T09:00Z', once))).toBe('CalendarError calendar.span');
    expect(addWorkingDays('1970-01-01', 1, once)).toBe('2050-06-01');
    expect(codeOf(() => addWorkingDays('1970-01-01', 2, once))).toBe('CalendarError calendar.span');
  });
});
