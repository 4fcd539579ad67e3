import type { EpochMs } from '../../instant/types.ts';
import type { DueMoment } from '../../limit/types.ts';
import type { Judging } from '../kind.ts';
import type { Settled } from '../settle.ts';
import { reportAbsent } from '../undetermined.ts';
import type { Status } from '../verdict.ts';
import type { RunClock } from './clock.ts';
import type { Course, Ending, Scene } from './run.ts';

/** What became of a run as it went. */
export function settledOf(scene: Scene, course: Course, { trace, timed }: Judging): Settled {
  const { charge, timeline } = scene;
  const { clock, ending, from } = course;
  const end = ending === undefined ? timeline.asOf : ending.event.at;
  const isDone = ending?.as === 'done';
  if (isDone && end < from.at) reportEarly(scene, course);
  const missing = [...charge.missing, ...clock.missing];
  const moment = missing.length > 0 ? undefined : clock.dueAt(end, trace);
  const status = statusOf(ending?.as, moment, end);
  if (status === 'undetermined') reportAbsent(missing, timeline, end);
  return {
    status,
    from: from.at,
    done: isDone ? end : null,
    ended: ending && end,
    terms: clock.terms,
    moment,
    stops: clock.stopsUntil(end),
    paused: clock.stoppedSince !== undefined,
    missing,
    reason: ending?.as === 'exempt' ? ending.event.type : ending?.as,
    // Never while the stop that is under way moves its due.
    changesAt: isMoved(clock, moment) ? null : undefined,
    timing:
      timed && charge.missing.length === 0
        ? { from: from.at, endedAt: ending === undefined ? null : end, stages: course.stages }
        : undefined,
  };
}

function reportEarly({ charge, report }: Scene, { ending, from }: Course): void {
  report({
    code: 'event.done-before-from',
    message: `${charge.standard.id} was done before it started`,
    events: [ending!.event.index, from.index],
  });
}

/** What became of a run that ended so, or hasn't ended. */
export function statusOf(as: Ending['as'] | undefined, due: DueMoment | undefined, end: EpochMs): Status {
  if (as === 'exempt' || as === 'no-longer-applicable') return 'exempt';
  if (due === undefined) return 'undetermined';
  const kept = end <= due.at;
  if (as === 'done') return kept ? 'met' : 'late';
  if (as === 'restarted') return kept ? 'exempt' : 'overdue';
  return kept ? 'pending' : 'overdue';
}

/** Whether due as it stands moves on while the clock is stopped. */
function isMoved(clock: RunClock, due: DueMoment | undefined): boolean {
  return due !== undefined && clock.dueAt(due.at + 1)!.at > due.at;
}
