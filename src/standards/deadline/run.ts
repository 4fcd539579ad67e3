import type { Timetable } from '../../calendar/timetable.ts';
import type { Lookup, Predicate } from '../../case/conditions.ts';
import { attributeOf } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { Finding } from '../../case/types.ts';
import { DulyError, show } from '../../errors/duly-error.ts';
import type { Grant } from '../../limit/extend-due.ts';
import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import type { CompiledLimitRule } from '../limit-rule.ts';
import type { PauseTrack } from '../pauses.ts';
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
  readonly applies: Predicate;
  readonly limits: CompiledLimitRule;
  readonly fulfilment: () => Fulfilment;
  /** The policy's own calendar: a promised date ends when its day does. */
  readonly timetable: Timetable;
}

/** Where a run starts: at which event, as which run of the case, and what its `to` must match. */
export interface Start {
  readonly index: number;
  readonly run: number;
  readonly match: unknown;
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
  readonly clock: RunClock;
  readonly ending: Ending | undefined;
}

/** A timeline with what its events mean to one deadline. */
export interface Scene {
  readonly charge: Charge;
  readonly timeline: Timeline;
  readonly roles: readonly number[];
  readonly pauses: PauseTrack | undefined;
  report(finding: Finding): void;
}

/** Follows a run from its start to its end, or to `asOf`; `undefined` when the standard doesn't apply to it. */
export function walkRun(scene: Scene, start: Start): Course | undefined {
  const { charge, timeline } = scene;
  const from = timeline.events[start.index]!;
  const basis = applicableFrom(scene, start.index);
  if (basis === undefined) return undefined;

  const clock = new RunClock(from.at, charge.limits.allowanceFor(valuesAt(timeline, basis)));
  promise(scene, clock, from.at);
  if (scene.pauses?.after[start.index]) clock.stop(from.at);
  return { start, from, clock, ending: endingOf(scene, start, clock, basis) };
}

/** The instant whose attributes decide at first: the start, or the change that made the standard apply. */
function applicableFrom({ charge, timeline, roles }: Scene, index: number): number | undefined {
  const { at } = timeline.events[index]!;
  if (charge.applies(valuesAt(timeline, at))) return at;
  if (charge.standard.onChange !== 'recalculate') return undefined;
  for (let n = index + 1; n < roles.length; n++) {
    const event = timeline.events[n]!;
    if (roles[n]! & CHANGE && charge.applies(valuesAt(timeline, event.at))) return event.at;
  }
  return undefined;
}

function endingOf(scene: Scene, start: Start, clock: RunClock, basis: number): Ending | undefined {
  const { charge, timeline, roles, pauses } = scene;
  const { events } = timeline;
  const fulfilled = charge.fulfilment();
  const isTo = (index: number) =>
    (roles[index]! & TO) !== 0 &&
    matches(scene, events[index]!, start.match) &&
    fulfilled(events[index]!, timeline);

  if (start.run === 1) {
    for (let n = 0; n < start.index; n++) if (isTo(n)) return { index: n, event: events[n]!, as: 'done' };
  }
  for (let n = start.index + 1; n < events.length; n++) {
    const event = events[n]!;
    if (isTo(n)) return { index: n, event, as: 'done' };
    const role = roles[n]!;
    const passed = clock.passedBy(event.at);
    if (role & EXEMPT && !passed) return { index: n, event, as: 'exempt' };
    if (role & RESTART && restarts(scene, event, start.match)) return { index: n, event, as: 'restarted' };
    if (passed) continue;
    if (role & CHANGE && event.at >= basis && !isDue(clock, event.at)) {
      if (!stillApplies(scene, event)) return { index: n, event, as: 'no-longer-applicable' };
      change(scene, clock, event);
    }
    if (role & EXTEND && !isDue(clock, event.at)) extend(scene, clock, event);
    if (pauses?.after[n] === true) clock.stop(event.at);
    else if (pauses !== undefined) clock.start(event.at);
  }
  return undefined;
}

/** At due itself nothing moves due any more. */
const isDue = (clock: RunClock, at: number) => clock.dueAt(at)?.at === at;

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

function stillApplies({ charge, timeline }: Scene, event: TimelineEvent): boolean {
  return charge.standard.onChange !== 'recalculate' || charge.applies(valuesAt(timeline, event.at));
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
