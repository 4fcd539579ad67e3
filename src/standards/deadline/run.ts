import type { Timetable } from '../../calendar/timetable.ts';
import type { Lookup, RowAnswer } from '../../case/conditions.ts';
import { attributeOf } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import { type Finding, isStandardAttribute } from '../../case/types.ts';
import { DulyError, show } from '../../errors/duly-error.ts';
import type { Grant } from '../../limit/extend-due.ts';
import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import type { CompiledLimitRule } from '../limit-rule.ts';
import { promisedInstant } from '../promise.ts';
import { RunClock } from './clock.ts';
import type { DeadlineStandard } from './deadline.ts';
import type { Fulfilment } from './fulfilment.ts';
import { CHANGE, EXEMPT, EXTEND, RESTART, TO } from './roles.ts';

/** A deadline as its runs need it. */
export interface Charge {
  readonly standard: DeadlineStandard;
  /** Parameters outside the limit that nobody has set. */
  readonly missing: readonly string[];
  readonly applies: RowAnswer;
  readonly limits: CompiledLimitRule;
  readonly fulfilment: () => Fulfilment;
  /** The policy's own calendar: a promised date ends when its day does. */
  readonly timetable: Timetable;
}

/** Where a run starts: at which event, what its `to` must equal, and whether no run was there before. */
export interface Start {
  readonly index: number;
  readonly key: unknown;
  readonly first: boolean;
}

/** How a run ended: by which event, and as what. */
export interface Ending {
  readonly index: number;
  readonly event: TimelineEvent;
  readonly as: 'done' | 'exempt' | 'restarted' | 'no-longer-applicable';
}

/** One run as it went. */
export interface Course {
  readonly start: Start;
  readonly from: TimelineEvent;
  /** The event with which it came into being: its start, or the change that made the standard apply. */
  readonly since: number;
  readonly clock: RunClock;
  readonly ending: Ending | undefined;
}

/** A timeline with what its events mean to one deadline. */
export interface Scene {
  readonly charge: Charge;
  readonly timeline: Timeline;
  readonly roles: readonly number[];
  /** Whether the clock is stopped after each event. */
  readonly pauses: readonly boolean[] | undefined;
  report(finding: Finding): void;
}

/** Follows a run from its start to its end, or to `asOf`; `undefined` when the standard never applies to it. */
export function walkRun(scene: Scene, start: Start): Course | undefined {
  const { charge, timeline, roles, pauses } = scene;
  const { events } = timeline;
  const from = events[start.index]!;
  let applies = appliesAt(scene, from);
  const recalculates = charge.standard.onChange === 'recalculate';
  if (!applies && !recalculates) return undefined;

  const clock = new RunClock(from.at, charge.limits.allowanceFor(valuesAt(timeline, from.at)));
  promise(scene, clock, from.at);
  if (pauses?.[start.index] === true) clock.stop(from.at);
  let since = applies ? start.index : Number.POSITIVE_INFINITY;
  let left: Ending | undefined;
  const ended = (index: number, as: Ending['as']): Ending => ({ index, event: events[index]!, as });
  const course = (ending?: Ending): Course | undefined =>
    since < events.length ? { start, from, since, clock, ending: applies ? ending : left } : undefined;

  const fulfilled = charge.fulfilment();
  const isTo = (index: number) =>
    (roles[index]! & TO) !== 0 &&
    matches(scene, events[index]!, start.key) &&
    fulfilled(events[index]!, timeline);
  if (start.first) {
    for (let n = 0; n < start.index; n++) if (isTo(n)) return course(ended(n, 'done'));
  }
  for (let n = start.index + 1; n < events.length; n++) {
    const event = events[n]!;
    const role = roles[n]!;
    if (isTo(n)) return course(ended(n, 'done'));
    const stops = pauses?.[n] === true;
    // Due is worked out only where it can matter.
    const asks = role !== 0 || (stops && clock.stoppedSince === undefined);
    const due = asks ? clock.dueAt(event.at)?.at : undefined;
    const passed = applies && due !== undefined && event.at > due;
    if (role & EXEMPT && !passed) return course(ended(n, 'exempt'));
    if (role & RESTART && since < n && restarts(scene, event, start.key)) {
      return course(ended(n, 'restarted'));
    }
    // At due itself nothing moves due any more.
    const early = !applies || due === undefined || event.at < due;
    if (role & CHANGE && early) {
      if (recalculates && !appliesAt(scene, event)) {
        if (applies) left = ended(n, 'no-longer-applicable');
        applies = false;
      } else {
        change(scene, clock, event);
        if (!applies && !isPast(clock, event.at)) {
          applies = true;
          since = Math.min(since, n);
        }
      }
    }
    if (role & EXTEND && early) extend(scene, clock, event);
    if (!stops) clock.start(event.at);
    else if (asks && !passed) clock.stop(event.at);
  }
  return course();
}

/** Whether the standard applies at an event; an attribute of the vocabulary that this hangs on is reported missing. */
function appliesAt({ charge, timeline, report }: Scene, { at }: TimelineEvent): boolean {
  const answer = charge.applies(valuesAt(timeline, at));
  if (typeof answer === 'string' && isStandardAttribute(answer)) {
    report({
      code: 'attribute.missing',
      path: [answer],
      message: `${answer} is missing, on which hangs which standards apply`,
    });
  }
  return answer === true;
}

/** Whether due has come: what happens then or later no longer changes it. */
function isPast(clock: RunClock, at: number): boolean {
  const due = clock.dueAt(at);
  return due !== undefined && at >= due.at;
}

/** A `to` must equal the run's start in the attribute that the standard matches by; absence equals nothing. */
function matches({ charge, timeline }: Scene, event: TimelineEvent, wanted: unknown): boolean {
  const { match } = charge.standard;
  return match === undefined || (wanted !== undefined && attributeOf(event, timeline, match) === wanted);
}

/** A restart that names no match concerns every run. */
function restarts({ charge }: Scene, event: TimelineEvent, wanted: unknown): boolean {
  const { match } = charge.standard;
  const own = match === undefined ? undefined : event.source[match];
  return own === undefined || own === wanted;
}

function change(scene: Scene, clock: RunClock, event: TimelineEvent): void {
  const { charge, timeline } = scene;
  if (charge.standard.onChange === 'recalculate' && charge.limits.varies) {
    clock.allowance = charge.limits.allowanceFor(valuesAt(timeline, event.at));
  }
  promise(scene, clock, event.at);
}

/** The first promise known at or after the start stands, unless changes recalculate. */
function promise({ charge, timeline, report }: Scene, clock: RunClock, at: number): void {
  const { allowance } = clock;
  if (allowance.kind !== 'promise') return;
  if (clock.promised !== undefined && charge.standard.onChange !== 'recalculate') return;
  const value = timeline.valueAt(allowance.attribute, at);
  if (value === undefined || value === null) return;
  const promised = promisedInstant(value, charge.timetable);
  if (promised !== undefined) clock.promised = promised;
  else
    report({
      code: 'attribute.not-an-instant',
      path: [allowance.attribute],
      message: `${show(value)} states no instant`,
    });
}

function extend({ charge, report }: Scene, clock: RunClock, event: TimelineEvent): void {
  const grant = grantOf(event, charge.timetable);
  if (grant !== undefined) clock.extend(grant, event.at);
  else {
    const message = 'an extension states neither a duration nor an until that can be read';
    report({ code: 'event.bad-extension', path: ['events', event.index], message, events: [event.index] });
  }
}

function grantOf({ source }: TimelineEvent, timetable: Timetable): Grant | undefined {
  if (source.duration === undefined) {
    const until = promisedInstant(source.until, timetable);
    return until === undefined ? undefined : { until };
  }
  try {
    return { more: toLimit(source.duration as LimitInput) };
  } catch (error) {
    if (error instanceof DulyError) return undefined;
    throw error;
  }
}

const valuesAt =
  (timeline: Timeline, at: number): Lookup =>
  (attribute) =>
    timeline.valueAt(attribute, at);
