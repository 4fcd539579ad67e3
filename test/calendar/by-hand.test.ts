import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { CalendarSpec, WeekSpec } from '../../src/calendar/spec.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';

const HOUR = 3_600_000;
const day = ['09:00-12:00', '13:00-18:00'];
const weekdays = { mon: day, tue: day, wed: day, thu: day, fri: day };
const inZone = (timeZone: string, week: WeekSpec = 'always') => defineCalendar({ timeZone, week });

describe('hours between two instants, counted by hand', () => {
  const nights = { ...weekdays, sat: ['22:00-06:00'], sun: ['22:00-06:00'] };
  it.each<[number, string, string, CalendarSpec, string]>([
    [
      7,
      '2026-03-07T22:00-05:00',
      '2026-03-08T06:00-04:00',
      inZone('America/New_York', nights),
      'spring night',
    ],
    [
      9,
      '2026-10-31T22:00-04:00',
      '2026-11-01T06:00-05:00',
      inZone('America/New_York', nights),
      'autumn night',
    ],
    [25, '2026-02-15T00:00+01:00', '2026-02-16T00:00Z', inZone('Africa/Casablanca'), 'Ramadan begins'],
    [23, '2026-03-22T00:00Z', '2026-03-23T00:00+01:00', inZone('Africa/Casablanca'), 'Ramadan is over'],
    [
      1.5,
      '2026-03-29T00:00Z',
      '2026-03-29T04:00Z',
      inZone('Antarctica/Troll', { sun: ['00:30-04:00'] }),
      'two hours left out',
    ],
    [
      23.75,
      '1986-01-01T00:00+05:30',
      '1986-01-02T00:00+05:45',
      inZone('Asia/Kathmandu'),
      'a quarter of an hour left out',
    ],
    [
      23.5 - 44.5 / 60,
      '1972-01-07T00:44:30Z',
      '1972-01-08T00:00Z',
      inZone('Africa/Monrovia', { fri: ['00:00-23:30'] }),
      '44.5 minutes left out',
    ],
    [
      1,
      '2026-04-05T00:00+11:00',
      '2026-04-06T00:00+10:30',
      inZone('Australia/Lord_Howe', { sun: ['01:30-02:00'] }),
      'half an hour comes twice',
    ],
    [
      18,
      '2023-10-26T00:00+03:00',
      '2023-10-28T00:00+02:00',
      inZone('Africa/Cairo', { thu: ['09:00-24:00'], fri: ['00:00-02:00'] }),
      'the last hour comes twice',
    ],
    [
      24,
      '2026-01-05T00:00Z',
      '2026-01-12T00:00Z',
      inZone('UTC', { mon: ['09:00-08:59'], tue: ['08:59-09:00'] }),
      'a shift of 23:59 and a minute',
    ],
  ])('%d h from %s to %s', (hours, from, to, calendar) => {
    expect(workingTimeBetween(from, to, calendar)).toBe(hours * HOUR);
    expect(addWorkingTime(to, -hours * HOUR, calendar).getTime()).toBeGreaterThanOrEqual(Date.parse(from));
  });
});

describe('midnights that are left out', () => {
  // On Friday 2023-04-28 clocks in Cairo went from 00:00 to 01:00.
  it('take an interval of 00:00-00:30 with them: that Friday is no working day', () => {
    const early = inZone('Africa/Cairo', { fri: ['00:00-00:30'] });
    expect(isWorkingDay('2023-04-28', early)).toBe(false);
    expect(addWorkingDays('2023-04-21', 1, early)).toBe('2023-05-05');
    expect(nextWorkingTime('2023-04-27T12:00+02:00', early)).toEqual(new Date('2023-05-05T00:00+03:00'));
  });

  it('join the evening before to 01:00', () => {
    const late = inZone('Africa/Cairo', { thu: ['09:00-24:00'], fri: ['00:00-02:00'] });
    expect([
      ...workingIntervals({ from: '2023-04-27T00:00+02:00', to: '2023-04-29T00:00+03:00' }, late),
    ]).toEqual([{ start: new Date('2023-04-27T09:00+02:00'), end: new Date('2023-04-28T02:00+03:00') }]);
  });

  it('Kwajalein left out 1993-08-21', () => {
    const kwajalein = inZone('Pacific/Kwajalein');
    expect(isWorkingDay('1993-08-21', kwajalein)).toBe(false);
    expect(addWorkingDays('1993-08-20', 1, kwajalein)).toBe('1993-08-22');
  });
});

/** A week off with one night worked in it, a Saturday worked, and New Year's Eve through to the morning. */
const spec = {
  timeZone: 'Asia/Shanghai',
  week: weekdays,
  holidays: [{ from: '2026-02-16', to: '2026-02-22' }],
  exceptions: {
    '2026-02-18': ['22:00-02:00'],
    '2026-02-28': 'working',
    '2026-12-31': ['09:00-24:00'],
    '2027-01-01': ['00:00-06:00'],
  },
} as const satisfies CalendarSpec;

describe('exceptions, counted by hand', () => {
  const calendar = defineCalendar(spec);

  it('a night in a week off is 4 hours and one working day, the one it starts on', () => {
    expect(workingTimeBetween('2026-02-16T00:00+08:00', '2026-02-23T00:00+08:00', calendar)).toBe(4 * HOUR);
    expect(isWorkingTime('2026-02-19T01:00+08:00', calendar)).toBe(true);
    expect(isWorkingDay('2026-02-19', calendar)).toBe(false);
    expect(addWorkingDays('2026-02-23', -1, calendar)).toBe('2026-02-18');
    expect(addWorkingDays('2026-02-23', -2, calendar)).toBe('2026-02-13');
    expect(previousWorkingTime('2026-02-23T09:00+08:00', calendar)).toEqual(
      new Date('2026-02-19T02:00+08:00'),
    );
  });

  it('after 13 February up to 2 March there are 8: 18, 23 to 27, the Saturday 28, and 2 March', () => {
    expect(workingDaysBetween('2026-02-13', '2026-03-02', calendar)).toBe(8);
  });

  it('21 hours from 09:00 on the last of December are one interval, which ends at 06:00', () => {
    const [from, to] = ['2026-12-31T09:00+08:00', '2027-01-01T06:00+08:00'];
    expect(addWorkingTime(from, '21 working hours', calendar)).toEqual(new Date(to));
    expect([...workingIntervals({ from, to: '2027-01-01T09:00+08:00' }, calendar)]).toEqual([
      { start: new Date(from), end: new Date(to) },
    ]);
  });
});

describe('what is given', () => {
  it('may be frozen for every function, and is as it was afterwards', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const at = freeze({ epochMilliseconds: Date.UTC(2026, 1, 20) });
    const date = Object.freeze(new Date('2026-03-05T00:00Z'));
    const range = Object.freeze({ from: at, to: date });
    const text = JSON.stringify(spec);
    for (const calendar of [freeze(JSON.parse(text) as CalendarSpec), freeze(defineCalendar(spec))]) {
      addWorkingTime(at, HOUR, calendar);
      addWorkingTime(date, -HOUR, calendar);
      workingTimeBetween(at, date, calendar);
      addWorkingDays('2026-02-20', 3, calendar);
      workingDaysBetween('2026-02-20', '2026-02-01', calendar);
      isWorkingTime(at, calendar);
      isWorkingDay('2026-02-20', calendar);
      nextWorkingTime(at, calendar);
      previousWorkingTime(date, calendar);
      expect([...workingIntervals(range, calendar)].length).toBeGreaterThan(5);
      expect(JSON.stringify(calendar)).toBe(text);
    }
    expect(at.epochMilliseconds).toBe(Date.UTC(2026, 1, 20));
    expect(date.getTime()).toBe(Date.UTC(2026, 2, 5));
  });
});
