import fc from 'fast-check';
import { isWorkingDay } from '../calendar/is-working-day.ts';
import type { Calendar } from '../calendar/spec.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import { addDays, daysBetween, type groundOf, LAST_DAY, sides } from './calendar-ground.ts';
import { epochDays } from './civil-dates.ts';
import { type Law, law } from './law.ts';

const days = epochDays({});

/** The working days of a range, both ends included, as far as it lies in the span. */
function worked(from: EpochDay, to: EpochDay, calendar: Calendar): number {
  let found = 0;
  for (let day = Math.max(from, 0); day <= Math.min(to, LAST_DAY); day += 1)
    if (isWorkingDay(formatCivilDate(day), calendar)) found += 1;
  return found;
}

export function workingDayLaws({ calendars }: Pick<ReturnType<typeof groundOf>, 'calendars'>): Law[] {
  return [
    law(
      'n working days after d is a working day with n - 1 strictly between; before it likewise',
      [calendars, days, fc.integer({ min: 1, max: 60 }), sides],
      (calendar, day, n, side) => {
        const found = addDays(day, side * n, calendar);
        const [first, last] = side > 0 ? [day + 1, found - 1] : [found + 1, day - 1];
        if (!Number.isFinite(found)) return worked(first, last, calendar) < n;
        return isWorkingDay(formatCivilDate(found), calendar) && worked(first, last, calendar) === n - 1;
      },
    ),
    law(
      'workingDaysBetween(d, addWorkingDays(d, n)) is n, as long as the span holds so many',
      [calendars, days, fc.nat(2000)],
      (calendar, day, n) => {
        const after = addDays(day, n, calendar);
        if (!Number.isFinite(after)) return n > daysBetween(day, LAST_DAY, calendar);
        return daysBetween(day, after, calendar) === n;
      },
    ),
    law(
      'workingDaysBetween(a, b) is -workingDaysBetween(b, a), and never -0',
      [calendars, days, days],
      (calendar, a, b) => {
        const there = daysBetween(a, b, calendar);
        const back = daysBetween(b, a, calendar);
        return there + back === 0 && !Object.is(there, -0) && !Object.is(back, -0);
      },
    ),
  ];
}
