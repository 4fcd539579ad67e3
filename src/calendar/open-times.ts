import { DAY, type EpochMs } from '../instant/types.ts';
import { offsetPieces } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';

/**
 * Appends the working intervals in `[from, to)` to `times` as start, end, start, end...; touching ones are joined.
 *
 * The wall clock is cut into stretches of one offset: what a gap leaves out is in none, what a fold repeats is in two.
 */
export function appendOpenTimes(rule: DayRule, from: EpochMs, to: EpochMs, times: EpochMs[]): void {
  const walls: number[] = [];
  // Wall clocks are less than a day from UTC, and an interval may begin the evening before.
  for (let day = Math.floor(from / DAY) - 2; day <= Math.floor(to / DAY) + 1; day += 1) {
    const hours = rule.hours(day);
    for (let i = 0; i < hours.length; i += 1) walls.push(day * DAY + hours[i]!);
  }
  if (walls.length === 0) return; // asks the zone for nothing
  let next = 0;
  for (const { start, end, offset } of offsetPieces(rule.zone, from, to)) {
    while (next > 0 && walls[next - 1]! > start + offset) next -= 2;
    for (; next < walls.length && walls[next]! < end + offset; next += 2) {
      const opening = Math.max(walls[next]! - offset, start);
      const closing = Math.min(walls[next + 1]! - offset, end);
      if (opening < closing) push(times, opening, closing);
    }
  }
}

function push(times: EpochMs[], opening: EpochMs, closing: EpochMs): void {
  if (times.at(-1) === opening) times[times.length - 1] = closing;
  else times.push(opening, closing);
}
