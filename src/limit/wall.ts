import type { EpochDay, EpochMs, Millis } from '../instant/types.ts';
import { DAY } from '../instant/types.ts';
import { instantOfWall, wallAt, type Zone } from '../instant/zone.ts';

/** The instant of a wall time; unlike the timetable's it may lie outside the supported span. */
export function wallInstant(zone: Zone, day: EpochDay, clock: Millis): EpochMs {
  return instantOfWall(zone, day * DAY + clock);
}

/** The wall time at an instant as ms since the midnight that begins a day. */
export function clockAt(zone: Zone, t: EpochMs, day: EpochDay): Millis {
  return wallAt(zone, t) - day * DAY;
}
