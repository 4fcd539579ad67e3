import fc from 'fast-check';
import type { CivilDate } from '../instant/types.ts';
import { civilDates } from './civil-dates.ts';
import { weekOf } from './week-hours.ts';

/** A calendar of Shanghai with nothing but weekly hours and single days off. */
export interface OfficeSpec {
  readonly timeZone: 'Asia/Shanghai';
  readonly week: ReturnType<typeof weekOf>;
  readonly holidays: readonly CivilDate[];
}

const hours = fc.constantFrom<readonly string[]>(
  ['09:00-18:00'],
  ['09:00-12:00', '13:00-18:00'],
  ['00:00-24:00'],
  ['08:00-24:00'],
  ['10:00-10:01'],
);
const night = ['22:00-06:00'];
const closed: readonly string[] = [];

const weeks = fc.oneof(
  hours.map((open) => [open, open, open, open, open, closed, closed]),
  fc.tuple(hours, hours, hours).map(([a, b, c]) => [a, closed, b, closed, c, a, closed]),
  hours.map((open) => [closed, closed, closed, open, closed, closed, closed]),
  // Nights: each is followed by a closed morning, or another night.
  fc.constant([night, night, night, night, night, closed, closed]),
);

/**
 * Specifications of plain offices in the first four months of 2026, in a zone whose clocks don't change: few forms of
 * hours, so that `officeInstants` hit their bells often, and up to 12 days off. For laws about days and dues.
 *
 * @example
 * fc.sample(officeCalendars(), 1)[0].timeZone // => 'Asia/Shanghai'
 */
export function officeCalendars(): fc.Arbitrary<OfficeSpec> {
  const off = fc.uniqueArray(civilDates({ from: '2026-01-01', to: '2026-05-01' }), { maxLength: 12 });
  return fc
    .tuple(weeks, off)
    .map(([week, holidays]) => ({ timeZone: 'Asia/Shanghai', week: weekOf(week), holidays }));
}
