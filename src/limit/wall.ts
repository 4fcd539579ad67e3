import type { EpochDay, EpochMs, Millis } from '../instant/types.ts';
import { DAY } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';

/** The wall time at an instant as ms since the midnight that begins a day. */
export function clockAt(zone: Zone, t: EpochMs, day: EpochDay): Millis {
  return wallAt(zone, t) - day * DAY;
}
