// @ts-check
// Public holidays of a place beside a company's own days off from its iCalendar file.
import { defineCalendar, dueAt, explain } from 'duly';
import { icalHolidays, publicHolidays } from 'duly/holidays';

const day = ['09:00-18:00'];
const works = `BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Founders' day
DTSTART;VALUE=DATE:20200603
RRULE:FREQ=YEARLY
END:VEVENT
END:VCALENDAR`;

const munich = defineCalendar({
  timeZone: 'Europe/Berlin',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [
    publicHolidays({ country: 'DE', state: 'BY', from: 2025, to: 2026 }),
    icalHolidays(works, { timeZone: 'Europe/Berlin', from: 2025, to: 2026 }),
  ],
});

const due = dueAt('2026-06-02T10:00:00+02:00', '1 working day', { calendar: munich });
for (const line of explain(due, { locale: 'en' }).split('\n').slice(2)) console.log(line);
// => Tue 2 Jun: day of the trigger, not counted
// => Wed 3 Jun: Founders' day (iCalendar), not counted
// => Thu 4 Jun: Fronleichnam (date-holidays DE-BY), not counted
// => Fri 5 Jun: day 1
// => Close of business: due Fri 5 Jun 18:00.
