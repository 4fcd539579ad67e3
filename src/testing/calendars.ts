import fc from 'fast-check';
import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar } from '../calendar/spec.ts';
import { type CalendarOptions, calendarSpecs, type GivenWeek } from './calendar-specs.ts';

/**
 * Defined calendars that are open somewhere in every year: weeks of all forms as `calendarSpecs` has them, one of six
 * with a holiday source, one of six combined of two of one zone.
 *
 * @throws Error of fast-check if `timeZones` is empty
 * @example
 * fc.sample(calendars({ year: 2026 }), 20).every((calendar) => isWorkingTime(nextWorkingTime(0, calendar), calendar)) // => true
 */
export function calendars(options: Omit<CalendarOptions, 'sources'> = {}): fc.Arbitrary<Calendar> {
  const open = (sources: boolean) => calendarSpecs({ ...options, sources }).filter(isOpen);
  return fc.oneof(
    { weight: 4, arbitrary: open(false).map(defineCalendar) },
    { weight: 1, arbitrary: open(true).map(defineCalendar) },
    { weight: 1, arbitrary: fc.tuple(open(false), open(false), fc.boolean()).map(combined) },
  );
}

const isOpen = ({ week }: GivenWeek): boolean => Object.values(week).some((hours) => hours.length > 0);

/** What both have in common may be nothing: then it is either's hours. */
function combined([first, second, both]: [GivenWeek, GivenWeek, boolean]): Calendar {
  const parts = [first, { ...second, timeZone: first.timeZone }];
  return defineCalendar(both && meet(first, second) ? { intersect: parts } : { union: parts });
}

/** Whether both have an hour of some weekday, from 10:00 to 11:00, in common. */
const meet = (a: GivenWeek, b: GivenWeek): boolean =>
  (Object.keys(a.week) as (keyof GivenWeek['week'])[]).some((day) =>
    [a, b].every(({ week }) => week[day]?.some((hours) => hours <= '10:00' && hours.slice(6) >= '11:00')),
  );
