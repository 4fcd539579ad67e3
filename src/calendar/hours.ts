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
        refuseOverlap(item, formatInterval(earlier.hours), hours);
      }
    }
  });
  return read.flatMap(({ hours }) => hours).sort((a, b) => a - b);
}

function readInterval(given: Given): Hours {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-(?:(([01]\d|2[0-3]):([0-5]\d))|24:00)$/.exec(
    typeof given.value === 'string' ? given.value : '',
  );
  if (match === null) {
    given.fail(
      'calendar.interval',
      { given: given.value },
      'Write "09:00-18:00", or "22:00-06:00" for a night',
    );
  }
  const [, hour, minute, , endHour = 24, endMinute = 0] = match;
  const start = +hour! * HOUR + +minute! * MINUTE;
  const end = +endHour * HOUR + +endMinute * MINUTE;
  if (start === end) given.fail('calendar.zero-length', { given: match[0] }, 'A whole day is "00:00-24:00"');
  return [start, end > start ? end : end + DAY];
}

/** Names the interval that has to give way to another. */
export function refuseOverlap(given: Given, first: string, hours: Hours): never {
  const second = formatInterval(hours);
  return given.fail('calendar.overlap', { first, second }, 'Let one end before the other starts');
}

/** The evening's last interval if it is still open when the next day's first begins. */
export function overlapping(evening: Hours, morning: Hours): Hours | undefined {
  return morning.length > 0 && evening.at(-1)! - DAY > morning[0]! ? evening.slice(-2) : undefined;
}

/** `"22:00-06:00"`, in quotes, for the first interval. */
export function formatInterval(hours: Hours): string {
  const clock = (at: Millis) => (at === DAY ? '24:00' : new Date(at).toISOString().slice(11, 16));
  return JSON.stringify(`${clock(hours[0]!)}-${clock(hours[1]!)}`);
}
