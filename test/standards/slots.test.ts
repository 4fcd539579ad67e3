import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { type SlotPeriod, type SlotRule, slotsIn } from '../../src/standards/slots.ts';

const timetableIn = (timeZone: string) => timetableOf(defineCalendar({ timeZone, week: 'always' }));
const utc = timetableIn('UTC');

/** Slots as `2026-09-01T00:00/2026-10-01T00:00`, in UTC. */
const slots = (rule: SlotRule, from: string, to: string, timetable = utc) =>
  [...slotsIn(rule, timetable, Date.parse(`${from}Z`), Date.parse(`${to}Z`))].map(({ from, to }) =>
    [from, to].map((at) => new Date(at).toISOString().slice(0, 16)).join('/'),
  );

describe('slotsIn', () => {
  it.each([
    ['day', '2026-09-01T06:00', '2026-09-03T23:00', ['2026-09-02T00:00/2026-09-03T00:00']],
    [
      'half-day',
      '2026-09-01T06:00',
      '2026-09-02T12:00',
      ['2026-09-01T12:00/2026-09-02T00:00', '2026-09-02T00:00/2026-09-02T12:00'],
    ],
    [
      'week',
      '2026-09-01T00:00',
      '2026-09-21T00:00',
      ['2026-09-07T00:00/2026-09-14T00:00', '2026-09-14T00:00/2026-09-21T00:00'],
    ],
    ['month', '2026-01-31T00:00', '2026-03-31T00:00', ['2026-02-01T00:00/2026-03-01T00:00']],
    [
      'quarter',
      '2026-02-01T00:00',
      '2026-10-01T00:00',
      ['2026-04-01T00:00/2026-07-01T00:00', '2026-07-01T00:00/2026-10-01T00:00'],
    ],
    // The very first day there is.
    ['day', '1970-01-01T00:00', '1970-01-02T12:00', ['1970-01-01T00:00/1970-01-02T00:00']],
    ['month', '1970-01-01T00:00', '1970-02-02T00:00', ['1970-01-01T00:00/1970-02-01T00:00']],
    ['year', '2025-01-01T00:00', '2026-12-31T23:59', ['2025-01-01T00:00/2026-01-01T00:00']],
  ] as const)('per %s: only those wholly from %s to %s', (per, from, to, expected) => {
    expect(slots({ per }, from, to)).toEqual(expected);
  });

  it('takes windows of each day in their order, one past midnight with the day it begins on', () => {
    const rule: SlotRule = { per: 'day', windows: ['14:00-18:00', '08:00-12:00', '22:00-06:00'] };
    expect(slots(rule, '2026-09-01T08:00', '2026-09-02T12:00')).toEqual([
      '2026-09-01T08:00/2026-09-01T12:00',
      '2026-09-01T14:00/2026-09-01T18:00',
      '2026-09-01T22:00/2026-09-02T06:00',
      '2026-09-02T08:00/2026-09-02T12:00',
    ]);
  });

  it('takes civil days of the zone: 23 hours on 29 March 2026 in Berlin, 25 on 25 October', () => {
    const berlin = timetableIn('Europe/Berlin');
    expect(slots({ per: 'day' }, '2026-03-28T23:00', '2026-03-29T22:00', berlin)).toEqual([
      '2026-03-28T23:00/2026-03-29T22:00',
    ]);
    expect(slots({ per: 'day' }, '2026-10-24T22:00', '2026-10-25T23:00', berlin)).toEqual([
      '2026-10-24T22:00/2026-10-25T23:00',
    ]);
  });

  it('of any span are those of a longer one that lie in it, and leave no hole', () => {
    const day = fc.integer({ min: 20_000, max: 21_500 });
    const hour = fc.integer({ min: 0, max: 500 });
    const periods: SlotPeriod[] = ['day', 'half-day', 'week', 'month', 'quarter', 'year'];
    fc.assert(
      fc.property(fc.constantFrom(...periods), day, hour, hour, (per, start, before, length) => {
        const HOURS = 3_600_000;
        const from = start * 24 * HOURS + before * HOURS;
        const to = from + length * 10 * HOURS;
        const own = [...slotsIn({ per }, utc, from, to)];
        const all = [...slotsIn({ per }, utc, from - 400 * 24 * HOURS, to + 400 * 24 * HOURS)];
        expect(own).toEqual(all.filter((slot) => slot.from >= from && slot.to <= to));
        expect(all.slice(1).map((slot) => slot.from)).toEqual(all.slice(0, -1).map((slot) => slot.to));
      }),
      { numRuns: 200 },
    );
  });
});
