import { DAY, type Millis } from '../instant/types.ts';
import { toLimit } from '../limit/parse-limit.ts';
import type { Limit, LimitInput } from '../limit/types.ts';
import { limitMillis, units } from '../limit/units.ts';

/** The ms of a limit that has the same length everywhere: a day is 24 hours. `null` for working days and months. */
export function fixedMillis(limit: Limit): Millis | null {
  const { days, months, working } = units[limit.unit];
  if (months > 0 || (days > 0 && working)) return null;
  return days > 0 ? limit.amount * days * DAY : limitMillis(limit);
}

/** The ms of a window or threshold; the shape of a KPI holds these to elapsed time. */
export const millisOf = (limit: LimitInput | undefined): Millis | undefined =>
  limit === undefined ? undefined : fixedMillis(toLimit(limit))!;
