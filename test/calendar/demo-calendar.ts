import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { CalendarSpec, HolidaySource } from '../../src/calendar/spec.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';

const HOUR = 3_600_000;

export const day = ['09:00-12:00', '13:00-18:00'];

export const week = { mon: day, tue: day, wed: day, thu: day, fri: day };

export const timeZone = 'Asia/Shanghai';

export const source: HolidaySource = {
  id: 'demo',
  title: 'Demo days',
  revision: '1',
  horizon: { from: '2026-01-01', to: '2026-12-31' },
  off: ['2026-05-01', '2026-05-04'],
  working: ['2026-05-09'],
  names: { '2026-05-01': 'Labour Day' },
};

/** Everything at once, in the notation of a JSON document. */
export const full: CalendarSpec = {
  timeZone,
  week: { ...week, sat: [] },
  holidays: [source, '2026-12-24', { from: '2026-08-01', to: '2026-08-07' }, '*-06-24', '*-02-29'],
  exceptions: { '2026-12-31': ['09:00-12:00'], '2026-02-28': 'working', '2026-03-02': 'closed' },
};

/** The hours of a date, in a calendar that is defined from its specification for it. */
export const hoursOf = (spec: CalendarSpec, date: string) => {
  const from = Date.parse(`${date}T00:00:00+08:00`);
  return workingTimeBetween(from, from + 24 * HOUR, defineCalendar(spec)) / HOUR;
};
