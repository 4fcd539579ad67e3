import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import type { Calendar } from '../../src/calendar/spec.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import {
  calendarLaws,
  calendarSpecs,
  calendars,
  checkLaws,
  civilDates,
  instants,
  law,
} from '../../src/testing/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** In each zone of the host. */
const runs = { numRuns: 30 };
/** What sums up the whole span, or compiles each calendar anew, is slow. */
const slow = /^all that the span holds|^the order in which years/;

describe('the laws of working time and working days', () => {
  it.each(calendarLaws(calendars()))('$name', (law) => {
    checkLaws(law, slow.test(law.name) ? { numRuns: 8 } : runs);
  });
});

const specs = calendarSpecs();
const openSpecs = specs.filter(({ week }) => Object.values(week).some((hours) => hours.length > 0));
const inYear = instants({ year: 2011 });
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 400 * HOUR }),
  fc.nat(1000).map((quarters) => (quarters * HOUR) / 4),
);
const add = (t: number, amount: number, calendar: Calendar) => addWorkingTime(t, amount, calendar).getTime();

describe('a week', () => {
  it.each([
    law(
      'shifted as a whole shifts the result, in a zone of one offset without holidays',
      [openSpecs, inYear, amounts, fc.integer({ min: -900, max: 900 })],
      ({ week }, t, x, weeks) => {
        const calendar = defineCalendar({ timeZone: 'Etc/GMT-8', week });
        return add(t + weeks * 7 * DAY, x, calendar) === add(t, x, calendar) + weeks * 7 * DAY;
      },
    ),
    law(
      'with a holiday more never makes a result earlier',
      [openSpecs, inYear, amounts, civilDates({ year: 2011 })],
      (spec, t, x, date) => {
        const closedMore = defineCalendar({ ...spec, holidays: [...spec.holidays, date] });
        return add(t, x, closedMore) >= add(t, x, defineCalendar(spec));
      },
    ),
    law(
      'works a day exactly when some working time belongs to it',
      // Without nights and changes of the clock (Kolkata has had none), what belongs to a date lies in it. What lies in
      // the first and last dates, but not in the span, can't be asked about.
      [
        calendarSpecs({ timeZones: ['Asia/Kolkata'] }).filter(
          (spec) => !JSON.stringify(spec).includes('22:'),
        ),
        civilDates().filter((date) => date > '1970-01-01' && date < '2199-12-31'),
      ],
      (spec, date) => {
        const calendar = defineCalendar(spec);
        const from = Date.parse(`${date}T00:00:00+05:30`);
        return isWorkingDay(date, calendar) === workingTimeBetween(from, from + DAY, calendar) > 0;
      },
    ),
  ])('$name', (law) => {
    expect(checkLaws(law, runs)).toEqual([law.name]);
  });
});
