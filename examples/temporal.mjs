// @ts-check
// Temporal goes in as it is, and comes out by its own constructors. Runtimes that lack it yet take a polyfill.
import { dueAt, isWorkingTime } from 'duly';

/** @type {typeof import('temporal-polyfill').Temporal} */
const Temporal = Reflect.get(globalThis, 'Temporal') ?? (await import('temporal-polyfill')).Temporal;

const calendar = {
  timeZone: 'Europe/Berlin',
  week: {
    mon: ['08:00-17:00'],
    tue: ['08:00-17:00'],
    wed: ['08:00-17:00'],
    thu: ['08:00-17:00'],
    fri: ['08:00-14:00'],
  },
};

// Friday noon: two of the four hours are worked today, the others on Monday.
const received = Temporal.ZonedDateTime.from('2026-10-16T12:00[Europe/Berlin]');
const due = dueAt(received, '4 working hours', { calendar });
const there = Temporal.Instant.fromEpochMilliseconds(due.at.getTime()).toZonedDateTimeISO('Europe/Berlin');
console.log(there.toString()); // => 2026-10-19T10:00:00+02:00[Europe/Berlin]

console.log(isWorkingTime(received.toInstant(), calendar)); // => true
console.log(isWorkingTime(received.add({ hours: 3 }), calendar)); // => false
