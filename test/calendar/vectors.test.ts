import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { dayOf } from '../../src/calendar/day-of.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { closingOf, instantAt } from '../../src/calendar/instant-at.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { Calendar, CalendarSpec } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { formatCivilDate, toEpochDay } from '../../src/instant/civil.ts';
import type { CivilDate } from '../../src/instant/types.ts';

type Hours = [string, string][];
type ByDate = Record<string, Hours>;

interface VectorCalendar {
  timeZone: string;
  week: Record<string, Hours>;
  holidays: string[];
  breaks?: ByDate;
  overrides?: ByDate;
  extraDays?: ByDate;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const load = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'));

/** Hours without the breaks taken from them. */
function without(hours: Hours, breaks: Hours): Hours {
  let left = hours;
  for (const [from, to] of breaks) {
    left = left.flatMap(([start, end]): Hours => {
      const pieces: Hours = [
        [start, from < end ? from : end],
        [to > start ? to : start, end],
      ];
      return pieces.filter(([first, last]) => first < last);
    });
  }
  return left;
}

/** A vector's calendar in our notation: breaks and replaced hours of one date are exceptions. */
function specOf({
  timeZone,
  week,
  holidays,
  breaks = {},
  overrides,
  extraDays,
}: VectorCalendar): CalendarSpec {
  const text = (hours: Hours) => hours.map(([start, end]) => `${start}-${end}`);
  const replaced = overrides ?? extraDays ?? {};
  const exceptions: Record<string, string[]> = {};
  for (const date of new Set([...Object.keys(breaks), ...Object.keys(replaced)])) {
    const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
    exceptions[date] = text(without(replaced[date] ?? week[weekday] ?? [], breaks[date] ?? []));
  }
  const days = Object.fromEntries(Object.entries(week).map(([day, hours]) => [day, text(hours)]));
  return { timeZone, week: days, holidays: holidays as CivilDate[], exceptions };
}

/** The instant of the same clock time `days` working days on, which is then moved into working hours if it must. */
function sameClockLater(calendar: Calendar, at: string, days: number): number {
  const timetable = timetableOf(calendar);
  const from = Date.parse(at);
  const date = addWorkingDays(formatCivilDate(dayOf(timetable, from)), days, calendar);
  const clock = from - instantAt(timetable, dayOf(timetable, from), 0);
  const moved = instantAt(timetable, toEpochDay(date), clock);
  return (days < 0 ? previousWorkingTime(moved, calendar) : nextWorkingTime(moved, calendar)).getTime();
}

interface SlaRow {
  id: string;
  name: string;
  op: 'add' | 'between' | 'deadline';
  calendar: VectorCalendar;
  input: {
    start: string;
    end: string;
    seconds?: number;
    businessDays?: number;
    endOfDay?: boolean;
    direction?: string;
    pauses?: [string, string][];
    periods?: [string, string][];
  };
  expected: string | number;
  tags: string[];
}

const isReversed = ({ start, end }: SlaRow['input']) => Date.parse(start) > Date.parse(end);

describe('cases of SLA engines', () => {
  const rows = (load('sla-engine-cases') as SlaRow[]).filter(({ op }) => op !== 'deadline');
  const sums = rows.filter(({ op, input, tags }) => {
    const isOurs = !tags.some((tag) => tag.startsWith('zero-snap') || tag === 'gap') && !isReversed(input);
    return isOurs && (op === 'between' || input.businessDays === undefined);
  });
  const days = rows.filter(({ op, input }) => op === 'add' && input.businessDays !== undefined);
  const reversed = rows.filter(({ input }) => isReversed(input));
  const snapped = rows.filter(({ tags }) => tags.some((tag) => tag.startsWith('zero-snap')));
  const inGap = rows.filter(({ op, tags }) => op === 'between' && tags.includes('gap'));

  it('all 154 rows without a deadline have a test', () => {
    const tested = [...sums, ...days, ...reversed, ...snapped, ...inGap];
    expect(rows).toHaveLength(154);
    expect(new Set(tested.map(({ id }) => id)).size).toBe(154);
    expect(tested).toHaveLength(154);
  });

  it.each(sums)('$id $name', ({ op, calendar: given, input, expected }) => {
    const calendar = defineCalendar(specOf(given));
    if (op === 'add') {
      expect(addWorkingTime(input.start, input.seconds! * 1000, calendar).getTime()).toBe(
        Date.parse(expected as string),
      );
      return;
    }
    const between = ([from, to]: [string, string]) => workingTimeBetween(from, to, calendar) / 1000;
    const sum = (periods: [string, string][]) => periods.reduce((all, period) => all + between(period), 0);
    expect(sum(input.periods ?? [[input.start, input.end]]) - sum(input.pauses ?? [])).toBe(expected);
  });

  it.each(days)(
    '$id $name: the same clock time so many working days on',
    ({ calendar: given, input, expected }) => {
      const calendar = defineCalendar(specOf(given));
      const at = sameClockLater(calendar, input.start, input.businessDays!);
      const timetable = timetableOf(calendar);
      const want = Date.parse(expected as string);
      expect(input.endOfDay === true ? closingOf(timetable, dayOf(timetable, at)) : at).toBe(want);
    },
  );

  it.each(reversed)('$id $name: 0 there; negative here', ({ calendar: given, input, expected }) => {
    const between = workingTimeBetween(input.start, input.end, defineCalendar(specOf(given)));
    expect(between).toBeLessThan(0);
    expect(Math.max(0, between)).toBe(expected);
  });

  it.each(snapped)(
    '$id $name: adding 0 moves into hours there, nothing here',
    ({ calendar: given, input, expected }) => {
      const calendar = defineCalendar(specOf(given));
      const snap = input.direction === 'backward' ? previousWorkingTime : nextWorkingTime;
      expect(addWorkingTime(input.start, 0, calendar).getTime()).toBe(Date.parse(input.start));
      // c136 starts on a night whose only interval begins in the gap: open from 03:00 to 03:15 here, not at all there.
      const inGap = given.week.sun?.[0]?.[0] === '02:30';
      expect(snap(input.start, calendar).getTime()).toBe(
        Date.parse(inGap ? '2006-04-02T03:00:00-07:00' : (expected as string)),
      );
    },
  );

  it.each(inGap)(
    '$id $name: nothing is left there; here 03:00 to 03:15 is',
    ({ calendar: given, input, expected }) => {
      expect(expected).toBe(0);
      expect(workingTimeBetween(input.start, input.end, defineCalendar(specOf(given)))).toBe(900_000);
    },
  );
});

interface BusinessRow {
  name: string;
  op: 'addTime' | 'addDays' | 'timeBetween' | 'daysBetween' | 'isWorking';
  calendar: VectorCalendar;
  input: { at: string; from: string; to: string; seconds: number; days: number };
  expected: string | number | boolean;
  convention?: string;
}

describe('cases of business-time libraries', () => {
  const rows = load('business-time-cases') as BusinessRow[];
  const dateOf = (at: string) => at.slice(0, 10) as CivilDate;
  const dayBefore = (at: string) => formatCivilDate(toEpochDay(dateOf(at)) - 1);

  const ours = rows.filter(({ convention }) => convention === undefined || convention === 'count:(from,to]');
  it.each(ours)('$op: $name', ({ op, calendar: given, input, expected }) => {
    const calendar = defineCalendar(specOf(given));
    if (op === 'addTime') {
      expect(addWorkingTime(input.at, input.seconds * 1000, calendar)).toEqual(new Date(expected as string));
    } else if (op === 'timeBetween') {
      expect(workingTimeBetween(input.from, input.to, calendar) / 1000).toBe(expected);
    } else if (op === 'daysBetween') {
      expect(workingDaysBetween(dateOf(input.from), dateOf(input.to), calendar)).toBe(expected);
    } else {
      expect(op).toBe('isWorking');
      expect(isWorkingTime(input.at, calendar)).toBe(expected);
    }
  });

  const by = (convention: string) => rows.filter((row) => row.convention === convention);
  const run = (row: BusinessRow) => ({ calendar: defineCalendar(specOf(row.calendar)), ...row.input });

  it.each(by('zero:backward'))('$name: adding 0 goes back to a closing there, nowhere here', (row) => {
    const { calendar, at } = run(row);
    expect(addWorkingTime(at, 0, calendar)).toEqual(new Date(at));
    expect(previousWorkingTime(at, calendar)).toEqual(new Date(row.expected as string));
  });

  it.each(by('zero:forward'))('$name: adding 0 goes on to an opening there, nowhere here', (row) => {
    const { calendar, at } = run(row);
    expect(addWorkingTime(at, 0, calendar)).toEqual(new Date(at));
    expect(nextWorkingTime(at, calendar)).toEqual(new Date(row.expected as string));
  });

  it.each(by('days:count-then-roll'))('$name: the clock time is kept and moved into hours there', (row) => {
    const { calendar, at, days } = run(row);
    expect(new Date(sameClockLater(calendar, at, days))).toEqual(new Date(row.expected as string));
  });

  it.each(by('days:count-from-date'))('$name: the clock time is kept there; the date is ours', (row) => {
    const { calendar, at, days } = run(row);
    const date = addWorkingDays(dateOf(at), days, calendar);
    expect(`${date}${at.slice(10)}`).toBe(row.expected);
  });

  it.each(by('reversed:zero'))('$name: 0 there, negative here', (row) => {
    const { calendar, from, to } = run(row);
    expect(workingTimeBetween(from, to, calendar)).toBe(-workingTimeBetween(to, from, calendar));
    expect(Math.max(0, workingTimeBetween(from, to, calendar))).toBe(row.expected);
  });

  it.each(by('reversed:absolute'))('$name: positive there, negative here', (row) => {
    const { calendar, from, to } = run(row);
    expect(workingTimeBetween(from, to, calendar) / 1000).toBe(-(row.expected as number));
  });

  it.each(by('holiday>extraDay'))(
    '$name at $input.at: a holiday beats a shift there; here an exception beats it',
    (row) => {
      const { calendar, at } = run(row);
      const { extraDays = {}, holidays } = row.calendar;
      const kept = Object.entries(extraDays).filter(([date]) => !holidays.includes(date));
      const theirs = defineCalendar(specOf({ ...row.calendar, extraDays: Object.fromEntries(kept) }));
      expect(isWorkingTime(at, theirs)).toBe(row.expected);
      // Only on 2006-01-11, holiday and shift at once, do the rules part.
      if (dateOf(at) !== '2006-01-11') expect(isWorkingTime(at, calendar)).toBe(row.expected);
      expect(isWorkingTime('2006-01-11T09:30:00Z', calendar)).toBe(true);
      expect(isWorkingTime('2006-01-11T09:30:00Z', theirs)).toBe(false);
    },
  );

  it.each(by('gap:endpoint'))('$name there; here it is open when the gap ends', (row) => {
    const { calendar, from, to } = run(row);
    expect(row.expected).toBe(0);
    expect(workingTimeBetween(from, to, calendar)).toBe(900_000);
  });

  it.each(by('close:inclusive'))(
    '$name: open at the closing instant there; here until just before it',
    (row) => {
      const { calendar, at } = run(row);
      expect(row.expected).toBe(true);
      expect(isWorkingTime(at, calendar)).toBe(false);
      expect(isWorkingTime(Date.parse(at) - 1, calendar)).toBe(true);
    },
  );

  it.each(by('count:[from,to)'))('$name: the first date counts there, the last one here', (row) => {
    const { calendar, from, to } = run(row);
    expect(workingDaysBetween(dayBefore(from), dayBefore(to), calendar)).toBe(row.expected);
  });

  it.each(by('count:numpy'))('$name: the later date counts when reversed, as here', (row) => {
    const { calendar, from, to } = run(row);
    expect(Date.parse(from)).toBeGreaterThan(Date.parse(to));
    expect(workingDaysBetween(dateOf(from), dateOf(to), calendar)).toBe(row.expected);
  });

  it('every row has a test', () => {
    const stated = [
      'zero:backward',
      'zero:forward',
      'days:count-then-roll',
      'days:count-from-date',
      'reversed:zero',
      'reversed:absolute',
      'holiday>extraDay',
      'gap:endpoint',
      'close:inclusive',
      'count:[from,to)',
      'count:numpy',
    ];
    expect(ours.length + stated.flatMap(by).length).toBe(163);
  });
});
