import fc from 'fast-check';
import type { HolidaySource } from '../calendar/spec.ts';
import { epochDayOf, formatCivilDate } from '../instant/civil.ts';
import { EVENTFUL_YEAR, epochDays } from './civil-dates.ts';

/**
 * Holiday sources as plain data: days off with their names, make-up days that are none of them, days that end early,
 * and a horizon around the year that may end before the year does.
 *
 * @example
 * const [source] = fc.sample(holidaySources({ year: 2026 }), 1);
 * source.off.every((date) => date in source.names) // => true
 */
export function holidaySources({
  year = EVENTFUL_YEAR,
}: {
  readonly year?: number;
} = {}): fc.Arbitrary<HolidaySource> {
  return fc
    .record({
      days: fc.uniqueArray(epochDays({ year }), { maxLength: 24 }),
      makeUp: fc.nat(4),
      early: fc.nat(3),
      horizon: fc.tuple(fc.nat(200), fc.nat(200)),
      partial: fc.constantFrom(undefined, undefined, true, 'only the first half'),
    })
    .map(({ days, makeUp, early, horizon: [before, after], partial }) => {
      const dates = days.map(formatCivilDate);
      const working = dates.slice(0, makeUp).sort();
      const short = dates.slice(makeUp, makeUp + early);
      const off = dates.slice(makeUp + early).sort();
      // At least the dates given lie within it.
      const first = Math.min(...days, epochDayOf(year, 7, 1)) - before;
      const last = Math.max(...days, epochDayOf(year, 7, 1)) + after;
      return {
        id: `random-${year}`,
        title: 'Random holidays',
        revision: `${year}-01`,
        horizon: { from: formatCivilDate(Math.max(first, 0)), to: formatCivilDate(last) },
        off,
        working,
        names: Object.fromEntries([...off, ...working].map((date) => [date, `Day of ${date}`])),
        ...(short.length > 0 && { early: Object.fromEntries(short.map((date) => [date, '14:00'])) }),
        ...(partial !== undefined && { partial }),
      };
    });
}
