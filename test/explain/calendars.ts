import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { china } from '../../src/china/index.ts';

// The calendars on which explain is asked.

const hours = ['09:00-18:00'];
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
export const office = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [china()] });
const twoDays = ['09:00-12:00', '13:00-18:00'];
export const split = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: twoDays, tue: twoDays },
  exceptions: { '2026-06-02': 'closed' },
});
const night = ['22:00-06:00'];
export const nights = defineCalendar({
  timeZone: 'Asia/Shanghai',
  week: { mon: night, tue: night, wed: night, thu: night, fri: night },
});
export const berlin = defineCalendar({
  timeZone: 'Europe/Berlin',
  week,
  holidays: ['2026-05-01', '2026-04-06'],
});
export const tokyo = defineCalendar({ timeZone: 'Asia/Tokyo', week });
