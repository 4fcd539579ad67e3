import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { DulyError } from '../../src/errors/duly-error.ts';

const timeZone = 'Asia/Shanghai';
const week = { mon: ['09:00-18:00'] };
const monday = '2026-10-05T10:00:00+08:00';
const source = {
  id: 'acme',
  title: 'Acme',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: [],
  working: [],
  names: {},
};

/** What the caller reads, the path in front, and the hint behind an arrow. */
const read = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (!(error instanceof DulyError)) throw error;
    return `${error.code}: ${error.message}${error.hint === undefined ? '' : ` -> ${error.hint}`}`;
  }
  return 'nothing was refused';
};
const refused = (spec: object) => read(() => defineCalendar(spec as never));

describe('a calendar that is refused says what was given, where, and what to do', () => {
  it.each([
    [
      { timeZone, weeks: week },
      'calendar.unknown-key: weeks: unknown key "weeks" -> Known are provisional, timeZone, week, holidays, exceptions',
    ],
    [
      { intersect: [], week },
      'calendar.unknown-key: week: unknown key "week" -> Known are provisional, intersect',
    ],
    [
      { union: [] },
      'calendar.shape: union: an array is not at least one calendar -> Give at least one calendar',
    ],
    [{ union: 7 }, 'calendar.shape: union: 7 is not an array -> Give an array'],
    [
      {
        union: [
          { timeZone, week },
          { timeZone: 'Asia/Tokyo', week },
        ],
      },
      'calendar.zones-differ: union.1: the zone "Asia/Tokyo" is not "Asia/Shanghai" -> Give all one zone',
    ],
    [
      { timeZone, week, provisional: true },
      'calendar.shape: provisional: true is not "throw" -> Give "throw"',
    ],
    [
      { timeZone: 'Mars', week },
      'calendar.time-zone: timeZone: "Mars" is no known IANA time zone -> Name one such as "Asia/Shanghai"',
    ],
    [
      { timeZone, week: 'never' },
      'calendar.shape: week: "never" is not "always" or an object -> Give "always" or an object',
    ],
    [
      { timeZone, week: { monday: [] } },
      'calendar.unknown-key: week.monday: unknown key "monday" -> Known are mon, tue, wed, thu, fri, sat, sun',
    ],
    [
      { timeZone, week: { mon: '09:00-18:00' } },
      'calendar.shape: week.mon: "09:00-18:00" is not an array -> Give an array',
    ],
    [
      { timeZone, week: { mon: ['9-18'] } },
      'calendar.interval: week.mon.0: "9-18" is no interval -> Write "09:00-18:00"',
    ],
    [
      { timeZone, week: { mon: ['09:00-09:00'] } },
      'calendar.zero-length: week.mon.0: "09:00-09:00" has no length -> Write "00:00-24:00" for a whole day',
    ],
    [
      { timeZone, week: { mon: ['09:00-12:30', '12:00-18:00'] } },
      'calendar.overlap: week.mon.1: "12:00-18:00" overlaps "09:00-12:30" -> End one before the other starts',
    ],
    [
      { timeZone, week: { mon: ['22:00-06:00'], tue: ['05:00-09:00'] } },
      'calendar.overlap: week.tue: its start overlaps the shift of the evening before -> End one before the other starts',
    ],
    [
      { timeZone, week: { sun: ['22:00-06:00'], mon: ['05:00-09:00'] } },
      'calendar.overlap: week.mon: its start overlaps the shift of the evening before -> End one before the other starts',
    ],
    [
      { timeZone, week: { mon: ['22:00-06:00'] }, exceptions: { '2026-10-06': ['05:00-09:00'] } },
      'calendar.overlap: exceptions.2026-10-06: its start overlaps the shift of the evening before -> End one before the other starts',
    ],
    [
      { timeZone, week: { wed: ['05:00-09:00'] }, exceptions: { '2026-10-06': ['22:00-06:00'] } },
      'calendar.overlap: exceptions.2026-10-06: its start overlaps the shift of the evening before -> End one before the other starts',
    ],
    [
      { timeZone, week, holidays: ['2026-02-30'] },
      'calendar.date: holidays.0: "2026-02-30" is no date from 1970 to 2199 -> Write "YYYY-MM-DD"',
    ],
    [
      { timeZone, week, holidays: ['*-02-30'] },
      'calendar.date: holidays.0: "*-02-30" is no date from 1970 to 2199 -> Write "*-MM-DD"',
    ],
    [
      { timeZone, week, holidays: [7] },
      'calendar.date: holidays.0: 7 is no date from 1970 to 2199 -> Write "YYYY-MM-DD"',
    ],
    [
      { timeZone, week, holidays: [{ from: '2026-05-02', to: '2026-05-01' }] },
      'calendar.range-reversed: holidays.0: "2026-05-01" is before "2026-05-02" -> Swap the two',
    ],
    [
      { timeZone, week, holidays: [{ from: '2026-05-02', till: '2026-05-03' }] },
      'calendar.unknown-key: holidays.0.till: unknown key "till" -> Known are from, to',
    ],
    [
      { timeZone, week, holidays: [{ ...source, dates: [] }] },
      'calendar.unknown-key: holidays.0.dates: unknown key "dates" -> Known are id, title, revision, horizon, off, working, names, early, partial',
    ],
    [
      { timeZone, week, holidays: [{ ...source, title: 7 }] },
      'calendar.shape: holidays.0.title: 7 is not a text -> Give a text',
    ],
    [
      { timeZone, week, holidays: [{ ...source, revision: 7 }] },
      'calendar.shape: holidays.0.revision: 7 is not a text -> Give a text',
    ],
    [
      { timeZone, week, holidays: [{ ...source, id: null }] },
      'calendar.shape: holidays.0.id: null is not a text -> Give a text',
    ],
    [
      { timeZone, week, holidays: [{ ...source, partial: 7 }] },
      'calendar.shape: holidays.0.partial: 7 is not a text -> Give a text',
    ],
    [
      { timeZone, week, holidays: [{ ...source, names: { '2026-01-01': 7 } }] },
      'calendar.shape: holidays.0.names.2026-01-01: 7 is not a text -> Give a text',
    ],
    [
      { timeZone, week, holidays: [{ ...source, early: { '2026-01-01': '9' } }] },
      'calendar.interval: holidays.0.early.2026-01-01: "00:00-9" is no interval -> Write "09:00-18:00"',
    ],
    [
      { timeZone, week, holidays: [{ ...source, off: '2026-01-01' }] },
      'calendar.shape: holidays.0.off: "2026-01-01" is not an array -> Give an array',
    ],
    [
      { timeZone, week, exceptions: ['2026-01-01'] },
      'calendar.shape: exceptions: an array is not an object -> Give an object',
    ],
    [
      { timeZone, week, exceptions: { today: 'closed' } },
      'calendar.date: exceptions.today: "today" is no date from 1970 to 2199 -> Write "YYYY-MM-DD"',
    ],
    [
      { timeZone, week, exceptions: { '2026-01-01': 'off' } },
      'calendar.shape: exceptions.2026-01-01: "off" is not an array -> Give an array',
    ],
  ])('%j', (spec, said) => expect(refused(spec)).toBe(said));

  it('one that holds itself', () => {
    const circle: Record<string, unknown> = { timeZone, week };
    circle.exceptions = { '2026-01-01': circle };
    expect(refused(circle)).toBe(
      'calendar.cycle: exceptions.2026-01-01: is nested without end -> Write it as JSON',
    );
  });
});

describe('a sum that is refused', () => {
  const office = { timeZone, week } as const;
  const closed = { timeZone, week: {} };
  const strict = { ...office, holidays: [source], provisional: 'throw' } as never;

  it.each(
    [
      [
        () => addWorkingTime(monday, 0.5, office),
        'calendar.amount: 0.5 is no amount -> Give ms or "20 working hours"',
      ],
      [
        () => addWorkingTime(monday, '5 dyas' as never, office),
        'calendar.amount: "5 dyas" is no amount -> Give ms or "20 working hours"',
      ],
      [
        () => addWorkingDays('2026-10-05', 1.5, office),
        'calendar.days: 1.5 is no number of days -> Count whole days',
      ],
      [
        () => addWorkingTime(monday, 1, closed),
        'calendar.no-hours: the calendar has no working time -> Give it hours',
      ],
      [
        () => nextWorkingTime(monday, closed),
        'calendar.no-hours: the calendar has no working time -> Give it hours',
      ],
      [
        () => addWorkingTime(monday, 1e14, office),
        'calendar.span: counting from 2026-10-05T02:00:00.000Z leaves 1970 to 2199 -> Check the amount',
      ],
      [
        () => workingTimeBetween(monday, '2027-01-04T10:00:00+08:00', strict),
        'calendar.provisional: no more is published: acme covers 2026-01-01 to 2026-12-31 -> Give a newer holiday source',
      ],
      [
        () => [...workingIntervals({ from: monday, to: '2026-10-04T10:00:00+08:00' }, office)],
        expect.stringMatching(/^calendar\.range-reversed: .* is before .* -> Swap the two$/),
      ],
      [() => isWorkingDay('2026-02-30', office), expect.stringMatching(/^instant\.civil-date: /)],
      [
        () => workingDaysBetween('2026-01-01', 'x' as never, office),
        expect.stringMatching(/^instant\.civil-date: /),
      ],
    ].map(([act, said]) => [said, act as () => unknown] as const),
  )('%s', (said, act) => expect(read(act)).toEqual(said));
});
