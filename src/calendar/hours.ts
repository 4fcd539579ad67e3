import { readClock } from '../instant/read-clock.ts';
import { DAY, type Millis } from '../instant/types.ts';
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
  const places = itemsOf(given);
  const read = places.map(readInterval);
  read.forEach(([start, end], index) => {
    const other = read.findIndex(([from, to], earlier) => earlier < index && from! < end! && start! < to!);
    if (other >= 0) refuseOverlap(places[index]!, `"${places[index]!.value}"`, `"${places[other]!.value}"`);
  });
  return read.flat().sort((a, b) => a - b);
}

/** Start and end of one interval. */
export function readInterval(given: Given): Hours {
  const { value } = given;
  const text = typeof value === 'string' && value.length === 11 && value[5] === '-' ? value : '';
  const start = readClock(text, 0, 24);
  const end = readClock(text, 6, 25);
  if (!(start >= 0 && end <= DAY)) refuse(given, 'calendar.interval', 'Write "09:00-18:00"');
  if (start === end) refuse(given, 'calendar.zero-length', 'Write "00:00-24:00" for a whole day');
  return [start, end > start ? end : end + DAY];
}

/** The hours of a day that ends early. */
export function hoursUntil(hours: Hours, end: Millis): Hours {
  const kept = hours.filter((_, index) => hours[index - (index % 2)]! < end);
  return kept.map((at) => Math.min(at, end));
}

/** Refuses hours that start before those of the evening before have ended. */
export function refuseLateEvening(evening: Hours, morning: Hours, given: Given): void {
  if (evening.at(-1)! - DAY > morning[0]!)
    refuseOverlap(given, 'its start', 'the shift of the evening before');
}

function refuseOverlap(given: Given, second: string, first: string): never {
  return refuse(given, 'calendar.overlap', 'End one before the other starts', { first, second });
}
