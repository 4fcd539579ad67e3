import { reckonDue } from '../../limit/reckon.ts';
import type { Settled } from '../settle.ts';
import { ACTS, TO } from './roles.ts';
import type { Scene } from './run.ts';
import { statusOf } from './settled-of.ts';

/**
 * What became of the only run of a steady case, from its first event on, if its clock was never stopped and nothing has
 * happened to it but its end: most runs are such, and need no clock to follow. `undefined` where more may have happened.
 */
export function settledQuietly(scene: Scene, trace: boolean): Settled | undefined {
  const { charge, timeline } = scene;
  const { roles, limits } = charge;
  const { events } = timeline;
  const from = events[0]!.at;
  let done: number | null = null;
  const fulfilled = charge.fulfilment();
  for (let n = 0; done === null; ) {
    n = roles.next(n + 1, TO | ACTS, timeline);
    if (n < 0) break;
    if (roles.at(n, timeline) & ACTS) return undefined;
    if (fulfilled(events[n]!, timeline)) done = events[n]!.at;
  }
  const terms = limits.allowanceFor(timeline, from);
  if (terms.kind !== 'limit') return undefined;
  const { limit, timetable, counting } = terms;
  const moment = reckonDue({ from, limit, timetable, counting, trace });
  const status = statusOf(done === null ? undefined : 'done', moment, done ?? timeline.asOf);
  return { status, from, done, terms, moment };
}
