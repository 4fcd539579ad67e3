import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { dayFacts } from '../../src/calendar/day-facts.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { closingOf } from '../../src/calendar/instant-at.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import { provisionalOf } from '../../src/calendar/provisional-of.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { formatCivilDate, toEpochDay } from '../../src/instant/civil.ts';
import { always, codeOf, day, office } from './split-day.ts';

const HOUR = 3_600_000;
const iso = (date: Date) => date.toISOString();
const instant = (text: string) => new Date(text).toISOString();

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
