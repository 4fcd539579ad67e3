import type { Timeline } from '../../case/timeline.ts';
import type { EpochMs, Millis } from '../../instant/types.ts';
import { conventionOf } from '../../limit/convention-of.ts';
import { countedBy } from '../../limit/counted-by.ts';
import type { Stop } from '../../limit/pauses.ts';
import type { DueMoment } from '../../limit/types.ts';
import { usedTime } from '../../limit/used-time.ts';
import { reportMissing } from '../applies.ts';
import type { Judging, Run } from '../kind.ts';
import type { Terms } from '../limit-rule.ts';
import { ownerAt } from '../owner.ts';
import type { Clock, Status, Verdict } from '../verdict.ts';
import type { RunClock } from './clock.ts';
import type { Charge, Course, Scene } from './run.ts';

/** The verdict on a run as it went. */
export function verdictOf(scene: Scene, course: Course, run: number, { trace, timed }: Judging): Run {
  const { charge, timeline } = scene;
  const { clock, ending, from } = course;
  const { terms } = clock;
  const end = ending === undefined ? timeline.asOf : ending.event.at;
  const done = ending?.as === 'done' ? ending.event : null;
  if (done !== null && done.at < from.at) reportEarly(scene, course);
  const missing = charge.missing.length > 0 ? [...charge.missing, ...clock.missing] : clock.missing;
  const due = missing.length > 0 ? undefined : trace ? clock.tracedDueAt(end) : clock.dueAt(end);
  const status = statusOf(course, due, end);
  const open = ending === undefined && status !== 'undetermined';
  const stops = clock.stopsUntil(end);
  const used = netTime(from.at, end, terms, stops);
  const total = due === undefined ? 0 : netTime(from.at, due.at, terms, stops);

  const verdict: Record<string, unknown> = {
    case: timeline.id,
    standard: charge.id,
    kind: 'deadline',
    run,
    status,
    severity: charge.severity,
    from: from.date,
    due: due === undefined ? null : new Date(due.at),
    done: done === null ? null : done.date,
    usedMs: terms === undefined ? null : used,
    overMs: due === undefined ? null : status === 'late' || status === 'overdue' ? end - due.at : 0,
    pausedMs: lengthOf(stops),
    remainingMs: !open || due === undefined ? null : netTime(end, due.at, terms, stops),
    share: total > 0 ? used / total : null,
    clock: open ? clockAt(clock, end) : 'stopped',
  };
  const owner = ownerAt(timeline, due === undefined ? timeline.asOf : Math.min(due.at, timeline.asOf));
  if (owner !== undefined) verdict.owner = owner;
  if (status === 'exempt') verdict.reason = ending?.as === 'exempt' ? ending.event.type : ending?.as;
  if (status === 'undetermined') {
    verdict.missing = missing;
    reportUnknown(scene, clock, missing, end);
  }
  if (due?.provisional !== undefined) verdict.provisional = due.provisional;
  const counted = terms?.kind === 'limit';
  if (counted) verdict.counting = terms.counting;
  if (trace) {
    verdict.timeZone = (terms?.timetable ?? charge.timetable).zone.name;
    if (counted) Object.assign(verdict, { limit: terms.limit, ...conventionOf(terms.counting) });
    const sources = terms === undefined ? [] : countedBy([terms.limit], terms.counting, terms.timetable);
    if (sources.length > 0) verdict.sources = sources;
    if (due?.steps !== undefined) verdict.steps = due.steps;
  }

  return {
    // Most keys are optional; those written are the ones of the union's member for this status.
    verdict: verdict as unknown as Verdict,
    changesAt: changeOf(clock, status, due),
    timing:
      timed && charge.missing.length === 0
        ? { from: from.at, endedAt: ending === undefined ? null : end, stages: course.stages }
        : undefined,
  };
}
function reportEarly({ charge, report }: Scene, { ending, from }: Course): void {
  report({
    code: 'event.done-before-from',
    message: `${charge.id} was done before it started`,
    events: [ending!.event.index, from.index],
  });
}

/** A promise that states no instant is there, and has been reported. */
function reportUnknown(
  { timeline, report }: Scene,
  { allowance }: RunClock,
  missing: readonly string[],
  end: EpochMs,
): void {
  for (const name of missing) {
    if (allowance.kind !== 'promise' || timeline.valueAt(name, end) === undefined)
      reportMissing(name, report);
  }
}

/** The time of a run's own kind that has passed, pauses out. */
function netTime(a: EpochMs, b: EpochMs, terms: Terms | undefined, stops: readonly Stop[]): Millis {
  if (terms === undefined) return 0;
  return usedTime(a, b, terms.unit, terms.timetable, stops);
}

function lengthOf(stops: readonly Stop[]): Millis {
  let sum = 0;
  for (const stop of stops) sum += stop[1] - stop[0];
  return sum;
}

/** A case whose log lacks the event that every case begins with: nothing can be said of a standard that starts there. */
export function withoutReceipt({ id, severity, applies }: Charge, timeline: Timeline): Run[] {
  if (applies((attribute) => timeline.valueAt(attribute, timeline.asOf)) !== true) return [];
  const verdict: Verdict = {
    case: timeline.id,
    standard: id,
    kind: 'deadline',
    run: 1,
    status: 'undetermined',
    missing: ['received'],
    severity,
    from: null,
    due: null,
    done: null,
    usedMs: null,
    overMs: null,
    pausedMs: null,
    remainingMs: null,
    share: null,
    clock: 'stopped',
  };
  return [{ verdict, changesAt: null, timing: undefined }];
}

function statusOf({ ending }: Course, due: DueMoment | undefined, end: EpochMs): Status {
  if (ending?.as === 'exempt' || ending?.as === 'no-longer-applicable') return 'exempt';
  if (due === undefined) return 'undetermined';
  const kept = end <= due.at;
  if (ending === undefined) return kept ? 'pending' : 'overdue';
  if (ending.as === 'restarted') return kept ? 'exempt' : 'overdue';
  return kept ? 'met' : 'late';
}

/** When a pending run goes overdue if nothing happens: never while the stop that is under way moves its due. */
function changeOf(clock: RunClock, status: Status, due: DueMoment | undefined): EpochMs | null {
  if (status !== 'pending' || due === undefined) return null;
  const next = due.at + 1;
  const moved = clock.stoppedSince !== undefined && clock.dueAt(next)!.at > due.at;
  return moved ? null : next;
}

function clockAt({ stoppedSince, terms }: RunClock, at: EpochMs): Clock {
  if (stoppedSince !== undefined) return 'paused';
  if (terms?.unit.working && !terms.timetable.isWorking(at)) return 'closed-hours';
  return 'running';
}
