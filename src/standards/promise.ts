import type { Timetable } from '../calendar/timetable.ts';
import { DulyError } from '../errors/duly-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs, type InstantInput } from '../instant/types.ts';

/**
 * The instant that a time attribute states; a bare civil date is the end of that day in the timetable's zone.
 * `undefined` when it states none.
 */
export function promisedInstant(value: unknown, timetable: Timetable): EpochMs | undefined {
  try {
    return isCivilDate(value) ? timetable.instantAt(toEpochDay(value), DAY) : toEpoch(value as InstantInput);
  } catch (error) {
    if (error instanceof DulyError) return undefined;
    throw error;
  }
}

const isCivilDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
