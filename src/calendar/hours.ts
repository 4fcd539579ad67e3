import { DAY, HOUR, MINUTE, type Millis } from '../instant/types.ts';
import { type Given, itemsOf, refuse } from './given.ts';

/**
 * The working intervals that belong to one day: start, end, start, end..., in ms of its wall clock, sorted, disjoint.
 * An end beyond 24:00 lies on the next day.
 */
export type Hours = readonly Millis[];

export const CLOSED: Hours = [];
export const ROUND_THE_CLOCK: Hours = [0, DAY];

/** Reads the intervals of one day, in any order. */
export function readHours(given: Given): Hours {
  const read: Hours[] = [];
  for (const item of itemsOf(given, 'an array of intervals')) {
    const hours = readInterval(item);
    for (const earlier of read) refuseOverlap(earlier, hours, item);
    read.push(hours);
  }
  return read.flat().sort((a, b) => a - b);
}

function readInterval(given: Given): Hours {
  const text = typeof given.value === 'string' ? given.value : '';
  const [hour, minute, endHour, endMinute] = /^\d\d:[0-5]\d-\d\d:[0-5]\d$/.test(text) ? text.split(/\D/) : [];
  const start = +hour! * HOUR + +minute! * MINUTE;
  const end = +endHour! * HOUR + +endMinute! * MINUTE;
  if (!(start < DAY && end <= DAY)) {
    const hint = 'Write "09:00-18:00", or "22:00-06:00" for a night';
    refuse(given, 'calendar.interval', { given: given.value }, hint);
  }
  if (start === end) refuse(given, 'calendar.zero-length', { given: text }, 'A whole day is "00:00-24:00"');
  return [start, end > start ? end : end + DAY];
}

/** The hours of a day that ends early. */
export function hoursUntil(hours: Hours, end: Millis): Hours {
  const kept = hours.filter((_, index) => hours[index - (index % 2)]! < end);
  return kept.map((at) => Math.min(at, end));
}

/** Refuses hours whose first interval overlaps the last one of the evening before. */
export function refuseLateEvening(evening: Hours, morning: Hours, given: Given): void {
  refuseOverlap(
    evening.slice(-2).map((at) => at - DAY),
    morning,
    given,
    ' of the evening before',
  );
}

function refuseOverlap(first: Hours, second: Hours, given: Given, whose = ''): void {
  if (Math.max(first[0]!, second[0]!) < Math.min(first[1]!, second[1]!)) {
    const intervals = { first: format(first) + whose, second: format(second) };
    refuse(given, 'calendar.overlap', intervals, 'Let one end before the other starts');
  }
}

/** `"22:00-06:00"`, in quotes, for the first interval. */
function format([start, end]: Hours): string {
  const clock = (at: Millis) => (at === DAY ? '24:00' : new Date(at).toISOString().slice(11, 16));
  return `"${clock(start!)}-${clock(end!)}"`;
}
