import { DAY, HOUR, MINUTE, type Millis } from '../instant/types.ts';
import type { Given } from './given.ts';

/**
 * The working intervals that belong to one day: start, end, start, end..., in ms of its wall clock, sorted, disjoint.
 * An end beyond 24:00 lies on the next day.
 */
export type Hours = readonly Millis[];

export const CLOSED: Hours = [];
export const ROUND_THE_CLOCK: Hours = [0, DAY];

/** Reads the intervals of one day, in any order. */
export function readHours(given: Given): Hours {
  const read = given.items('an array of intervals').map((item) => ({ item, hours: readInterval(item) }));
  // Of two that overlap, the one that is written later is at fault.
  read.forEach(({ item, hours }, index) => {
    for (const earlier of read.slice(0, index)) {
      const [first, second] = earlier.hours[0]! < hours[0]! ? [earlier.hours, hours] : [hours, earlier.hours];
      if (first[1]! > second[0]!) {
        item.fail('calendar.overlap', {
          first: formatInterval(earlier.hours),
          second: formatInterval(hours),
        });
      }
    }
  });
  return read.flatMap(({ hours }) => hours).sort((a, b) => a - b);
}

function readInterval(given: Given): Hours {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-(?:(([01]\d|2[0-3]):([0-5]\d))|24:00)$/.exec(String(given.value));
  if (match === null) given.fail('calendar.interval', { given: given.value });
  const [, hour, minute, , endHour = 24, endMinute = 0] = match;
  const start = +hour! * HOUR + +minute! * MINUTE;
  const end = +endHour * HOUR + +endMinute * MINUTE;
  if (start === end) given.fail('calendar.zero-length', { given: match[0] }, 'A whole day is "00:00-24:00"');
  return [start, end > start ? end : end + DAY];
}

/** The evening's last interval if it is still open when the next day's first begins. */
export function overlapping(evening: Hours, morning: Hours): Hours | undefined {
  return morning.length > 0 && evening.at(-1)! - DAY > morning[0]! ? evening.slice(-2) : undefined;
}

/** `"22:00-06:00"` for the first interval. */
export function formatInterval(hours: Hours): string {
  const clock = (at: Millis) => new Date(at > DAY ? at - DAY : at).toISOString().slice(11, 16);
  return hours
    .slice(0, 2)
    .map((at) => (at === DAY ? '24:00' : clock(at)))
    .join('-');
}
