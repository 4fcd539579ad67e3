// @ts-check
// When is an answer due? A complaint comes in on Tuesday before the National Day holidays, after hours.
import { defineCalendar, dueAt, explain } from 'duly';
import { china } from 'duly/china';

const office = ['09:00-12:00', '13:00-18:00'];
const calendar = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: [china()],
});

const received = '2026-09-29T19:20:00+08:00';

// Working days: the day of receipt isn't counted, Saturday the 10th is worked, the last day ends at its close.
const answer = dueAt(received, '5 working days', { calendar, counting: 'prc-civil-code' });
console.log(answer.at.toISOString()); // => 2026-10-12T10:00:00.000Z

// Working hours run through open hours only; a stop while the customer is asked doesn't count.
const solution = dueAt(received, '8 working hours', {
  calendar,
  pauses: [['2026-09-30T10:00:00+08:00', '2026-09-30T14:00:00+08:00']],
});
console.log(solution.at.toISOString()); // => 2026-10-08T04:00:00.000Z

// And why.
console.log(explain(answer, { locale: 'en' }).split('\n')[0]); // => 5 working days from Tue 29 Sep 2026 19:20: due Mon 12 Oct 18:00.
