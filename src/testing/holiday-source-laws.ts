import fc from 'fast-check';
import { defineCalendar } from '../calendar/define-calendar.ts';
import { isWorkingDay } from '../calendar/is-working-day.ts';
import type { Calendar, HolidaySource } from '../calendar/spec.ts';
import { formatCivilDate, toEpochDay, weekdayOf } from '../instant/civil.ts';
import { type CivilDate, SPAN_END_DAY } from '../instant/types.ts';
import { dueAt } from '../limit/due-at.ts';
import { holidaySources } from './holiday-sources.ts';
import { isArbitrary } from './is-arbitrary.ts';
import { type Law, law } from './law.ts';

/**
 * The laws of a holiday source: its dates are in order, each said once and within its horizon, a calendar with it works
 * on the days that it says, and what is counted past its horizon is provisional.
 *
 * @param of - A source of your own, or an arbitrary; any of `holidaySources()` by default.
 * @throws InstantError `instant.civil-date`, `instant.range` if its horizon is none
 * @example
 * checkLaws(holidaySourceLaws(china()), { numRuns: 5 }).length // => 4
 */
export function holidaySourceLaws(
  of: HolidaySource | fc.Arbitrary<HolidaySource> = holidaySources(),
): readonly Law[] {
  const sources = isArbitrary<HolidaySource>(of) ? of : fc.constant(of);
  const dated = isArbitrary<HolidaySource>(of) ? of.chain(withDate) : withDate(of);
  return [
    law('its dates are in order, and each is said once', [sources], ({ off, working }) => {
      const sorted = [off, working].every((dates) =>
        dates.every((date, at) => at === 0 || date > dates[at - 1]!),
      );
      return sorted && !working.some((date) => off.includes(date));
    }),
    law('its dates lie within its horizon', [sources], ({ off, working, early = {}, horizon }) =>
      [...off, ...working, ...Object.keys(early)].every((date) => date >= horizon.from && date <= horizon.to),
    ),
    law(
      'a calendar with it works on the days that it says, and on those of its week',
      [dated],
      ([source, date]) => {
        const usual = weekdayOf(toEpochDay(date)) < 5;
        const worked = source.working.includes(date) || (usual && !source.off.includes(date));
        return isWorkingDay(date, officeWith(source)) === worked;
      },
    ),
    law('what is counted past its horizon is provisional, and nothing else is', [dated], ([source, date]) => {
      const due = dueAt(`${date}T12:00:00Z`, '1 working day', { calendar: officeWith(source) });
      const { from, to } = source.horizon;
      // The day of arrival isn't counted, whatever it is.
      const first = formatCivilDate(toEpochDay(date) + 1);
      const isWithin = first >= from && due.at.toISOString().slice(0, 10) <= to;
      return (due.provisional === undefined) === isWithin;
    }),
  ];
}

function officeWith(source: HolidaySource): Calendar {
  const day = ['09:00-18:00'];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
  return defineCalendar({ timeZone: 'UTC', week, holidays: [source] });
}

/** A source with a date that it names, one at the ends of its horizon, or one somewhere around it. */
function withDate(source: HolidaySource): fc.Arbitrary<readonly [HolidaySource, CivilDate]> {
  const { off, working, horizon } = source;
  const [first, last] = [toEpochDay(horizon.from), toEpochDay(horizon.to)];
  const within = (day: number) => formatCivilDate(Math.min(Math.max(day, 0), SPAN_END_DAY - 3));
  const dates = fc.oneof(
    fc.constantFrom(...off, ...working, horizon.to),
    fc.constantFrom(first - 1, first, last - 1, last, last + 1).map(within),
    fc.integer({ min: first - 40, max: last + 40 }).map(within),
  );
  return dates.map((date) => [source, date] as const);
}
