import { DAY, type EpochMs } from '../instant/types.ts';
import { pieceAt } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';

/**
 * Appends the working intervals in `[from, to)` to `times` as start, end, start, end...
 *
 * The wall clock is cut into stretches of one offset: what a gap leaves out is in none, what a fold repeats is in two.
 */
export function appendOpenTimes(
  times: EpochMs[],
  rule: Pick<DayRule, 'zone' | 'hours'>,
  from: EpochMs,
  to: EpochMs,
): void {
  const walls: number[] = [];
  // Wall clocks are less than a day from UTC, and an interval may begin the evening before.
  for (let day = from / DAY - 2; day < to / DAY + 2; day += 1) {
    for (const at of rule.hours(day)) walls.push(day * DAY + at);
  }
  if (walls.length === 0) return; // a closed year asks the zone for nothing
  let next = 0;
  for (let start = from; start < to; ) {
    const { end, offset } = pieceAt(rule.zone, start);
    const stop = Math.min(end, to);
    while (next > 0 && walls[next - 1]! > start + offset) next -= 2;
    for (; next < walls.length && walls[next]! < stop + offset; next += 2) {
      appendOpenTime(
        times,
        Math.max(walls[next]! - offset, start),
        Math.min(walls[next + 1]! - offset, stop),
      );
    }
    start = stop;
  }
}

/** Appends one interval, joined to the last one if they touch; none if it is empty. */
export function appendOpenTime(times: EpochMs[], start: EpochMs, end: EpochMs): void {
  if (start >= end) return;
  if (times.at(-1) === start) times[times.length - 1] = end;
  else times.push(start, end);
}
