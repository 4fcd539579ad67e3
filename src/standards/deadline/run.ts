import type { Timetable } from '../../calendar/timetable.ts';
import type { RowAnswer } from '../../case/conditions.ts';
import { attributeOf } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { Finding } from '../../case/types.ts';
import { ownError } from '../../errors/own-error.ts';
import type { Grant } from '../../limit/extend-due.ts';
import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { appliesAt } from '../applies.ts';
import type { Stage } from '../kind.ts';
import type { CompiledLimitRule } from '../limit-rule.ts';
import { promisedInstant, statedInstant } from '../promise.ts';
import { RunClock } from './clock.ts';
import type { Fulfilment } from './fulfilment.ts';
import { ACTS, CHANGE, EXEMPT, EXTEND, RESTART, type RoleTable, TO } from './roles.ts';
import type { DeadlineStandard } from './standard.ts';

/** A deadline as its runs need it; of one form for all deadlines, whatever they state, for the engine's sake. */
export interface Charge {
  readonly standard: DeadlineStandard;
  readonly each: DeadlineStandard['each'];
  readonly match: string | undefined;
  /** Whether changed attributes change the limit of a running run. */
  readonly recalculates: boolean;
  /** Parameters outside the limit that nobody has set. */
  readonly missing: readonly string[];
  readonly applies: RowAnswer;
  readonly roles: RoleTable;
  readonly limits: CompiledLimitRule;
  readonly fulfilment: () => Fulfilment;
  /** The policy's own calendar: a promised date ends when its day does. */
  readonly timetable: Timetable;
  /** The roles of events that may open a further run. */
  readonly reopens: number;
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

/**
 * Follows a run from its start to its end, or to `asOf`; `undefined` when the standard never applies to it.
 *
 * @param index - The event at which it starts.
 * @param key - What its `to` must equal.
 * @param first - Whether no run was there before.
 */
export function walkRun(scene: Scene, index: number, key: unknown, first: boolean): Course | undefined {
  const { charge, timeline } = scene;
  const { at } = timeline.events[index]!;
  const applies = appliesAt(charge.applies, timeline, at);
  if (!applies && !charge.recalculates) return undefined;
  const course = new Course(scene, index, key, applies);
  course.follow(first);
  return course.since === NEVER ? undefined : course;
}

/** Later than the last event of any case. */
const NEVER = 0x3fffffff;

/** One run on its way through the events. */
export class Course {
  /** What its `to` must equal. */
  declare readonly key: unknown;
  declare readonly from: TimelineEvent;
  declare readonly clock: RunClock;
  /** The event with which it came into being: its start, or the change that made the standard apply. */
  declare since: number;
  declare ending: Ending | undefined;
  /** How its clock stood, one after another. */
  declare readonly stages: Stage[];
  declare private readonly scene: Scene;
  declare private readonly index: number;
  declare private readonly fulfilled: Fulfilment;
  declare private applies: boolean;
  /** How the standard last ceased to apply. */
  declare private left: Ending | undefined;

  constructor(scene: Scene, index: number, key: unknown, applies: boolean) {
    const { charge, timeline, pauses } = scene;
    const from = timeline.events[index]!;
    this.key = key;
    this.index = index;
    this.from = from;
    this.clock = new RunClock(from.at, charge.limits.allowanceFor(timeline, from.at));
    this.since = applies ? index : NEVER;
    this.ending = undefined;
    this.scene = scene;
    this.fulfilled = charge.fulfilment();
    this.applies = applies;
    this.left = undefined;
    this.stages = [];
    promise(scene, this.clock, from.at);
    if (pauses?.[index] === true) this.clock.stop(from.at);
    this.mark(from.at);
  }

  /** Goes through the events up to the one that ends the run. */
  follow(first: boolean): void {
    const ending = this.findEnding(first);
    this.ending = this.applies ? ending : this.left;
  }

  /** The event that ends the run; a `to` before its start ends the first one. */
  private findEnding(first: boolean): Ending | undefined {
    const { index } = this;
    const { charge, timeline } = this.scene;
    if (first) {
      for (
        let n = charge.roles.next(0, TO, timeline);
        n >= 0 && n < index;
        n = charge.roles.next(n + 1, TO, timeline)
      ) {
        if (this.fulfils(n)) return this.ended(n, 'done');
      }
    }
    for (let n = this.after(index); n !== -1; n = this.after(n)) {
      const role = charge.roles.at(n, timeline);
      const ending = role & TO && this.fulfils(n) ? this.ended(n, 'done') : this.pass(n, role);
      if (ending !== undefined) return ending;
    }
    return undefined;
  }

  /** The next event that may concern the run, or that stops or starts the clock; -1 if there is none. */
  private after(n: number): number {
    const { charge, timeline, pauses } = this.scene;
    const next = charge.roles.next(n + 1, TO | ACTS, timeline);
    const turn = pauses === undefined ? -1 : pauses.indexOf(!pauses[n], n + 1);
    return turn !== -1 && (turn < next || next === -1) ? turn : next;
  }

  private ended(index: number, as: Ending['as']): Ending {
    return { index, event: this.scene.timeline.events[index]!, as };
  }

  private fulfils(index: number): boolean {
    const { timeline } = this.scene;
    const event = timeline.events[index]!;
    return matches(this.scene, event, this.key) && this.fulfilled(event, timeline);
  }

  /** Takes in an event that isn't the end of it by fulfilment. */
  private pass(index: number, role: number): Ending | undefined {
    const { pauses, timeline } = this.scene;
    const event = timeline.events[index]!;
    const { clock } = this;
    const stops = pauses?.[index] === true;
    // Due is worked out only where it can matter.
    const asks = (role & ACTS) !== 0 || stops;
    const moves = asks || clock.stoppedSince !== undefined;
    const due = (asks ? clock.dueAt(event.at)?.at : undefined) ?? Number.POSITIVE_INFINITY;
    const passed = this.applies && event.at > due;
    if (role & EXEMPT && !passed) return this.ended(index, 'exempt');
    if (role & RESTART && this.since !== NEVER && restarts(this.scene, event, this.key)) {
      return this.ended(index, 'restarted');
    }
    // At due itself nothing moves due any more.
    const early = !this.applies || event.at < due;
    if (role & CHANGE && early) this.change(index, event);
    if (role & EXTEND && early) extend(this.scene, clock, event);
    if (!stops) clock.start(event.at);
    else if (early) clock.stop(event.at);
    if (moves) this.mark(event.at);
    return undefined;
  }

  /** Keeps how the clock stands from an instant on; where the standard doesn't apply, it has no terms. */
  private mark(since: number): void {
    if (!this.scene.timed || this.since === NEVER) return;
    const { clock } = this;
    this.stages.push({ since, clock: clock.copy(), terms: this.applies ? clock.terms : undefined });
  }

  /** What changes before due may change the limit, and whether the standard applies at all. */
  private change(index: number, event: TimelineEvent): void {
    const { scene, clock } = this;
    const { charge, timeline } = scene;
    const { recalculates, limits } = charge;
    const { at } = event;
    if (recalculates && !appliesAt(charge.applies, timeline, at)) {
      if (this.applies) this.left = this.ended(index, 'no-longer-applicable');
      this.applies = false;
      return;
    }
    if (recalculates && limits.varies) clock.allow(limits.allowanceFor(timeline, at));
    promise(scene, clock, at);
    // What happens when due has come, or later, no longer changes it.
    if (at >= (clock.dueAt(at)?.at ?? Number.POSITIVE_INFINITY)) return;
    this.applies = true;
    this.since = Math.min(this.since, index);
  }
}

/** A `to` must equal the run's start in the attribute that the standard matches by; absence equals nothing. */
function matches({ charge, timeline }: Scene, event: TimelineEvent, wanted: unknown): boolean {
  const { match } = charge;
  return match === undefined || (wanted !== undefined && attributeOf(event, timeline, match) === wanted);
}

/** Whose runs a restart concerns; everybody's if it names nobody. */
export const namedBy = ({ match }: Charge, { source }: TimelineEvent): unknown => match && source[match];

function restarts({ charge }: Scene, event: TimelineEvent, wanted: unknown): boolean {
  const own = namedBy(charge, event);
  return own === undefined || own === wanted;
}

/** The first promise known at or after the start stands, unless changes recalculate. */
function promise({ charge, timeline, report }: Scene, clock: RunClock, at: number): void {
  const { allowance } = clock;
  if (allowance.kind !== 'promise') return;
  if (clock.promised !== undefined && !charge.recalculates) return;
  const promised = statedInstant(allowance.attribute, timeline, at, charge.timetable, report);
  if (promised !== undefined) clock.promise(promised);
}

function extend({ charge, report }: Scene, clock: RunClock, event: TimelineEvent): void {
  const grant = grantOf(event, charge.timetable);
  if (grant !== undefined) clock.extend(grant, event.at);
  else {
    const message = 'an extension states no duration or until';
    report({ code: 'event.bad-extension', path: ['events', event.index], message, events: [event.index] });
  }
}

function grantOf({ source }: TimelineEvent, timetable: Timetable): Grant | undefined {
  if (source.duration === undefined) {
    const until = source.until === undefined ? source.until : promisedInstant(source.until, timetable);
    return until === undefined ? undefined : { until };
  }
  try {
    return { more: toLimit(source.duration as LimitInput) };
  } catch (error) {
    ownError(error);
    return undefined;
  }
}
