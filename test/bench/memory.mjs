// Run in a process of its own with --expose-gc: prints the megabytes that one calendar of 20 years keeps.
import { defineCalendar } from 'duly';
import { china } from 'duly/china';
import { addWorkingDays, workingTimeBetween } from 'duly/epoch';

const hours = ['09:00-12:00', '13:00-18:00'];
const spec = {
  timeZone: 'Europe/Berlin',
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [china()],
};
const COPIES = 20;

function used() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function calendarOf20Years() {
  const calendar = defineCalendar(spec);
  workingTimeBetween(Date.UTC(2010, 0, 1), Date.UTC(2030, 0, 1), calendar);
  addWorkingDays('2010-01-01', 5000, calendar);
  return calendar;
}

const kept = [calendarOf20Years()]; // what is shared, the zone's offsets, is there from now on
const before = used();
while (kept.length <= COPIES) kept.push(calendarOf20Years());
console.log((used() - before) / COPIES / 1e6);
