import fc from 'fast-check';
import type { CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { epochDayOf } from '../instant/civil.ts';
import { DAY, type EpochMs, MINUTE, SPAN_END } from '../instant/types.ts';
import { EVENTFUL_YEAR } from './civil-dates.ts';
import { clockChanges } from './clock-changes.ts';

/** Where instants are looked for. */
export interface InstantOptions {
  /** Only instants of this year, a few days from its ends. */
  readonly year?: number;
  /** A calendar whose openings and closings are to be hit. */
  readonly calendar?: CalendarSpec;
}

/**
 * Instants as epoch ms, aimed at the edges: quarters of an hour, where most days open and close, changes of the clock
 * anywhere among `zones()`, and, without a year, the first and last days of the supported span. Given a calendar, the
 * bells of that calendar and the milliseconds beside them.
 *
 * @throws CalendarError if what is given as `calendar` is none
 * @example
 * const bells = fc.sample(instants({ calendar: office, year: 2026 }), 200);
 * bells.some((t) => isWorkingTime(t, office) && !isWorkingTime(t - 1, office)) // => true
 */
export function instants({ year, calendar }: InstantOptions = {}): fc.Arbitrary<EpochMs> {
  const plain = year === undefined ? anywhere() : instantsOf(year);
  return calendar === undefined ? plain : bells(plain, timetableOf(calendar));
}

const LAST = SPAN_END - 1;

function anywhere(): fc.Arbitrary<EpochMs> {
  const early = fc.oneof(fc.constantFrom(0, 1), fc.nat(20 * DAY));
  return fc.oneof(
    { weight: 4, arbitrary: instantsOf(EVENTFUL_YEAR) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: LAST }) },
    { weight: 1, arbitrary: early },
    { weight: 1, arbitrary: early.map((ms) => LAST - ms) },
  );
}

function instantsOf(year: number): fc.Arbitrary<EpochMs> {
  const first = epochDayOf(year, 1, 5) * DAY;
  const last = epochDayOf(year, 12, 26) * DAY;
  return fc.oneof(
    fc.integer({ min: first, max: last }),
    fc.nat(354 * 96).map((quarter) => first + quarter * 15 * MINUTE),
    fc
      .tuple(
        fc.constantFrom(...clockChanges(first, last), first),
        fc.integer({ min: -36 * 60, max: 36 * 60 }),
      )
      .map(([at, minutes]) => Math.max(at + minutes * MINUTE, first)),
  );
}

/** Near each instant the next opening or the last closing, or the instant itself. */
function bells(around: fc.Arbitrary<EpochMs>, timetable: Timetable): fc.Arbitrary<EpochMs> {
  const which = fc.constantFrom('itself', 'next', 'previous');
  return fc.tuple(around, which, fc.constantFrom(0, 0, 1, -1)).map(([at, which, off]) => {
    if (which === 'itself') return at;
    try {
      const bell = which === 'next' ? timetable.next(at) : timetable.previous(at);
      return Math.min(Math.max(bell + off, 0), LAST);
    } catch {
      // No bell on that side, or none that the calendar vouches for.
      return at;
    }
  });
}
