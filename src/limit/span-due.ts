import { dayOf } from '../calendar/day-of.ts';
import { instantAt } from '../calendar/instant-at.ts';
import type { EpochMs } from '../instant/types.ts';
import { HOUR } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';
import type { Reckoning } from './reckoning.ts';
import { limitMillis, units } from './units.ts';
import { clockAt } from './wall.ts';

/** The instant from which a limit in seconds to hours counts: at once, or the next full hour. */
export function spanStart({ from, counting, timetable, continues }: Reckoning): EpochMs {
  return counting.hours === 'from-next-hour' && continues !== true
    ? nextFullHour(timetable.zone, from)
    : from;
}

/** The full hour on the wall strictly after an instant. */
function nextFullHour(zone: Zone, t: EpochMs): EpochMs {
  return t + HOUR - (wallAt(zone, t) % HOUR);
}

/** The instant at which the net time of a limit in seconds to hours is used up, before any roll. */
export function spanEnd(reckoning: Reckoning): EpochMs {
  const { limit, timetable, pauses } = reckoning;
  const { working } = units[limit.unit];
  let t = spanStart(reckoning);
  let left = limitMillis(limit);
  if (pauses !== undefined) {
    for (const [stop, resume] of pauses) {
      const halt = Math.max(t, stop);
      // Used up before the clock stops: a limit that ends with the closing bell doesn't wait for the night's pause.
      const available = working ? timetable.between(t, halt) : halt - t;
      if (left <= available) break;
      left -= available;
      t = Math.max(t, resume);
    }
  }
  return working ? timetable.add(t, left) : t + left;
}

/** The end moved to the same clock time of the next working day, where the convention rolls hours. */
export function rolledSpanEnd({ limit, counting, timetable }: Reckoning, end: EpochMs): EpochMs {
  if (counting.rollHours !== true || units[limit.unit].working) return end;
  const day = dayOf(timetable, end);
  if (timetable.isWorkingDay(day)) return end;
  return instantAt(timetable, timetable.addDays(day, 1), clockAt(timetable.zone, end, day));
}
