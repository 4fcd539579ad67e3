import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { DAY, HOUR, MINUTE, type Millis } from '../instant/types.ts';

/**
 * The working intervals that belong to one day: start, end, start, end..., in ms of its wall clock, sorted, disjoint.
 * An end beyond 24:00 lies on the next day.
 */
export type Hours = readonly Millis[];

export const CLOSED: Hours = [];
export const ROUND_THE_CLOCK: Hours = [0, DAY];

const interval = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))$/;

function readInterval(text: unknown, path: ErrorPath): readonly [Millis, Millis] {
  const match = typeof text === 'string' ? interval.exec(text) : null;
  if (match === null) {
    const hint = 'Write two digits each: "09:00-18:00", "22:00-06:00" for a night';
    throw new CalendarError('calendar.interval', { given: text }, { path, hint });
  }
  const start = +match[1]! * HOUR + +match[2]! * MINUTE;
  const end = +(match[3] ?? match[5])! * HOUR + +(match[4] ?? match[6])! * MINUTE;
  if (start === end) {
    throw new CalendarError(
      'calendar.zero-length',
      { given: text as string },
      { path, hint: 'A whole day is "00:00-24:00"' },
    );
  }
  return [start, end > start ? end : end + DAY];
}

/** Reads the intervals of one day, in any order. */
export function readHours(texts: unknown, path: ErrorPath): Hours {
  if (!Array.isArray(texts)) {
    throw new CalendarError('calendar.shape', { given: texts, expected: 'an array of intervals' }, { path });
  }
  const read = texts.map((text: string, index) => ({
    text,
    index,
    at: readInterval(text, [...path, index]),
  }));
  read.sort((a, b) => a.at[0] - b.at[0]);
  read.forEach((later, index) => {
    const earlier = read[index - 1];
    if (earlier === undefined || earlier.at[1] <= later.at[0]) return;
    const [first, second] = earlier.index < later.index ? [earlier, later] : [later, earlier];
    throw new CalendarError(
      'calendar.overlap',
      { first: first.text, second: second.text },
      { path: [...path, second.index] },
    );
  });
  return read.flatMap(({ at }) => at);
}

/** How far a day's last interval reaches into the next day; 0 or less if it doesn't. */
export const overrun = (hours: Hours): Millis => (hours.at(-1) ?? 0) - DAY;

/** Whether the evening's last interval is still open when the next day's first begins. */
export const overlaps = (evening: Hours, morning: Hours): boolean =>
  morning.length > 0 && overrun(evening) > morning[0]!;

/** `"22:00-06:00"` for an interval of `Hours`. */
export function formatInterval(start: Millis, end: Millis): string {
  const clock = (ms: Millis) => {
    const minutes = ms / MINUTE;
    return `${String(Math.trunc(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };
  return `${clock(start)}-${clock(end > DAY ? end - DAY : end)}`;
}
