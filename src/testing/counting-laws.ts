import fc from 'fast-check';
import type { CalendarSpec } from '../calendar/spec.ts';
import { DAY, HOUR, MINUTE } from '../instant/types.ts';
import { dueAt } from '../limit/due-at.ts';
import { toCounting } from '../limit/to-counting.ts';
import type { Counting, CountingName, Due, Limit, LimitUnit } from '../limit/types.ts';
import { countingRules } from './counting-rules.ts';
import { instants } from './instants.ts';
import { isArbitrary } from './is-arbitrary.ts';
import { type Law, law } from './law.ts';
import { limits } from './limits.ts';
import { officeCalendars } from './office-calendars.ts';
import { officeInstants } from './office-instants.ts';
import { pauses } from './pauses.ts';
import { frozenCopy, same } from './same.ts';
import { zones } from './zones.ts';

/** Where conventions come from: one of your own, one by name, or an arbitrary. */
export type CountingsOf = Counting | CountingName | fc.Arbitrary<Counting>;

/**
 * The laws of counting: due is never before from, never earlier for a larger amount or a later start (where section 5
 * of the rules has no exception), its steps add up to the limit and follow each other, a backward limit ends at or
 * before the event, a stored due instant is counted to the same.
 *
 * @param of - A convention of your own, one by its name, or an arbitrary; any of `countingRules()` by default.
 * @throws DulyError `counting.combination` and the like if what is given is no convention
 * @example
 * checkLaws(countingLaws('bgb'), { numRuns: 5 }).length // => 9
 */
export function countingLaws(of: CountingsOf = countingRules()): readonly Law[] {
  const rules = conventionsOf(of);
  return [
    law(
      'due is never before from',
      [anyCalendars, anyInstants, limits(), rules],
      (calendar, from, limit, counting) => at(dueAt(from, limit, { calendar, counting })) >= from,
    ),
    law(
      'a larger amount is never due earlier, hours that roll aside',
      [anyCalendars, anyInstants, limits(), fc.integer({ min: 1, max: 5 }), rules],
      (calendar, from, limit, more, counting) => {
        if (rollsHours(counting, limit)) return true;
        const larger = { ...limit, amount: limit.amount + more };
        const options = { calendar, counting };
        return at(dueAt(from, larger, options)) >= at(dueAt(from, limit, options));
      },
    ),
    law(
      'a later start is never due earlier, rolling counts and hours that roll aside',
      [anyCalendars, anyInstants, fc.nat(4 * DAY), limits(), rules],
      (calendar, from, later, limit, counting) =>
        isRolling(counting) ||
        rollsHours(counting, limit) ||
        keepsOrder(calendar, from, later, limit, counting),
    ),
    law(
      'nor is it with a rolling count of days where no clock changes',
      [officeCalendars(), officeInstants(), fc.nat(5 * 1440), dayLimits, rules],
      (calendar, from, minutes, limit, counting) =>
        keepsOrder(calendar, from, minutes * MINUTE, limit, counting),
    ),
    law(
      'the counted steps add up to the limit, and no step ends before it begins',
      [officeCalendars(), officeInstants(), limits(), rules, pauses()],
      (calendar, from, limit, counting, pauses) => {
        const { steps } = dueAt(from, limit, { calendar, counting, pauses });
        return (
          addsUp(steps, limit) &&
          steps.every(({ from, to, counted, amount }) => to >= from && (counted || amount === 0))
        );
      },
    ),
    law(
      'the steps follow each other without gap from the start to due, where nothing rolls back',
      [officeCalendars(), officeInstants(), limits(), rules, pauses()],
      (calendar, from, limit, counting, pauses) => {
        if (counting.roll === 'previous-working-day') return true;
        const due = dueAt(from, limit, { calendar, counting, pauses });
        const marks = [...due.steps.map((step) => step.from), due.at].map(Number);
        return marks[0] === from && due.steps.every(({ to }, index) => to.getTime() === marks[index + 1]);
      },
    ),
    law(
      'a backward limit ends at or before the event, and its steps add up too',
      [officeCalendars(), officeInstants(), limits(), rules, fc.boolean()],
      (calendar, from, limit, counting, clearDays) => {
        const due = dueAt(from, limit, { calendar, counting, direction: 'before', clearDays });
        return at(due) <= from && addsUp(due.steps, limit);
      },
    ),
    law(
      'a stored due instant is counted to the same, with the same steps, from its JSON alone',
      [officeCalendars(), officeInstants(), limits(), rules, pauses()],
      (calendar, from, limit, counting, pauses) => {
        const due = dueAt(from, limit, { calendar, counting, pauses });
        const stored = JSON.parse(JSON.stringify(due)) as Due;
        const { convention, counting: told, pauses: stops = [] } = stored;
        return same(
          dueAt(stored.from, stored.limit, { calendar, counting: convention ?? told, pauses: stops }),
          due,
        );
      },
    ),
    law(
      'nothing that is given is changed',
      [officeCalendars(), officeInstants(), limits(), rules, pauses()],
      (calendar, from, limit, counting, pauses) => {
        const [kept, rest] = frozenCopy([limit, { calendar, pauses }] as const);
        const rules = JSON.stringify(counting);
        const due = dueAt(from, kept, { ...rest, counting });
        return (
          JSON.stringify(counting) === rules && same(due, dueAt(from, limit, { calendar, counting, pauses }))
        );
      },
    ),
  ];
}

/** Where conventions come from, as an arbitrary. */
export const conventionsOf = (of: CountingsOf): fc.Arbitrary<Counting> =>
  isArbitrary<Counting>(of) ? of : fc.constant(toCounting(of));

const at = (due: Due): number => due.at.getTime();

/** An office with small hours, in which clocks change, and plain ones, in which they don't. */
const smallHours = ['00:00-02:00', '09:00-24:00'];
const week = { mon: smallHours, tue: smallHours, wed: smallHours, thu: smallHours, fri: smallHours };
const anyCalendars: fc.Arbitrary<CalendarSpec> = fc.oneof(
  zones().map((timeZone) => ({ timeZone, week })),
  officeCalendars(),
);
const anyInstants = fc.oneof(
  fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2024, 0) }),
  // The hours around the clock changes of St. John's 2006 and Apia 2011.
  fc.integer({ min: Date.UTC(2006, 9, 29), max: Date.UTC(2006, 9, 30) }),
  fc.integer({ min: Date.UTC(2011, 11, 29), max: Date.UTC(2012, 0, 1) }),
  instants({ year: 2011 }),
  officeInstants(),
);
const dayLimits = limits('days').filter(({ unit }) => unit !== 'months');

const isRolling = ({ start }: Counting): boolean => start === 'instant';
/** They may end on a day off, or an hour later at the beginning of the next working day. */
export const rollsHours = ({ rollHours }: Counting, { unit }: Limit): boolean =>
  rollHours === true && unit in msIn;

function keepsOrder(
  calendar: CalendarSpec,
  from: number,
  later: number,
  limit: Limit,
  counting: Counting,
): boolean {
  if (rollsHours(counting, limit)) return true;
  const options = { calendar, counting };
  return at(dueAt(from + later, limit, options)) >= at(dueAt(from, limit, options));
}

/** The steps of limits in seconds to hours are in ms. */
const msIn: { readonly [unit in LimitUnit]?: number } = {
  seconds: 1000,
  minutes: MINUTE,
  hours: HOUR,
  'working minutes': MINUTE,
  'working hours': HOUR,
};

function addsUp(steps: Due['steps'], { amount, unit }: Limit): boolean {
  const sum = steps.reduce((total, step) => total + step.amount, 0);
  return sum === amount * (unit === 'weeks' ? 7 : (msIn[unit] ?? 1));
}
