import type { Timetable } from '../../calendar/timetable.ts';
import type { RowAnswer } from '../../case/conditions.ts';
import { attributeOf } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { Finding } from '../../case/types.ts';
import { DulyError } from '../../errors/duly-error.ts';
import type { Grant } from '../../limit/extend-due.ts';
import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { appliesAt } from '../applies.ts';
import type { Stage } from '../kind.ts';
import type { CompiledLimitRule } from '../limit-rule.ts';
import { promisedInstant, statedInstant } from '../promise.ts';
import { RunClock } from './clock.ts';
import type { Fulfilment } from './fulfilment.ts';
import { CHANGE, EXEMPT, EXTEND, RESTART, type RoleTable, TO } from './roles.ts';
import type { DeadlineStandard } from './standard.ts';

/** A deadline as its runs need it. */
export interface Charge {
  readonly standard: DeadlineStandard;
  /** Parameters outside the limit that nobody has set. */
  readonly missing: readonly string[];
  readonly applies: RowAnswer;
  readonly roles: RoleTable;
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

/** A timeline as one deadline sees it. */
export interface Scene {
  readonly charge: Charge;
  readonly timeline: Timeline;
  /** Whether the clock is stopped after each event. */
  readonly pauses: readonly boolean[] | undefined;
  /** Whether anybody wants to know how clocks stood when. */
  readonly timed: boolean;
  report(finding: Finding): void;
}

/** Follows a run from its start to its end, or to `asOf`; `undefined` when the standard never applies to it. */
export function walkRun(scene: Scene, start: Start): Course | undefined {
  const { charge, timeline, report } = scene;
  const { at } = timeline.events[start.index]!;
  const applies = appliesAt(charge.applies, timeline, at, report);
  if (!applies && charge.standard.onChange !== 'recalculate') return undefined;
  const course = new Course(scene, start, applies);
  course.follow();
  return course.since === NEVER ? undefined : course;
}

const NEVER = Number.POSITIVE_INFINITY;

/** One run on its way through the events. */
export class Course {
  readonly start: Start;
  readonly from: TimelineEvent;
  readonly clock: RunClock;
  /** The event with which it came into being: its start, or the change that made the standard apply. */
  since: number;
  ending: Ending | undefined;
  /** How its clock stood, one after another. */
  readonly stages: Stage[];
  private readonly scene: Scene;
  private readonly fulfilled: Fulfilment;
  private applies: boolean;
  /** How the standard last ceased to apply. */
  private left: Ending | undefined;

  constructor(scene: Scene, start: Start, applies: boolean) {
    const { charge, timeline, pauses } = scene;
    const from = timeline.events[start.index]!;
    this.start = start;
    this.from = from;
    this.clock = new RunClock(from.at, charge.limits.allowanceFor(timeline, from.at));
    this.since = applies ? start.index : NEVER;
    this.ending = undefined;
    this.scene = scene;
    this.fulfilled = charge.fulfilment();
    this.applies = applies;
    this.left = undefined;
    this.stages = [];
    promise(scene, this.clock, from.at);
    if (pauses?.[start.index] === true) this.clock.stop(from.at);
    if (applies) this.mark(from.at);
  }

  /** Goes through the events up to the one that ends the run. */
  follow(): void {
    const ending = this.findEnding();
    this.ending = this.applies ? ending : this.left;
  }

  /** The event that ends the run; a `to` before its start ends the first one. */
  private findEnding(): Ending | undefined {
    const { index, first } = this.start;
    const { charge, timeline, pauses } = this.scene;
    const { length } = timeline.events;
    for (let n = 0; first && n < index; n++) {
      if (this.isTo(n, charge.roles.at(n, timeline))) return this.ended(n, 'done');
    }
    for (let n = index + 1; n < length; n++) {
      const role = charge.roles.at(n, timeline);
      if (role === 0 && pauses === undefined) continue;
      const ending = this.isTo(n, role) ? this.ended(n, 'done') : this.pass(n, role);
      if (ending !== undefined) return ending;
    }
    return undefined;
  }

  private ended(index: number, as: Ending['as']): Ending {
    return { index, event: this.scene.timeline.events[index]!, as };
  }

  private isTo(index: number, role: number): boolean {
    if ((role & TO) === 0) return false;
    const { timeline } = this.scene;
    const event = timeline.events[index]!;
    return matches(this.scene, event, this.start.key) && this.fulfilled(event, timeline);
  }

  /** Takes in an event that isn't the end of it by fulfilment. */
  private pass(index: number, role: number): Ending | undefined {
    const { pauses, timeline } = this.scene;
    const event = timeline.events[index]!;
    const { clock } = this;
    const stops = pauses?.[index] === true;
    // Due is worked out only where it can matter.
    const asks = (role & ~TO) !== 0 || (stops && clock.stoppedSince === undefined);
    const moves = asks || clock.stoppedSince !== undefined;
    const due = asks ? clock.dueAt(event.at)?.at : undefined;
    const passed = this.applies && due !== undefined && event.at > due;
    if (role & EXEMPT && !passed) return this.ended(index, 'exempt');
    if (role & RESTART && this.since < index && restarts(this.scene, event, this.start.key)) {
      return this.ended(index, 'restarted');
    }
    // At due itself nothing moves due any more.
    const early = !this.applies || due === undefined || event.at < due;
    if (role & CHANGE && early) this.change(index, event);
    if (role & EXTEND && early) extend(this.scene, clock, event);
    if (!stops) clock.start(event.at);
    else if (asks && !passed) clock.stop(event.at);
    if (moves) this.mark(event.at);
    return undefined;
  }

  /** Keeps how the clock stands from an instant on; where the standard doesn't apply, it has no terms. */
  private mark(since: number): void {
    if (!this.scene.timed || this.since === NEVER) return;
    const { terms } = this.clock;
    this.stages.push({ since, clock: this.clock.copy(), terms: this.applies ? terms : undefined });
  }

  /** What changes before due may change the limit, and whether the standard applies at all. */
  private change(index: number, event: TimelineEvent): void {
    const { charge, timeline, report } = this.scene;
    const recalculates = charge.standard.onChange === 'recalculate';
    if (recalculates && !appliesAt(charge.applies, timeline, event.at, report)) {
      if (this.applies) this.left = this.ended(index, 'no-longer-applicable');
      this.applies = false;
      return;
    }
    change(this.scene, this.clock, event);
    if (this.applies || isPast(this.clock, event.at)) return;
    this.applies = true;
    this.since = Math.min(this.since, index);
  }
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
    clock.allowance = charge.limits.allowanceFor(timeline, event.at);
  }
  promise(scene, clock, event.at);
}

/** The first promise known at or after the start stands, unless changes recalculate. */
function promise({ charge, timeline, report }: Scene, clock: RunClock, at: number): void {
  const { allowance } = clock;
  if (allowance.kind !== 'promise') return;
  if (clock.promised !== undefined && charge.standard.onChange !== 'recalculate') return;
  const promised = statedInstant(allowance.attribute, timeline, at, charge.timetable, report);
  if (promised !== undefined) clock.promised = promised;
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
