import { type CalendarsOf, groundOf } from './calendar-ground.ts';
import { calendars } from './calendars.ts';
import type { Law } from './law.ts';
import { unlessRefused } from './unless-refused.ts';
import { workingDayLaws } from './working-day-laws.ts';
import { workingTimeLaws } from './working-time-laws.ts';

/**
 * The laws of working time and working days: what is added lies between, sums add up, order is kept, bells are landed
 * on, a sum that leaves the supported span is refused and no other.
 *
 * @param of - A calendar of your own, or an arbitrary of calendars; `calendars()` by default. Of a calendar that
 * refuses what is beyond its holidays (`provisional: 'throw'`) they hold wherever it answers.
 * @throws CalendarError if what is given is no calendar
 * @example
 * checkLaws(calendarLaws({ timeZone: 'Asia/Shanghai', week: { mon: ['09:00-17:00'] } }), { numRuns: 5 }).length // => 13
 */
export function calendarLaws(of: CalendarsOf = calendars()): readonly Law[] {
  const ground = groundOf(of);
  return [...workingTimeLaws(ground), ...workingDayLaws(ground)].map((law) => ({
    ...law,
    holds: (...values) => unlessRefused('calendar.provisional', true, () => law.holds(...values)),
  }));
}
