import { DAY, type Millis } from '../instant/types.ts';
import type { Limit } from '../limit/types.ts';
import { limitMillis, units } from '../limit/units.ts';

/** The ms of a limit that has the same length everywhere: a day is 24 hours. `null` for working days and months. */
export function fixedMillis(limit: Limit): Millis | null {
  const { days, months, working } = units[limit.unit];
  if (months > 0 || (days > 0 && working)) return null;
  return days > 0 ? limit.amount * days * DAY : limitMillis(limit);
}
