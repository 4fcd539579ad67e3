import { DAY, type EpochDay, type EpochMs } from '../instant/types.ts';
import { wallAt } from '../instant/zone.ts';
import type { Timetable } from './timetable.ts';

/** The civil date of an instant. */
export const dayOf = ({ zone }: Timetable, t: EpochMs): EpochDay => Math.floor(wallAt(zone, t) / DAY);
