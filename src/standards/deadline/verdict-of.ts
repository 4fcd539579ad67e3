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
export function verdictOf(scene: Scene, course: Course, place: number, { trace, timed }: Judging): Run {
  const { charge, timeline } = scene;
  const { id: standard, severity } = charge;
  const { clock: hand, ending, from: start } = course;
  const { terms } = hand;
  const end = ending === undefined ? timeline.asOf : ending.event.at;
  const finish = ending?.as === 'done' ? ending.event : null;
  if (finish !== null && finish.at < start.at) reportEarly(scene, course);
  const missing = charge.missing.length > 0 ? [...charge.missing, ...hand.missing] : hand.missing;
  const moment = missing.length > 0 ? undefined : trace ? hand.tracedDueAt(end) : hand.dueAt(end);
  const status = statusOf(course, moment, end);
  const open = ending === undefined && status !== 'undetermined';
  const stops = hand.stopsUntil(end);

  const kind = 'deadline';
  const from = start.date;
  const done = finish === null ? null : finish.date;
  const pausedMs = lengthOf(stops);
  const usedMs = terms === undefined ? null : passed(start.at, end, terms, stops);
  const clock = open ? clockAt(hand, end) : 'stopped';
  let due: Date | null = null;
  let overMs: Millis | null = null;
  let remainingMs: Millis | null = null;
  let share: number | null = null;
  if (moment !== undefined && terms !== undefined) {
    const { at } = moment;
    due = new Date(at);
    overMs = status === 'late' || status === 'overdue' ? end - at : 0;
    if (open) remainingMs = passed(end, at, terms, stops);
    const total = passed(start.at, at, terms, stops);
    if (total > 0) share = usedMs! / total;
  }
  const owner = ownerAt(timeline, moment === undefined ? timeline.asOf : Math.min(moment.at, timeline.asOf));
  const counting = terms?.kind === 'limit' ? terms.counting : undefined;
  const whole = owner !== undefined && counting !== undefined;
  // In one stroke where it has both, as most have: each key that is added costs about as much as all that came before.
  const verdict: Record<string, unknown> = whole
    ? {
        case: timeline.id,
        standard,
        kind,
        run: place,
        status,
        severity,
        from,
        due,
        done,
        usedMs,
        overMs,
        pausedMs,
        remainingMs,
        share,
        clock,
        owner,
        counting,
      } // prettier-ignore
    : {
        case: timeline.id,
        standard,
        kind,
        run: place,
        status,
        severity,
        from,
        due,
        done,
        usedMs,
        overMs,
        pausedMs,
        remainingMs,
        share,
        clock,
      }; // prettier-ignore
  if (!whole && owner !== undefined) verdict.owner = owner;
  if (!whole && counting !== undefined) verdict.counting = counting;
  if (status === 'exempt') verdict.reason = ending?.as === 'exempt' ? ending.event.type : ending?.as;
  if (status === 'undetermined') {
    verdict.missing = missing;
    reportUnknown(scene, hand, missing, end);
  }
  if (moment?.provisional !== undefined) verdict.provisional = moment.provisional;
  if (trace) {
    verdict.timeZone = (terms?.timetable ?? charge.timetable).zone.name;
    if (terms?.kind === 'limit')
      Object.assign(verdict, { limit: terms.limit, ...conventionOf(terms.counting) });
    const sources = terms === undefined ? [] : countedBy([terms.limit], terms.counting, terms.timetable);
    if (sources.length > 0) verdict.sources = sources;
    if (moment?.steps !== undefined) verdict.steps = moment.steps;
  }

  return {
    // Most keys are optional; those written are the ones of the union's member for this status.
    verdict: verdict as unknown as Verdict,
    changesAt: changeOf(hand, status, moment),
    timing:
      timed && charge.missing.length === 0
        ? { from: start.at, endedAt: ending === undefined ? null : end, stages: course.stages }
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
const passed = (a: EpochMs, b: EpochMs, { unit, timetable }: Terms, stops: readonly Stop[]): Millis =>
  usedTime(a, b, unit, timetable, stops);

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
