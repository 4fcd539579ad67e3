import type { Timetable } from '../../calendar/timetable.ts';
import type { TimelineEvent } from '../../case/timeline.ts';
import type { EpochMs } from '../../instant/types.ts';
import { toLimit } from '../../limit/parse-limit.ts';
import { reckonDue } from '../../limit/reckon.ts';
import type { Counting, DueMoment, Limit, LimitInput } from '../../limit/types.ts';
import { limitMillis, units } from '../../limit/units.ts';
import type { Settled } from '../settle.ts';
import type { Edges } from './edges.ts';

/** Holds the time from one instant to another, or up to now, against its bounds. */
type SpanScale = (
  from: EpochMs,
  to: EpochMs | undefined,
  asOf: EpochMs,
  /** The event that ends the case before the span has its end. */
  exempt?: TimelineEvent,
) => Settled;

export function compileScale({ min, max }: Edges, timetable: Timetable, counting: Counting): SpanScale {
  const least = limitOf(min);
  const most = limitOf(max);
  const working = isWorking(most ?? least);
  const bounds = { ...(least && { min: least }), ...(most && { max: most }) };
  return (from, to, asOf, exempt) => {
    const reckon = (limit: Limit | undefined) =>
      limit && reckonDue({ from, limit, timetable, counting, trace: false });
    const [low, high] = [reckon(least), reckon(most)];
    const over = high === undefined ? Number.POSITIVE_INFINITY : firstOver(from, most!, high, timetable);
    const ended = exempt !== undefined && exempt.at < over;
    const end = ended ? exempt.at : (to ?? asOf);
    const value = working ? timetable.between(from, end) : end - from;
    const settled = {
      from,
      usedMs: Math.max(0, value),
      detail: { value, ...bounds },
      provisional: high?.provisional ?? low?.provisional,
    };
    if (ended) return { ...settled, status: 'exempt', reason: exempt.type, ended: end };
    if (to !== undefined) {
      const kept = to < over && !(low !== undefined && to < low.at);
      return { ...settled, status: kept ? 'met' : 'broken', done: to };
    }
    if (asOf >= over) return { ...settled, status: 'broken' };
    return { ...settled, status: 'pending', changesAt: Number.isFinite(over) ? over : null };
  };
}

/** Bounds come with their parameters known; one that nobody has set is none. */
const limitOf = (edge: unknown) => (edge === undefined ? undefined : toLimit(edge as LimitInput));
const isWorking = (limit: Limit | undefined) => limit !== undefined && units[limit.unit].working;

/** The first instant at which more has passed than a limit allows: closed hours add nothing to working time. */
function firstOver(from: EpochMs, limit: Limit, { at }: DueMoment, timetable: Timetable): EpochMs {
  return isWorking(limit) && units[limit.unit].ms > 0 ? timetable.add(from, limitMillis(limit) + 1) : at + 1;
}
