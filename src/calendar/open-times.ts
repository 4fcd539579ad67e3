import { DAY, type EpochMs } from '../instant/types.ts';
import { pieceAt } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';
import type { Line } from './line.ts';

/**
 * The working intervals, or with `whole` the working days they belong to, from 00:00 to 24:00.
 *
 * The wall clock is cut into stretches of one offset: what a gap leaves out is in none, what a fold repeats is in two.
 */
export const openTimes =
  ({ zone, hours }: DayRule, whole: boolean): Line['compile'] =>
  (first, end) => {
    const times: EpochMs[] = [];
    // Wall clocks are less than a day from UTC.
    for (let from = first - 2 * DAY; from < end + 2 * DAY; ) {
      const { end: until, offset } = pieceAt(zone, from);
      const stop = Math.min(until, end + 2 * DAY);
      // What belongs to a day may end on the next.
      for (let day = Math.floor((from + offset) / DAY) - 1; day * DAY < stop + offset; day += 1) {
        const own = hours(day);
        const midnight = day * DAY;
        for (let next = 0; next < own.length; next += 2) {
          const opening = Math.max(midnight + own[next]! - offset, from);
          const closing = Math.min(midnight + own[next + 1]! - offset, stop);
          if (opening >= closing) continue;
          if (whole) append(times, Math.max(midnight, first), Math.min(midnight + DAY, end), 1);
          else append(times, Math.max(opening, first), Math.min(closing, end));
        }
      }
      from = stop;
    }
    return times;
  };

/** Appends an interval, joined to the last one if they are less than `gap` apart (0: touch); none if it is empty. */
export function append(times: EpochMs[], start: EpochMs, end: EpochMs, gap = 0): void {
  if (start >= end) return;
  if (times.at(-1)! >= start + gap) times[times.length - 1] = Math.max(end, times.at(-1)!);
  else times.push(start, end);
}
