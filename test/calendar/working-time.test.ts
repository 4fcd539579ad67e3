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
import { provisionalOf } from '../../src/calendar/provisional-of.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import type { WorkingAmount } from '../../src/calendar/working-amount.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { formatCivilDate, toEpochDay } from '../../src/instant/civil.ts';
import type { CivilDate } from '../../src/instant/types.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const day = ['09:00-12:00', '13:00-18:00'];
const office = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
});
const always = (timeZone: string) => defineCalendar({ timeZone, week: 'always' });
const closed = defineCalendar({ timeZone: 'UTC', week: {} });

const iso = (date: Date) => date.toISOString();
const instant = (text: string) => new Date(text).toISOString();
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    const { name, code, hint } = error as { name: string; code: string; hint: string };
    expect(hint).toEqual(expect.any(String));
    return `${name} ${code}`;
  }
  return 'no error';
};

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

describe('changes of the clock', () => {
  it('Berlin 2026-03-29 has 23 hours, 2026-10-25 has 25', () => {
    const berlin = always('Europe/Berlin');
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', berlin)).toBe(23 * HOUR);
    expect(workingTimeBetween('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', berlin)).toBe(25 * HOUR);
  });

  it('a shift from 01:00 to 05:00 has 3 hours in spring, 5 in autumn: both passes count', () => {
    const shift = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['01:00-05:00'] } });
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', shift)).toBe(3 * HOUR);
    expect(workingTimeBetween('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', shift)).toBe(5 * HOUR);
  });

  it('02:15 to 02:45 is open twice in autumn, with half an hour between, and not at all in spring', () => {
    const half = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['02:15-02:45'] } });
    const autumn = [
      ...workingIntervals({ from: '2026-10-25T00:00+02:00', to: '2026-10-26T00:00+01:00' }, half),
    ];
    expect(autumn).toEqual([
      { start: new Date('2026-10-25T02:15+02:00'), end: new Date('2026-10-25T02:45+02:00') },
      { start: new Date('2026-10-25T02:15+01:00'), end: new Date('2026-10-25T02:45+01:00') },
    ]);
    expect(isWorkingDay('2026-10-25', half)).toBe(true);
    expect(isWorkingDay('2026-03-29', half)).toBe(false);
    expect(addWorkingDays('2026-03-22', 1, half)).toBe('2026-04-05');
    expect(workingDaysBetween('2026-03-22', '2026-04-05', half)).toBe(1);
  });

  it('an interval that starts in a gap begins when the gap ends', () => {
    const late = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['02:30-04:00'] } });
    expect(iso(nextWorkingTime('2026-03-29T00:00+01:00', late))).toBe(instant('2026-03-29T03:00+02:00'));
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', late)).toBe(HOUR);
  });

  it('a close of business is one wall time: moved on by a gap, the earlier one in a fold', () => {
    const early = timetableOf({ timeZone: 'Europe/Berlin', week: { sun: ['01:00-02:30'] } });
    const closing = (date: string) => new Date(closingOf(early, toEpochDay(date))).toISOString();
    expect(closing('2026-03-29')).toBe(instant('2026-03-29T03:30+02:00'));
    expect(closing('2026-10-25')).toBe(instant('2026-10-25T02:30+02:00'));
    // The working time itself ends where the gap begins, and comes again in the fold.
    expect(early.between(Date.parse('2026-03-29T00:00+01:00'), Date.parse('2026-03-30T00:00+02:00'))).toBe(
      HOUR,
    );
    expect(early.between(Date.parse('2026-10-25T00:00+02:00'), Date.parse('2026-10-26T00:00+01:00'))).toBe(
      2 * HOUR,
    );
  });

  it('Apia left out 2011-12-30: no working day, and no hour of it', () => {
    const apia = always('Pacific/Apia');
    expect(isWorkingDay('2011-12-30', apia)).toBe(false);
    expect(addWorkingDays('2011-12-29', 1, apia)).toBe('2011-12-31');
    expect(addWorkingDays('2011-12-31', -1, apia)).toBe('2011-12-29');
    expect(workingDaysBetween('2011-12-28', '2012-01-02', apia)).toBe(4);
    expect(workingTimeBetween('2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00', apia)).toBe(48 * HOUR);
  });

  it('Sao Paulo had no midnight on 2018-11-04: the date has 23 hours from 01:00', () => {
    const paulo = always('America/Sao_Paulo');
    const timetable = timetableOf(paulo);
    const date = toEpochDay('2018-11-04');
    expect(new Date(instantAt(timetable, date, 0)).toISOString()).toBe(instant('2018-11-04T01:00-02:00'));
    expect(instantAt(timetable, date, 24 * HOUR) - instantAt(timetable, date, 0)).toBe(23 * HOUR);
  });

  it('Lord Howe shifts by half an hour', () => {
    const howe = always('Australia/Lord_Howe');
    expect(workingTimeBetween('2026-10-04T00:00+10:30', '2026-10-05T00:00+11:00', howe)).toBe(23.5 * HOUR);
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

describe('the horizon of a source', () => {
  const source: HolidaySource = {
    id: 'demo',
    title: 'Demo days',
    revision: '1',
    horizon: { from: '2026-01-01', to: '2026-12-28' },
    off: ['2026-05-01'],
    working: ['2026-05-09'],
    names: { '2026-05-01': 'Labour Day', '2026-05-09': 'Labour Day' },
  };
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
  const spec = { timeZone: 'Asia/Shanghai', week, holidays: [source, '2027-01-01'] } as const;
  const lax = defineCalendar(spec);
  const strict = defineCalendar({ ...spec, provisional: 'throw' });
  const provisional = (from: string, to: string) =>
    provisionalOf(timetableOf(lax), toEpochDay(from), toEpochDay(to));

  it('covers 2026-01-01 to 2026-12-28, both included', () => {
    expect(provisional('2026-01-01', '2026-12-28')).toBeUndefined();
    expect(provisionalOf(timetableOf(office), 0, 80_000)).toBeUndefined();
  });

  it('is passed on 2026-12-29, and not reached on 2025-12-31', () => {
    const reason = 'demo covers 2026-01-01 to 2026-12-28';
    expect(provisional('2026-12-01', '2026-12-29')).toEqual({
      since: '2026-12-29',
      reason,
      sources: ['demo'],
    });
    expect(provisional('2027-03-01', '2027-03-05')).toEqual({
      since: '2026-12-29',
      reason,
      sources: ['demo'],
    });
    expect(provisional('2025-12-31', '2026-01-05')).toEqual({
      since: '2025-12-31',
      reason,
      sources: ['demo'],
    });
  });

  it('of several sources, combined ones included, names each that is short', () => {
    const other = { ...source, id: 'other', horizon: { from: '2020-01-01', to: '2026-06-30' } } as const;
    const both = timetableOf({ union: [spec, { ...spec, holidays: [other, other] }] });
    expect(provisionalOf(both, toEpochDay('2026-12-01'), toEpochDay('2027-01-05'))).toEqual({
      since: '2026-07-01',
      reason: 'demo covers 2026-01-01 to 2026-12-28; other covers 2020-01-01 to 2026-06-30',
      sources: ['demo', 'other'],
    });
  });

  it("makes every function of a calendar with provisional: 'throw' refuse, and of no other", () => {
    const [inside, outside] = ['2026-12-28T10:00+08:00', '2026-12-29T10:00+08:00'];
    const calls = (calendar: typeof lax) => [
      () => addWorkingTime(inside, 20 * HOUR, calendar),
      () => addWorkingTime(outside, -20 * HOUR, calendar),
      () => workingTimeBetween(inside, outside, calendar),
      () => workingTimeBetween(outside, inside, calendar),
      () => addWorkingDays('2026-12-28', 1, calendar),
      () => workingDaysBetween('2026-12-28', '2026-12-29', calendar),
      () => isWorkingTime(outside, calendar),
      () => isWorkingDay('2026-12-29', calendar),
      () => isWorkingDay('2025-12-31', calendar),
      () => nextWorkingTime('2026-12-28T18:00+08:00', calendar),
      () => previousWorkingTime('2026-01-01T09:00+08:00', calendar),
      () => [...workingIntervals({ from: inside, to: outside }, calendar)],
      () => closingOf(timetableOf(calendar), toEpochDay('2026-12-29')),
    ];
    for (const call of calls(strict)) expect(codeOf(call)).toBe('CalendarError calendar.provisional');
    for (const call of calls(lax)) expect(codeOf(call)).toBe('no error');
  });

  it('does not make it refuse what lies within, up to midnight', () => {
    expect(iso(addWorkingTime('2026-12-28T10:00+08:00', 7 * HOUR, strict))).toBe(
      instant('2026-12-28T18:00+08:00'),
    );
    expect(workingTimeBetween('2026-12-28T00:00+08:00', '2026-12-29T00:00+08:00', strict)).toBe(8 * HOUR);
    expect(addWorkingTime('2027-06-01T00:00Z', 0, strict).getTime()).toBe(Date.parse('2027-06-01T00:00Z'));
    expect(isWorkingDay('2026-12-28', strict)).toBe(true);
    const nested = defineCalendar({ intersect: [office, strict] });
    expect(codeOf(() => isWorkingDay('2026-12-29', nested))).toBe('CalendarError calendar.provisional');
  });

  it('and day facts tell what a date is, and from which source', () => {
    const facts = (date: string) => dayFacts(timetableOf(lax), toEpochDay(date));
    expect(facts('2026-05-01')).toEqual({
      working: false,
      cause: 'holiday',
      name: 'Labour Day',
      source: 'Demo days',
    });
    expect(facts('2026-05-09')).toEqual({
      working: true,
      cause: 'make-up',
      name: 'Labour Day',
      source: 'Demo days',
    });
    expect(facts('2027-01-01')).toEqual({ working: false, cause: 'holiday' });
    expect(facts('2026-05-10')).toEqual({ working: false, cause: 'closed-weekday' });
    expect(facts('2026-05-11')).toEqual({ working: true, cause: 'week' });
    const moved = timetableOf({ ...spec, exceptions: { '2026-05-09': 'closed' } });
    expect(dayFacts(moved, toEpochDay('2026-05-09'))).toEqual({ working: false, cause: 'exception' });
  });
});

describe('growing', () => {
  it('amounts that end within ms of what is compiled so far are answered like any other', () => {
    // 5 h 1 min a week in intervals of different lengths; half a year around the first instant asked about is compiled.
    const fresh = () =>
      defineCalendar({
        timeZone: 'UTC',
        week: { mon: ['09:00-10:00'], tue: ['09:00-10:01'], thu: ['08:00-11:00'] },
      });
    const reference = fresh();
    workingTimeBetween(0, Date.UTC(2100, 0, 1), reference);
    const t = Date.UTC(2026, 0, 1);
    for (let days = 150; days < 260; days += 1) {
      for (const amount of [days, -days].map((to) => workingTimeBetween(t, t + to * 24 * HOUR, reference))) {
        for (const more of [-2, -1, 0, 1, 2]) {
          const calendar = fresh();
          isWorkingTime(t, calendar);
          const at = addWorkingTime(t, amount + more, calendar).getTime();
          if (at !== addWorkingTime(t, amount + more, reference).getTime()) expect({ days, more }).toBe(at);
        }
      }
    }
  });

  it('earlier and later years may be asked for in any order', () => {
    const fresh = () =>
      defineCalendar({ timeZone: 'America/New_York', week: { mon: day, thu: ['22:00-05:00'] } });
    const moments = [2026, 1971, 2030, 2000, 2150, 1999].map((year) => Date.UTC(year, 0, 1) + 12 * HOUR);
    const reference = fresh();
    workingTimeBetween(0, Date.UTC(2199, 11, 31), reference);
    const grown = fresh();
    for (const from of moments) {
      for (const to of moments) {
        expect(workingTimeBetween(from, to, grown)).toBe(workingTimeBetween(from, to, reference));
        expect(addWorkingTime(to, 1000 * HOUR, grown)).toEqual(addWorkingTime(to, 1000 * HOUR, reference));
      }
      const date = formatCivilDate(Math.floor(from / 86_400_000));
      expect(addWorkingDays(date, 100, grown)).toBe(addWorkingDays(date, 100, reference));
      expect(addWorkingDays(date, -30, grown)).toBe(addWorkingDays(date, -30, reference));
    }
  });

  it('midnights at which a block of compiled days begins are answered like any other', () => {
    const zulu = always('UTC');
    for (let block = 0; block < 200; block += 1) {
      const at = block * 366 * 24 * HOUR;
      expect(isWorkingTime(at, zulu)).toBe(true);
      expect(addWorkingTime(at, 5, zulu).getTime()).toBe(at + 5);
    }
  });
});
