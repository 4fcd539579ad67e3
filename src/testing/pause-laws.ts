import fc from 'fast-check';
import { isWorkingTime } from '../calendar/is-working-time.ts';
import { nextWorkingTime } from '../calendar/next-working-time.ts';
import { previousWorkingTime } from '../calendar/previous-working-time.ts';
import type { CalendarSpec } from '../calendar/spec.ts';
import { workingIntervals } from '../calendar/working-intervals.ts';
import { DAY, type EpochMs, MINUTE } from '../instant/types.ts';
import { dueAt } from '../limit/due-at.ts';
import { type CountingsOf, conventionsOf, rollsHours } from './counting-laws.ts';
import { countingRules } from './counting-rules.ts';
import { type Law, law } from './law.ts';
import { limits } from './limits.ts';
import { officeCalendars } from './office-calendars.ts';
import { officeInstants } from './office-instants.ts';
import { pauses } from './pauses.ts';
import { same } from './same.ts';

/**
 * The laws of pauses: an empty one changes nothing, one more never brings due forward, several are their union, one
 * outside working time moves neither working hours nor days that end at the close of business, and one that is open
 * counts as ended at `asOf`.
 *
 * @param of - A convention of your own, one by its name, or an arbitrary; any of `countingRules()` by default.
 * @throws DulyError `counting.combination` and the like if what is given is no convention
 * @example
 * checkLaws(pauseLaws('standard'), { numRuns: 5 }).length // => 5
 */
export function pauseLaws(of: CountingsOf = countingRules()): readonly Law[] {
  const rules = conventionsOf(of);
  const ground = [officeCalendars(), officeInstants(), limits(), rules, pauses(), officeInstants()] as const;
  return [
    law('an empty pause changes nothing', ground, (calendar, from, limit, counting, pauses, empty) => {
      const options = { calendar, counting, pauses };
      return same(
        dueAt(from, limit, { ...options, pauses: [...pauses, [empty, empty]] }),
        dueAt(from, limit, options),
      );
    }),
    law(
      'one more pause, or a longer one, never brings due forward, hours that roll aside',
      [...ground, fc.nat(9000)],
      (calendar, from, limit, counting, pauses, start, minutes) => {
        if (rollsHours(counting, limit)) return true;
        const more = [...pauses, [start, start + minutes * MINUTE] as const];
        const longer = dueAt(from, limit, { calendar, counting, pauses: more });
        return longer.at >= dueAt(from, limit, { calendar, counting, pauses }).at;
      },
    ),
    law(
      'pauses in any order, cut into pieces or repeated, are their union',
      ground,
      (calendar, from, limit, counting, pauses, _) => {
        const pieces = pauses.flatMap(([start, end]) => {
          const middle = Math.floor((start + end) / 2);
          return [[middle, end] as const, [start, middle] as const, [start, middle] as const];
        });
        return same(
          dueAt(from, limit, { calendar, counting, pauses: pieces.toReversed() }),
          dueAt(from, limit, { calendar, counting, pauses }),
        );
      },
    ),
    law(
      'a pause outside working time moves neither working hours nor days that end at the close of business',
      [officeCalendars(), officeInstants(), workingLimits, rules, pauses(), officeInstants()],
      (calendar, from, limit, counting, pauses, around) => {
        // Days that end at 24:00 end where the clock may well be stopped.
        if (limit.unit === 'working days' && counting.end !== 'close-of-business') return true;
        const more = [...pauses, closedStretch(around, calendar)];
        return same(
          dueAt(from, limit, { calendar, counting, pauses: more }).at,
          dueAt(from, limit, { calendar, counting, pauses }).at,
        );
      },
    ),
    law(
      'one that is open counts as ended at asOf',
      [...ground, fc.nat(9000)],
      (calendar, from, limit, counting, pauses, start, minutes) => {
        const asOf = start + minutes * MINUTE;
        const open = dueAt(from, limit, { calendar, counting, pauses: [...pauses, [start, null]], asOf });
        return same(open, dueAt(from, limit, { calendar, counting, pauses: [...pauses, [start, asOf]] }));
      },
    ),
  ];
}

const workingLimits = limits().filter(({ unit }) => unit.startsWith('working'));

/** The closed time in which an instant lies, or that comes next. */
function closedStretch(around: EpochMs, calendar: CalendarSpec): readonly [EpochMs, EpochMs] {
  const open = isWorkingTime(around, calendar);
  // No office is open for a week on end.
  const [first] = open ? workingIntervals({ from: around, to: around + 7 * DAY }, calendar) : [];
  const from = first?.end.getTime() ?? previousWorkingTime(around, calendar).getTime();
  return [from, nextWorkingTime(from, calendar).getTime()];
}
