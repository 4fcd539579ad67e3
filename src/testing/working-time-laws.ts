import fc from 'fast-check';
import { defineCalendar } from '../calendar/define-calendar.ts';
import { isWorkingTime } from '../calendar/is-working-time.ts';
import { nextWorkingTime } from '../calendar/next-working-time.ts';
import { previousWorkingTime } from '../calendar/previous-working-time.ts';
import type { Calendar } from '../calendar/spec.ts';
import { workingIntervals } from '../calendar/working-intervals.ts';
import { workingTimeBetween } from '../calendar/working-time-between.ts';
import { DAY, type EpochMs, HOUR } from '../instant/types.ts';
import { add, amounts, type groundOf, LAST, sides, within } from './calendar-ground.ts';
import { type Law, law } from './law.ts';

/** The end of the span that lies on a side, and the working time up to it. */
const endOn = (side: number): EpochMs => (side > 0 ? LAST : 0);
const leftOf = (t: EpochMs, side: number, calendar: Calendar) => workingTimeBetween(t, endOn(side), calendar);

export function workingTimeLaws({ calendars, moments }: ReturnType<typeof groundOf>): Law[] {
  return [
    law(
      'between t and add(t, x) there is x, forward and backward; it is refused exactly where the span holds less',
      [calendars, moments, amounts, sides],
      (calendar, t, x, side) => {
        const at = add(t, side * x, calendar);
        if (!Number.isFinite(at)) return x > Math.abs(leftOf(t, side, calendar));
        return (
          x <= Math.abs(leftOf(t, side, calendar)) && workingTimeBetween(t, at, calendar) === side * x + 0
        );
      },
    ),
    law(
      'all that the span holds after t can be added, and one ms more can not; before it likewise',
      [calendars, moments, sides],
      (calendar, t, side) => {
        const left = leftOf(t, side, calendar);
        const all = workingTimeBetween(t, add(t, left, calendar), calendar);
        return all === left && add(t, left + side, calendar) === side * Number.POSITIVE_INFINITY;
      },
    ),
    law(
      'adding x and then y of the same sign is adding x + y',
      [calendars, moments, amounts, amounts, sides],
      (calendar, t, x, y, side) =>
        add(add(t, side * x, calendar), side * y, calendar) === add(t, side * (x + y), calendar),
    ),
    law('between(a, b) is -between(b, a), and never -0', [calendars, moments, moments], (calendar, a, b) => {
      const there = workingTimeBetween(a, b, calendar);
      const back = workingTimeBetween(b, a, calendar);
      return there + back === 0 && !Object.is(there, -0) && !Object.is(back, -0);
    }),
    law(
      'between(a, c) is between(a, b) + between(b, c)',
      [calendars, moments, moments, moments],
      (calendar, a, b, c) =>
        workingTimeBetween(a, c, calendar) ===
        workingTimeBetween(a, b, calendar) + workingTimeBetween(b, c, calendar),
    ),
    law(
      'add is monotone in t and in x',
      [calendars, moments, fc.nat(3 * DAY), amounts, fc.nat(30 * HOUR), sides],
      (calendar, t, later, x, more, side) =>
        add(t, side * x, calendar) <= add(Math.min(t + later, LAST), side * x, calendar) &&
        add(t, x, calendar) <= add(t, x + more, calendar) &&
        add(t, -x, calendar) >= add(t, -x - more, calendar),
    ),
    law(
      'add(t, 0) is t, and so is add(t, -0)',
      [calendars, moments],
      (calendar, t) => Object.is(add(t, 0, calendar), t) && Object.is(add(t, -0, calendar), t),
    ),
    law(
      'an amount built to end at a bell lands on that bell: the closing one forward, the opening one backward',
      [calendars, moments],
      landsOnBells,
    ),
    law(
      'the next working time is open, the last closing is not, and nothing lies between them and t',
      [calendars, moments],
      (calendar, t) => {
        const next = within(1, () => nextWorkingTime(t, calendar).getTime());
        const previous = within(-1, () => previousWorkingTime(t, calendar).getTime());
        const opens = !Number.isFinite(next) || isWorkingTime(next, calendar);
        const closes = !Number.isFinite(previous) || isWorkingTime(previous - 1, calendar);
        return (
          opens &&
          closes &&
          (next === t) === isWorkingTime(t, calendar) &&
          (previous === t) === (t > 0 && isWorkingTime(t - 1, calendar)) &&
          workingTimeBetween(Math.max(previous, 0), Math.min(next, LAST), calendar) === 0
        );
      },
    ),
    law(
      'the order in which years are first asked for changes nothing',
      [calendars, fc.array(moments, { minLength: 2, maxLength: 5 })],
      (calendar, times) => {
        const sums = (order: readonly EpochMs[]) => {
          // Compiled anew, so that no year has been asked for.
          const fresh = defineCalendar(JSON.parse(JSON.stringify(calendar)));
          return new Map(order.map((t) => [t, workingTimeBetween(t, times[0]!, fresh)]));
        };
        const backward = sums(times.toReversed());
        return [...sums(times)].every(([t, sum]) => backward.get(t) === sum);
      },
    ),
  ];
}

function landsOnBells(calendar: Calendar, t: EpochMs): boolean {
  const to = Math.min(t + 5 * DAY, LAST);
  const intervals = [...workingIntervals({ from: t, to }, calendar)];
  return intervals.every(({ start, end }) => {
    const [opening, closing] = [start.getTime(), end.getTime()];
    // What is clipped by the range is no bell.
    const forward = closing === to || add(t, workingTimeBetween(t, closing, calendar), calendar) === closing;
    const later = Math.min(closing + HOUR, LAST);
    const back = () => add(later, workingTimeBetween(later, opening, calendar), calendar);
    return forward && (opening === t || closing === to || back() === opening);
  });
}
