import type { Timetable } from '../calendar/timetable.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import type { Stop } from './pauses.ts';
import type { UnitFacts } from './units.ts';

/**
 * How much of a limit's time has passed between two instants, pauses out: working ms for limits in working units,
 * elapsed ms for all others; 0 if `to` isn't after `from`.
 *
 * @param pauses - In order and united.
 */
export function usedTime(
  from: EpochMs,
  to: EpochMs,
  { working }: UnitFacts,
  timetable: Timetable,
  pauses: readonly Stop[],
): Millis {
  let used = Math.max(0, working ? timetable.between(from, to) : to - from);
  for (const [start, end] of pauses) {
    const first = Math.max(start, from);
    const last = Math.max(first, Math.min(end, to));
    used -= working ? timetable.between(first, last) : last - first;
  }
  return used;
}
