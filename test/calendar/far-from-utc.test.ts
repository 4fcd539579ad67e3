import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import type { HolidaySource, WeekSpec } from '../../src/calendar/spec.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';

const HOUR = 3_600_000;
const daily = (...hours: string[]): WeekSpec =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));
const source: HolidaySource = {
  id: 'demo',
  title: 'Demo days',
  revision: '1',
  horizon: { from: '2026-01-02', to: '2026-12-30' },
  off: [],
  working: [],
  names: {},
};
const refused = expect.objectContaining({ code: 'calendar.provisional' });

// Dates begin 14 hours before those of UTC, or 11 hours after them.
describe.each([
  ['Pacific/Kiritimati', '+14:00'],
  ['Pacific/Pago_Pago', '-11:00'],
])('in %s, a source from 2 January to 30 December 2026', (timeZone, offset) => {
  describe.each([
    ['the first hours of a day', '00:00-08:00', 8],
    ['its last hours', '20:00-24:00', 4],
    ['a night that begins with its last minute', '23:59-07:59', 8],
  ])('with %s', (_, text, hours) => {
    const strict = () =>
      defineCalendar({ timeZone, week: daily(text), holidays: [source], provisional: 'throw' });
    const night = text === '23:59-07:59';

    it('has 363 working days, the first and the last of them too', () => {
      expect(isWorkingDay('2026-01-02', strict())).toBe(true);
      expect(isWorkingDay('2026-12-30', strict())).toBe(true);
      expect(workingDaysBetween('2026-01-02', '2026-12-30', strict())).toBe(362);
      expect(addWorkingDays('2026-01-02', 362, strict())).toBe('2026-12-30');
      expect(addWorkingDays('2026-12-30', -362, strict())).toBe('2026-01-02');
    });

    it('has no day before or after', () => {
      for (const date of ['2026-01-01', '2026-12-31'] as const)
        expect(() => isWorkingDay(date, strict())).toThrow(refused);
    });

    it('has all hours from its first midnight to its last', () => {
      const [from, to] = [`2026-01-02T00:00${offset}`, `2026-12-31T00:00${offset}`];
      // The first morning ends the night of 1 January, the last night has one minute left.
      expect(workingTimeBetween(from, to, strict())).toBe(363 * hours * HOUR);
      expect(isWorkingTime(from, strict())).toBe(night || text.startsWith('00'));
      expect(() => isWorkingTime(Date.parse(from) - 1, strict())).toThrow(refused);
      expect(() => isWorkingTime(to, strict())).toThrow(refused);
    });
  });
});

describe('in Berlin, where clocks went on at 03:00 of 29 March 2026', () => {
  const to = (last: string) =>
    defineCalendar({
      timeZone: 'Europe/Berlin',
      week: daily('00:00-24:00'),
      holidays: [{ ...source, horizon: { from: '2026-03-28', to: last } } as HolidaySource],
      provisional: 'throw',
    });

  it.each([
    ['2026-03-29', '2026-03-30T00:00+02:00', 2, 47],
    ['2026-03-30', '2026-03-31T00:00+02:00', 3, 71],
    ['2026-03-31', '2026-04-01T00:00+02:00', 4, 95],
  ] as const)(
    'a source from 28 March to %s is known up to %s: %i days, %i hours',
    (last, end, days, hours) => {
      expect(workingTimeBetween('2026-03-28T00:00+01:00', end, to(last))).toBe(hours * HOUR);
      expect(workingDaysBetween('2026-03-28', last, to(last))).toBe(days - 1);
      expect(isWorkingTime(Date.parse(end) - 1, to(last))).toBe(true);
    },
  );
});

it('in Nuuk, where clocks went on at 22:00 of 26 March 2022, its last hour makes that date a working day', () => {
  const strict = defineCalendar({
    timeZone: 'America/Nuuk',
    week: daily('23:00-24:00'),
    holidays: [{ ...source, horizon: { from: '2022-03-01', to: '2022-03-26' } }],
    provisional: 'throw',
  });
  expect(isWorkingDay('2022-03-26', strict)).toBe(true);
  expect(isWorkingTime('2022-03-26T23:30-02:00', strict)).toBe(true);
});
