import type { Timetable } from '../calendar/timetable.ts';
import type { EpochMs } from '../instant/types.ts';
import { countings } from '../limit/countings.ts';
import { reckonDue } from '../limit/reckon.ts';
import { reckonBefore } from '../limit/reckon-before.ts';
import type { Limit } from '../limit/types.ts';

/** An offset after (or before) an instant; days are rolling. */
export function moved(from: EpochMs, limit: Limit, timetable: Timetable, before = false): EpochMs {
  const terms = { from, limit, timetable, counting: countings.rolling };
  return (before ? reckonBefore(terms) : reckonDue(terms)).at;
}
