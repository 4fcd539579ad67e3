import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { dayFacts } from '../../src/calendar/day-facts.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { closingOf, instantAt } from '../../src/calendar/instant-at.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import type { WorkingAmount } from '../../src/calendar/working-amount.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { formatCivilDate, toEpochDay } from '../../src/instant/civil.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import { always, codeOf, office } from './split-day.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const iso = (date: Date) => date.toISOString();
const instant = (text: string) => new Date(text).toISOString();

describe('addWorkingTime', () => {
  it.each([
    ['2026-01-09T16:00+08:00', 2 * HOUR, '2026-01-09T18:00+08:00', 'lands on Friday 18:00, not Monday 09:00'],
    ['2026-01-09T16:00+08:00', 2 * HOUR + 1, '2026-01-12T09:00:00.001+08:00', 'one ms more lands on Monday'],
    ['2026-01-09T10:00+08:00', 2 * HOUR, '2026-01-09T12:00+08:00', 'lands on the start of lunch'],
    ['2026-01-09T12:30+08:00', HOUR, '2026-01-09T14:00+08:00', 'lunch does not count'],
    ['2026-01-10T12:00+08:00', 8 * HOUR, '2026-01-12T18:00+08:00', 'from a Saturday, all of Monday'],
    ['2026-01-12T10:00+08:00', -HOUR, '2026-01-12T09:00+08:00', 'back lands on the opening bell'],
    ['2026-01-12T10:00+08:00', -2 * HOUR, '2026-01-09T17:00+08:00', 'back over the week-end'],
    ['2026-01-10T12:00+08:00', -8 * HOUR, '2026-01-09T09:00+08:00', 'back from a Saturday to Friday 09:00'],
    ['2026-01-10T12:00+08:00', 0, '2026-01-10T12:00+08:00', 'nothing is added on a Saturday'],
    ['2026-01-10T12:00+08:00', -0, '2026-01-10T12:00+08:00', 'nor taken away'],
  ])('%s and %i ms is %s: %s', (from, amount, to) => {
    expect(iso(addWorkingTime(from, amount, office))).toBe(instant(to));
  });

  it.each<[WorkingAmount, number]>([
    ['20 working hours', 20 * HOUR],
    ['1 working hour', HOUR],
    ['8.5 working hours', 8.5 * HOUR],
    ['90 working minutes', 90 * MINUTE],
    ['1 working minute', MINUTE],
    ['0.1 working minutes', 6000],
    ['0 working hours', 0],
    ['1.1 working hours', 3_960_000],
    ['0.29 working hours', 1_044_000],
  ])('takes %j as %i ms', (text, amount) => {
    const from = '2026-01-05T10:00+08:00';
    expect(addWorkingTime(from, text, office)).toEqual(addWorkingTime(from, amount, office));
  });

  it.each([
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    2 ** 53,
    '20 hours',
    '20 working days',
    '-1 working hours',
    '+1 working hours',
    '1e3 working hours',
    '20  working hours',
    ' 20 working hours',
    '20 working hours ',
    '.5 working hours',
    '5. working hours',
    '0.00001 working minutes',
    '0.3333333 working hours',
    'twenty working hours',
    '',
    null,
    undefined,
    10n,
  ])('refuses the amount %s', (amount) => {
    expect(codeOf(() => addWorkingTime(0, amount as number, office))).toBe('CalendarError calendar.amount');
  });

  it('takes any form of instant, and refuses one without an offset', () => {
    const at = Date.parse('2026-01-09T16:00+08:00');
    const want = instant('2026-01-09T17:00+08:00');
    for (const form of [at, new Date(at), '2026-01-09T08:00Z', { epochMilliseconds: at }]) {
      expect(iso(addWorkingTime(form, HOUR, office))).toBe(want);
    }
    expect(codeOf(() => addWorkingTime('2026-01-09T16:00', HOUR, office))).toBe(
      'InstantError instant.no-offset',
    );
  });

  it('does not change the Date it is given', () => {
    const at = new Date('2026-01-09T16:00+08:00');
    addWorkingTime(at, HOUR, office);
    expect(iso(at)).toBe('2026-01-09T08:00:00.000Z');
  });

  it('goes 30 years ahead and back', () => {
    const from = '2026-01-05T09:00+08:00';
    const later = addWorkingTime(from, 30 * 365 * 8 * HOUR, office);
    expect(workingTimeBetween(from, later, office)).toBe(30 * 365 * 8 * HOUR);
    expect(iso(addWorkingTime(later, -30 * 365 * 8 * HOUR, office))).toBe(instant(from));
  });
});

describe('bells', () => {
  it('the office is open at 09:00, at 11:59:59.999, not at 12:00', () => {
    expect(isWorkingTime('2026-01-09T09:00+08:00', office)).toBe(true);
    expect(isWorkingTime('2026-01-09T11:59:59.999+08:00', office)).toBe(true);
    expect(isWorkingTime('2026-01-09T12:00+08:00', office)).toBe(false);
    expect(isWorkingTime('2026-01-09T08:59:59.999+08:00', office)).toBe(false);
  });

  it.each([
    ['2026-01-09T10:00+08:00', '2026-01-09T10:00+08:00', '2026-01-09T10:00+08:00'],
    ['2026-01-09T09:00+08:00', '2026-01-09T09:00+08:00', '2026-01-08T18:00+08:00'],
    ['2026-01-09T12:00+08:00', '2026-01-09T13:00+08:00', '2026-01-09T12:00+08:00'],
    ['2026-01-09T18:00+08:00', '2026-01-12T09:00+08:00', '2026-01-09T18:00+08:00'],
    ['2026-01-11T03:00+08:00', '2026-01-12T09:00+08:00', '2026-01-09T18:00+08:00'],
    ['2026-01-01T00:00Z', '2026-01-01T09:00+08:00', '2025-12-31T18:00+08:00'],
  ])('from %s the next working time is %s, the previous one %s', (at, next, previous) => {
    // 08:00 in Shanghai on New Year's Day: it is a Thursday like any other here.
    expect(iso(nextWorkingTime(at, office))).toBe(instant(next));
    expect(iso(previousWorkingTime(at, office))).toBe(instant(previous));
  });
});

describe('nights', () => {
  const night = { timeZone: 'Europe/Berlin', week: { fri: ['22:00-06:00'], sat: ['22:00-06:00'] } } as const;
  const calendar = defineCalendar(night);

  it('belong to the day they start on: Saturday 03:00 is worked on Friday, and Sunday is no working day', () => {
    expect(isWorkingTime('2026-01-10T03:00+01:00', calendar)).toBe(true);
    expect(isWorkingDay('2026-01-09', calendar)).toBe(true);
    expect(isWorkingDay('2026-01-11', calendar)).toBe(false);
    expect(isWorkingTime('2026-01-11T03:00+01:00', calendar)).toBe(true);
  });

  it("a holiday on Saturday does not cut Friday's shift, but takes Saturday's", () => {
    const withHoliday = defineCalendar({ ...night, holidays: ['2026-01-10'] });
    expect(isWorkingTime('2026-01-10T03:00+01:00', withHoliday)).toBe(true);
    expect(isWorkingTime('2026-01-10T23:00+01:00', withHoliday)).toBe(false);
    expect(isWorkingTime('2026-01-11T03:00+01:00', withHoliday)).toBe(false);
  });

  it("Friday's close of business is Saturday 06:00, its opening Friday 22:00", () => {
    const timetable = timetableOf(calendar);
    const friday = toEpochDay('2026-01-09');
    expect(new Date(closingOf(timetable, friday)).toISOString()).toBe(instant('2026-01-10T06:00+01:00'));
    expect(iso(nextWorkingTime(instantAt(timetable, friday, 0), calendar))).toBe(
      instant('2026-01-09T22:00+01:00'),
    );
    expect(closingOf(timetable, toEpochDay('2026-01-11'))).toBeNaN();
  });

  it('that end when the next shift starts make one interval', () => {
    const through = defineCalendar({ timeZone: 'UTC', week: { mon: ['18:00-24:00'], tue: ['00:00-08:00'] } });
    expect([...workingIntervals({ from: '2026-01-05T00:00Z', to: '2026-01-07T00:00Z' }, through)]).toEqual([
      { start: new Date('2026-01-05T18:00Z'), end: new Date('2026-01-06T08:00Z') },
    ]);
    expect(isWorkingDay('2026-01-05', through) && isWorkingDay('2026-01-06', through)).toBe(true);
  });

  it('over New Year are not cut where the years meet', () => {
    const nightly = defineCalendar({ timeZone: 'UTC', week: { wed: ['20:00-04:00'] } });
    // 2025-12-31 is a Wednesday.
    expect(workingTimeBetween('2025-12-31T00:00Z', '2026-01-02T00:00Z', nightly)).toBe(8 * HOUR);
    expect([
      ...workingIntervals({ from: '2025-12-30T00:00Z', to: '2026-01-03T00:00Z' }, nightly),
    ]).toHaveLength(1);
    expect(iso(addWorkingTime('2026-01-01T04:00Z', -8 * HOUR, nightly))).toBe('2025-12-31T20:00:00.000Z');
  });
});

describe('working days', () => {
  it.each<[CivilDate, number, CivilDate]>([
    ['2026-01-09', 1, '2026-01-12'],
    ['2026-01-10', 1, '2026-01-12'],
    ['2026-01-10', 0, '2026-01-10'],
    ['2026-01-10', -1, '2026-01-09'],
    ['2026-01-12', -1, '2026-01-09'],
    ['2026-01-05', 5, '2026-01-12'],
    ['2026-01-05', 261, '2027-01-05'],
  ])('%s and %i is %s', (date, days, want) => {
    expect(addWorkingDays(date, days, office)).toBe(want);
  });

  it.each<[CivilDate, CivilDate, number]>([
    ['2026-01-09', '2026-01-12', 1],
    ['2026-01-12', '2026-01-09', -1],
    ['2026-01-10', '2026-01-11', 0],
    ['2026-01-09', '2026-01-09', 0],
    ['2026-01-01', '2026-12-31', 260],
  ])('after %s up to %s there are %i', (from, to, count) => {
    expect(workingDaysBetween(from, to, office)).toBe(count);
  });

  it('follow one another, each of 84,006 of them, where every day is one', () => {
    const daily = always('UTC');
    for (let date = 0; date < 84_005; date += 1) {
      const [today, tomorrow] = [formatCivilDate(date), formatCivilDate(date + 1)];
      if (addWorkingDays(today, 1, daily) !== tomorrow) expect(today).toBe('the day before the next');
      if (addWorkingDays(tomorrow, -1, daily) !== today) expect(tomorrow).toBe('the day after the last');
    }
    expect(addWorkingDays('1970-01-01', 84_005, daily)).toBe('2199-12-31');
    expect(addWorkingDays('2199-12-31', -84_005, daily)).toBe('1970-01-01');
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null])('refuses %s days', (days) => {
    expect(codeOf(() => addWorkingDays('2026-01-05', days as number, office))).toBe(
      'CalendarError calendar.days',
    );
  });
});

describe('workingIntervals', () => {
  it('are clipped to the range, and can be gone through again', () => {
    const found = workingIntervals({ from: '2026-01-09T10:00+08:00', to: '2026-01-12T09:30+08:00' }, office);
    const want = [
      { start: new Date('2026-01-09T10:00+08:00'), end: new Date('2026-01-09T12:00+08:00') },
      { start: new Date('2026-01-09T13:00+08:00'), end: new Date('2026-01-09T18:00+08:00') },
      { start: new Date('2026-01-12T09:00+08:00'), end: new Date('2026-01-12T09:30+08:00') },
    ];
    expect([...found]).toEqual(want);
    expect([...found]).toEqual(want);
  });

  it('are none in an empty range, and an error when the range is reversed', () => {
    expect([...workingIntervals({ from: 5, to: 5 }, always('UTC'))]).toEqual([]);
    expect(codeOf(() => workingIntervals({ from: 6, to: 5 }, office))).toBe(
      'CalendarError calendar.range-reversed',
    );
    expect(() => workingIntervals({ from: 'now', to: 5 }, office)).toThrow('from: "now" is no instant');
  });

  it.each([undefined, null, 5, {}, []])('refuse %j for a range, and name what is missing', (range) => {
    expect(() => workingIntervals(range as never, office)).toThrow(
      expect.objectContaining({ code: 'instant.syntax', path: ['from'], hint: expect.any(String) }),
    );
  });

  it('can be left after the first of very many', () => {
    const [first] = workingIntervals({ from: 0, to: '2199-12-31T00:00Z' }, office);
    expect(first).toEqual({
      start: new Date('1970-01-01T09:00+08:00'),
      end: new Date('1970-01-01T12:00+08:00'),
    });
  });
});

describe('combined calendars', () => {
  const timeZone = 'Europe/Berlin';
  const days = { timeZone, week: { fri: ['09:00-17:00'], sat: ['10:00-14:00'] } } as const;
  const nights = { timeZone, week: { fri: ['16:00-02:00'] } } as const;
  const hours = (spec: CalendarSpec) =>
    [...workingIntervals({ from: '2026-01-09T00:00+01:00', to: '2026-01-11T00:00+01:00' }, spec)].map(
      ({ start, end }) => (end.getTime() - start.getTime()) / HOUR,
    );

  it('intersect: only what all have', () => {
    expect(hours(defineCalendar({ intersect: [days, nights] }))).toEqual([1]);
    expect(isWorkingDay('2026-01-10', { intersect: [days, nights] })).toBe(false);
  });

  it('union: what any has, joined; cut at 24:00, a night belongs to both its dates', () => {
    const any = defineCalendar({ union: [nights, days] });
    expect(hours(any)).toEqual([17, 4]);
    const timetable = timetableOf(any);
    const friday = toEpochDay('2026-01-09');
    expect(new Date(closingOf(timetable, friday)).toISOString()).toBe(instant('2026-01-10T00:00+01:00'));
    expect(iso(nextWorkingTime(instantAt(timetable, friday + 1, 0), any))).toBe(
      instant('2026-01-10T00:00+01:00'),
    );
    expect(new Date(closingOf(timetable, friday + 1)).toISOString()).toBe(instant('2026-01-10T14:00+01:00'));
    expect(isWorkingDay('2026-01-10', { union: [nights] })).toBe(true);
    expect(isWorkingDay('2026-01-10', nights)).toBe(false);
  });

  it('tell why a day is closed: the part that closes it', () => {
    const holiday = { ...days, holidays: ['2026-01-09'] } as const;
    const facts = (spec: CalendarSpec, date: string) => dayFacts(timetableOf(spec), toEpochDay(date));
    expect(facts({ intersect: [days, holiday] }, '2026-01-09')).toEqual({ working: false, cause: 'holiday' });
    expect(facts({ union: [days, holiday] }, '2026-01-09')).toEqual({ working: true, cause: 'week' });
  });
});
