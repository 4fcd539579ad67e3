import fc from 'fast-check';
import type { ExceptionSpec, HolidaySpec, WeekSpec } from '../calendar/spec.ts';
import { epochDayOf, formatCivilDate } from '../instant/civil.ts';
import type { CivilDate } from '../instant/types.ts';
import { civilDates, EVENTFUL_YEAR } from './civil-dates.ts';
import { holidaySources } from './holiday-sources.ts';
import { hoursWithin, weekHours } from './week-hours.ts';
import { zones } from './zones.ts';

/** A specification of weekly hours, every part of it given. */
export interface GivenWeek {
  readonly timeZone: string;
  readonly week: Exclude<WeekSpec, 'always'>;
  readonly holidays: readonly HolidaySpec[];
  readonly exceptions: Readonly<Record<CivilDate, ExceptionSpec>>;
}

/** What calendars are made of. */
export interface CalendarOptions {
  /** The year in which holidays and exceptions lie; 2011 by default, when most clocks changed and Apia left out a day. */
  readonly year?: number;
  /** The zones to choose from; `zones()` by default. */
  readonly timeZones?: readonly string[];
  /** Whether some have a holiday source, whose results may be provisional; false by default. */
  readonly sources?: boolean;
}

/**
 * Specifications of weekly hours as plain data, all of them sound: breaks, night shifts, small hours, days until 24:00,
 * weeks of a single day (and some of none); single days off, holidays from a date to another, yearly ones, exceptions.
 *
 * @throws Error of fast-check if `timeZones` is empty
 * @example
 * const [spec] = fc.sample(calendarSpecs({ timeZones: ['Asia/Shanghai'] }), 1);
 * spec.timeZone // => 'Asia/Shanghai'
 */
export function calendarSpecs(options: CalendarOptions = {}): fc.Arbitrary<GivenWeek> {
  const { year = EVENTFUL_YEAR, timeZones, sources = false } = options;
  const firstDay = epochDayOf(year, 1, 1);
  const date = civilDates({ year });
  return fc
    .record({
      timeZone: timeZones === undefined ? zones() : fc.constantFrom(...timeZones),
      week: weekHours,
      single: fc.array(date, { maxLength: 5 }),
      range: fc.option(fc.tuple(fc.nat(350), fc.nat(14))),
      yearly: fc.option(date.map((text) => `*${text.slice(4)}` as HolidaySpec)),
      source: sources ? fc.option(holidaySources({ year })) : fc.constant(null),
      exceptions: fc.dictionary(
        date,
        fc.oneof(fc.constant('closed' as const), hoursWithin(6 * 60, 20 * 60)),
        { maxKeys: 4 },
      ),
    })
    .map(({ timeZone, week, single, range, yearly, source, exceptions }) => ({
      timeZone,
      week,
      holidays: [
        ...single,
        ...(range === null ? [] : [rangeFrom(firstDay + range[0], range[1])]),
        ...[yearly, source].filter((holiday) => holiday !== null),
      ],
      exceptions,
    }));
}

const rangeFrom = (first: number, more: number): HolidaySpec => ({
  from: formatCivilDate(first),
  to: formatCivilDate(first + more),
});
