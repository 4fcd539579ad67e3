import { DAY, type EpochMs, type Millis } from '../instant/types.ts';
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
    const walls: Millis[] = [];
    // Wall clocks are less than a day from UTC, and what belongs to a day may end on the next.
    for (let day = Math.floor(first / DAY) - 4; day < end / DAY + 4; day += 1) {
      for (const at of hours(day)) walls.push(day * DAY + at);
    }
    let next = 0;
    for (let from = first - 2 * DAY; from < end + 3 * DAY && walls.length > 0; ) {
      const { end: stop, offset } = pieceAt(zone, from);
      while (next > 0 && walls[next - 1]! > from + offset) next -= 2;
      for (; next < walls.length && walls[next]! < stop + offset; next += 2) {
        const opening = Math.max(walls[next]! - offset, from);
        const closing = Math.min(walls[next + 1]! - offset, stop);
        const day = Math.floor(walls[next]! / DAY) * DAY;
        if (opening >= closing) continue;
        append(times, Math.max(whole ? day : opening, first), Math.min(whole ? day + DAY : closing, end));
      }
      from = stop;
    }
    return times;
  };

/** Appends an interval, joined to the last one if they touch; none if it is empty. */
export function append(times: EpochMs[], start: EpochMs, end: EpochMs): void {
  if (start >= end) return;
  if (times.at(-1)! >= start) times[times.length - 1] = Math.max(end, times.at(-1)!);
  else times.push(start, end);
}
