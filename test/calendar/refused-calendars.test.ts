import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { day, full, source, timeZone, week } from './demo-calendar.ts';

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
});
