import { instantAt } from '../calendar/instant-at.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { CivilDate, EpochMs, InstantInput } from '../instant/types.ts';
import type { Policy } from '../policy/types.ts';

/** The instant of one end of a range; a civil date is its 00:00 in the policy's zone, or where the span begins if that is later. */
export function rangeEdge(edge: InstantInput | CivilDate, path: ErrorPath, policy: Policy): EpochMs {
  if (typeof edge !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(edge)) return toEpoch(edge, path);
  return Math.max(0, instantAt(timetableOf(policy.calendar), toEpochDay(edge, path), 0));
}
