import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import type { CivilDate } from '../../src/instant/types.ts';

const HOUR = 3_600_000;
const day = ['09:00-12:00', '13:00-18:00'];
const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
const timeZone = 'Asia/Shanghai';

const source: HolidaySource = {
  id: 'demo',
  title: 'Demo days',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: ['2026-05-01', '2026-05-04'],
  working: ['2026-05-09'],
  names: { '2026-05-01': 'Labour Day' },
};

/** Everything at once, in the notation of a JSON document. */
const full: CalendarSpec = {
  timeZone,
  week: { ...week, sat: [] },
  holidays: [source, '2026-12-24', { from: '2026-08-01', to: '2026-08-07' }, '*-06-24', '*-02-29'],
  exceptions: { '2026-12-31': ['09:00-12:00'], '2026-02-28': 'working', '2026-03-02': 'closed' },
};

function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freezeDeep);
  return value;
}

const hoursOf = (spec: CalendarSpec, date: string) => {
  const from = Date.parse(`${date}T00:00:00+08:00`);
  return workingTimeBetween(from, from + 24 * HOUR, defineCalendar(spec)) / HOUR;
};

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

const refusal = (spec: unknown) => {
  try {
    defineCalendar(spec as CalendarSpec);
  } catch (error) {
    const { name, code, path, hint } = error as {
      name: string;
      code: string;
      path: unknown[];
      hint: unknown;
    };
    expect(hint).toEqual(expect.any(String));
    return `${name} ${code} ${path.join('/')}`;
  }
  return 'accepted';
};

const cyclic: Record<string, unknown> = { timeZone, week };
cyclic.exceptions = { '2026-01-05': cyclic };

describe('what is refused', () => {
  const nights = { fri: ['22:00-06:00'] };
  it.each<[unknown, string]>([
    [undefined, 'calendar.shape '],
    [null, 'calendar.shape '],
    ['always', 'calendar.shape '],
    [[], 'calendar.shape '],
    [{}, 'calendar.time-zone timeZone'],
    [{ week }, 'calendar.time-zone timeZone'],
    [{ timeZone: 'Mars/Olympus', week }, 'calendar.time-zone timeZone'],
    [{ timeZone: '+08:00', week }, 'calendar.time-zone timeZone'],
    [{ timeZone }, 'calendar.shape week'],
    [{ timeZone, week: 'never' }, 'calendar.shape week'],
    [{ timeZone, week: [] }, 'calendar.shape week'],
    [{ timeZone, week: { monday: day } }, 'calendar.unknown-key week/monday'],
    [{ timeZone, week, holiday: [] }, 'calendar.unknown-key holiday'],
    [{ timeZone, week, intersects: [] }, 'calendar.unknown-key intersects'],
    [JSON.parse(`{"timeZone":"UTC","week":{},"__proto__":{}}`), 'calendar.unknown-key __proto__'],
    [
      JSON.parse(`{"timeZone":"UTC","week":{},"exceptions":{"__proto__":"closed"}}`),
      'calendar.date exceptions/__proto__',
    ],
    [{ timeZone, week: { mon: '09:00-17:00' } }, 'calendar.shape week/mon'],
    [{ timeZone, week: { mon: ['9:00-17:00'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-17'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00–17:00'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-25:00'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-24:01'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['24:00-06:00'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:60-10:00'] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['08:00-09:00', 5] } }, 'calendar.interval week/mon/1'],
    [{ timeZone, week: { mon: [['09:00-17:00']] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: [[...'09:00-17:00']] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: [null] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-17:00 '] } }, 'calendar.interval week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-17:00', '18:00-19:0'] } }, 'calendar.interval week/mon/1'],
    [{ timeZone, week: { mon: ['09:00-09:00'] } }, 'calendar.zero-length week/mon/0'],
    [{ timeZone, week: { mon: ['00:00-00:00'] } }, 'calendar.zero-length week/mon/0'],
    [{ timeZone, week: { mon: ['09:00-12:30', '12:00-18:00'] } }, 'calendar.overlap week/mon/1'],
    [{ timeZone, week: { mon: ['12:00-18:00', '09:00-12:30'] } }, 'calendar.overlap week/mon/1'],
    [
      { timeZone, week: { mon: ['09:00-18:00', '19:00-20:00', '12:00-13:00'] } },
      'calendar.overlap week/mon/2',
    ],
    [{ timeZone, week: { mon: ['09:00-12:00', '09:00-12:00'] } }, 'calendar.overlap week/mon/1'],
    [{ timeZone, week: { mon: ['22:00-06:00', '23:00-23:30'] } }, 'calendar.overlap week/mon/1'],
    [{ timeZone, week: { ...nights, sat: ['05:00-12:00'] } }, 'calendar.overlap week/sat'],
    [{ timeZone, week: { sun: ['22:00-06:00'], mon: ['05:59-12:00'] } }, 'calendar.overlap week/mon'],
    [
      { timeZone, week: { fri: ['09:00-12:00', '22:00-06:00'], sat: ['05:00-12:00'] } },
      'calendar.overlap week/sat',
    ],
    [{ timeZone, week, holidays: {} }, 'calendar.shape holidays'],
    [{ timeZone, week, holidays: ['2026-02-30'] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: ['2026-12-24', '24.12.2026'] }, 'calendar.date holidays/1'],
    [{ timeZone, week, holidays: ['1969-12-31'] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: ['*-02-30'] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: ['*-6-24'] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: ['*'] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: [20260101] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: [null] }, 'calendar.shape holidays/0'],
    [{ timeZone, week, holidays: [undefined] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: [true] }, 'calendar.date holidays/0'],
    [{ timeZone, week, holidays: [['2026-01-01']] }, 'calendar.shape holidays/0'],
    [
      { timeZone, week, holidays: [{ from: '2026-08-07', to: '2026-08-01' }] },
      'calendar.range-reversed holidays/0',
    ],
    [{ timeZone, week, holidays: [{ from: '2026-08-01' }] }, 'calendar.date holidays/0/to'],
    [{ timeZone, week, holidays: [{ from: '2026-08-01', to: '2026-08-32' }] }, 'calendar.date holidays/0/to'],
    [
      { timeZone, week, holidays: [{ from: '2026-08-01', till: '2026-08-02' }] },
      'calendar.unknown-key holidays/0/till',
    ],
    [{ timeZone, week, holidays: [{ ...source, id: 7 }] }, 'calendar.shape holidays/0/id'],
    [
      { timeZone, week, holidays: [{ ...source, revision: undefined }] },
      'calendar.shape holidays/0/revision',
    ],
    [{ timeZone, week, holidays: [{ ...source, off: ['2026-02-30'] }] }, 'calendar.date holidays/0/off/0'],
    [
      { timeZone, week, holidays: [{ ...source, working: '2026-02-28' }] },
      'calendar.shape holidays/0/working',
    ],
    [
      { timeZone, week, holidays: [{ ...source, names: { someday: 'x' } }] },
      'calendar.date holidays/0/names/someday',
    ],
    [
      { timeZone, week, holidays: [{ ...source, names: { '2026-05-01': 1 } }] },
      'calendar.shape holidays/0/names/2026-05-01',
    ],
    [
      { timeZone, week, holidays: [{ ...source, names: [['2026-05-01', 'Labour Day']] }] },
      'calendar.shape holidays/0/names',
    ],
    [
      { timeZone, week, holidays: [{ ...source, names: new Map([['2026-05-01', 'Labour Day']]) }] },
      'calendar.shape holidays/0/names',
    ],
    [{ timeZone, week, holidays: [{ ...source, partial: 1 }] }, 'calendar.shape holidays/0/partial'],
    [{ timeZone, week, holidays: [{ ...source, partial: null }] }, 'calendar.shape holidays/0/partial'],
    [{ timeZone, week: new Map([['mon', day]]) }, 'calendar.shape week'],
    [{ timeZone, week, exceptions: new Map([['2026-01-05', 'closed']]) }, 'calendar.shape exceptions'],
    [{ timeZone, week, holidays: new Set(['2026-01-05']) }, 'calendar.shape holidays'],
    [{ timeZone, week, holidays: [new Date(0)] }, 'calendar.shape holidays/0'],
    [new Map(Object.entries({ timeZone, week })), 'calendar.shape '],
    [
      { timeZone, week, holidays: [{ ...source, horizon: { from: '2026-01-01' } }] },
      'calendar.date holidays/0/horizon/to',
    ],
    [{ timeZone, week, holidays: [{ ...source, country: 'cn' }] }, 'calendar.unknown-key holidays/0/country'],
    [{ timeZone, week, exceptions: [] }, 'calendar.shape exceptions'],
    [{ timeZone, week, exceptions: { '2026-02-30': 'closed' } }, 'calendar.date exceptions/2026-02-30'],
    [{ timeZone, week, exceptions: { '2026-02-27': 'open' } }, 'calendar.shape exceptions/2026-02-27'],
    [
      { timeZone, week, exceptions: { '2026-02-27': ['09:00-08:60'] } },
      'calendar.interval exceptions/2026-02-27/0',
    ],
    [
      { timeZone, week: nights, exceptions: { '2026-05-09': ['05:00-08:00'] } },
      'calendar.overlap exceptions/2026-05-09',
    ],
    [
      { timeZone, week, exceptions: { '2026-05-07': ['20:00-10:00'] } },
      'calendar.overlap exceptions/2026-05-07',
    ],
    [
      { timeZone, week: { ...nights, mon: ['00:00-08:00'] }, exceptions: { '2026-05-09': 'working' } },
      'calendar.overlap exceptions/2026-05-09',
    ],
    [
      { timeZone, week: { ...nights, mon: ['00:00-08:00'] }, holidays: [source] },
      'calendar.overlap holidays/0/working/0',
    ],
    [{ timeZone, week, provisional: 'allow' }, 'calendar.shape provisional'],
    [{ intersect: [] }, 'calendar.shape intersect'],
    [{ union: {} }, 'calendar.shape union'],
    [{ union: [full], timeZone }, 'calendar.unknown-key timeZone'],
    [{ union: [full], intersect: [full] }, 'calendar.unknown-key union'],
    [{ union: [full, { timeZone: 'Asia/Tokyo', week }] }, 'calendar.zones-differ union/1'],
    [
      { intersect: [full, { union: [{ timeZone: 'Asia/Tokyo', week }] }] },
      'calendar.zones-differ intersect/1',
    ],
    [{ intersect: [{ timeZone, week: { mon: ['1'] } }] }, 'calendar.interval intersect/0/week/mon/0'],
    [cyclic, 'calendar.cycle exceptions/2026-01-05'],
  ])('%#: %o', (spec, want) => {
    expect(refusal(spec)).toBe(`CalendarError ${want}`);
  });

  it('but an exception may overlap an evening whose shift it replaces, or that is off', () => {
    const spec = { timeZone, week: nights, exceptions: { '2026-05-09': ['05:00-08:00'] } };
    expect(refusal({ ...spec, holidays: ['2026-05-08'] })).toBe('accepted');
    expect(refusal({ ...spec, exceptions: { ...spec.exceptions, '2026-05-08': 'closed' } })).toBe('accepted');
  });

  it.each([true, false, 'State days missing', undefined])('and a source may be partial: %j', (partial) => {
    expect(refusal({ timeZone, week, holidays: [{ ...source, partial }] })).toBe('accepted');
  });

  it('and what came from JSON without a prototype, or of a class, is an object like any other', () => {
    class Week {
      mon = day;
    }
    const bare = Object.assign(Object.create(null), { timeZone, week: new Week() });
    expect(isWorkingDay('2026-01-05', defineCalendar(bare as CalendarSpec))).toBe(true);
  });

  it('and touching intervals, duplicates and any order are fine', () => {
    const sorted = { mon: ['13:00-18:00', '09:00-12:00', '12:00-13:00'] };
    expect(refusal({ timeZone, week: sorted, holidays: ['2026-01-05', '2026-01-05', source, source] })).toBe(
      'accepted',
    );
    expect(refusal({ timeZone, week: { fri: ['22:00-06:00'], sat: ['06:00-12:00'] } })).toBe('accepted');
    expect(refusal({ timeZone, week: { mon: ['18:00-00:00'], tue: ['00:00-24:00'] } })).toBe('accepted');
  });

  it.each([
    [['09:00-12:30', '12:00-18:00'], 'week.mon.1: "12:00-18:00" overlaps "09:00-12:30"', 'End one before'],
    [['00:00-00:00'], 'week.mon.0: "00:00-00:00" has no length', 'Write "00:00-24:00"'],
    [['9-17'], 'week.mon.0: "9-17" is no interval', 'Write "09:00-18:00"'],
  ])('says of %j what, where, and what to do', (mon, message, hint) => {
    expect(() => defineCalendar({ timeZone, week: { mon } })).toThrow(
      expect.objectContaining({ message, hint: expect.stringContaining(hint) }),
    );
  });

  it('names the evening before where a shift runs into the day', () => {
    expect(() => defineCalendar({ timeZone, week: { ...nights, sat: ['05:00-12:00'] } })).toThrow(
      'week.sat: its start overlaps the shift of the evening before',
    );
  });
});
