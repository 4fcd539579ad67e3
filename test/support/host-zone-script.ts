import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import type { CivilDate } from '../../src/instant/types.ts';

// Run in processes of different host zones; what it prints after the first line must not differ.

const lines = [`host ${new Date('2011-12-29T00:00:00Z').getTimezoneOffset()}`];

for (const timeZone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Europe/Berlin']) {
  const calendar = defineCalendar({
    timeZone,
    week: {
      mon: ['09:00-12:00', '13:00-18:00'],
      wed: ['01:30-04:00'],
      fri: ['22:00-06:00'],
      sun: ['02:15-02:45'],
    },
    holidays: ['2011-12-26', '*-06-24'],
    exceptions: { '2011-12-30': ['08:00-20:00'] },
  });
  for (let week = 0; week < 50; week += 1) {
    const at = Date.UTC(2011, 1, 27, 5, 30) + week * 7.35 * 86_400_000;
    const date = new Date(at).toISOString().slice(0, 10) as CivilDate;
    const later = addWorkingDays(date, 7, calendar);
    lines.push(
      JSON.stringify([
        addWorkingTime(at, '9 working hours', calendar),
        addWorkingTime(at, -5_400_000, calendar),
        workingTimeBetween(Date.UTC(2011, 0, 1), at, calendar),
      ]),
      JSON.stringify([
        isWorkingTime(at, calendar),
        nextWorkingTime(at, calendar),
        previousWorkingTime(at, calendar),
      ]),
      JSON.stringify([later, isWorkingDay(date, calendar), workingDaysBetween(date, later, calendar)]),
      JSON.stringify([...workingIntervals({ from: at, to: at + 2 * 86_400_000 }, calendar)]),
    );
  }
}

console.log(lines.join('\n'));
