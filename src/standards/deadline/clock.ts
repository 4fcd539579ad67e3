import type { Timetable } from '../../calendar/timetable.ts';
import type { EpochMs } from '../../instant/types.ts';
import { extendDue, type Grant } from '../../limit/extend-due.ts';
import { pausesUntil, type Stop } from '../../limit/pauses.ts';
import { reckonDue } from '../../limit/reckon.ts';
import type { Counting, DueMoment, Limit } from '../../limit/types.ts';
import type { Allowance } from '../limit-rule.ts';

/** Most runs are never stopped and never get more time. */
const none: readonly never[] = [];
const elapsed: Limit = { amount: 0, unit: 'hours' };

/** The unit in which the time of a run is measured, its calendar and its counting. */
export interface Terms {
  readonly limit: Limit;
  readonly timetable: Timetable;
  readonly counting: Counting;
}

/** More time, and when it was granted. */
interface Granted {
  readonly grant: Grant;
  readonly at: EpochMs;
}

/** The clock of one run: when it is due, as things stand, and how much time is used. */
export class RunClock {
  readonly from: EpochMs;
  stops: readonly Stop[] = none;
  stoppedSince: EpochMs | undefined;
  private given: Allowance;
  private stated: EpochMs | undefined;
  private granted: readonly Granted[] = none;
  private settled: DueMoment | undefined;

  constructor(from: EpochMs, allowance: Allowance) {
    this.from = from;
    this.given = allowance;
  }

  get allowance(): Allowance {
    return this.given;
  }

  set allowance(allowance: Allowance) {
    this.given = allowance;
    this.settled = undefined;
  }

  get promised(): EpochMs | undefined {
    return this.stated;
  }

  set promised(at: EpochMs | undefined) {
    this.stated = at;
    this.settled = undefined;
  }

  /** What the run still needs to know before it has a due instant. */
  get missing(): readonly string[] {
    if (this.given.kind === 'unknown') return this.given.missing;
    return this.given.kind === 'promise' && this.stated === undefined ? [this.given.attribute] : none;
  }

  /** The unit and calendar in which its time is measured. */
  get terms(): Terms | undefined {
    const allowance = this.given;
    if (allowance.kind === 'unknown') return undefined;
    return allowance.kind === 'limit' ? allowance : { ...allowance, limit: elapsed };
  }

  /** The clock as it stands, whatever happens to this one. */
  copy(): RunClock {
    return Object.assign(Object.create(RunClock.prototype), this);
  }

  stop(at: EpochMs): void {
    this.stoppedSince ??= at;
  }

  start(at: EpochMs): void {
    if (this.stoppedSince === undefined) return;
    if (at > this.stoppedSince) this.stops = [...this.stops, [this.stoppedSince, at]];
    this.stoppedSince = undefined;
    this.settled = undefined;
  }

  /** Takes more time; an `until` that isn't later than the due in force gives none. */
  extend(grant: Grant, at: EpochMs): void {
    const due = this.dueAt(at);
    if ('until' in grant && due !== undefined && grant.until <= due.at) return;
    this.granted = [...this.granted, { grant, at }];
    this.settled = undefined;
  }

  /** When the run is due, as known at `t`: a stop that isn't over counts up to `t`. */
  dueAt(t: EpochMs): DueMoment | undefined {
    if (this.stoppedSince !== undefined && t > this.stoppedSince) return this.reckon(t, false);
    this.settled ??= this.reckon(t, false);
    return this.settled;
  }

  /** The same, with the steps that lead there. */
  tracedDueAt(t: EpochMs): DueMoment | undefined {
    return this.reckon(t, true);
  }

  /** The stops so far, one that isn't over ending at `t`. */
  stopsUntil(t: EpochMs): readonly Stop[] {
    const since = this.stoppedSince;
    return since === undefined || t <= since ? this.stops : [...this.stops, [since, t]];
  }

  private reckon(t: EpochMs, trace: boolean): DueMoment | undefined {
    const allowance = this.given;
    if (allowance.kind === 'unknown') return undefined;
    const pauses = this.stopsUntil(t);
    if (this.granted.length === 0) return this.plainDue(allowance, pauses, trace);
    // What came before an `until` was settled when that was granted: later pauses don't reach it.
    const fixing = this.granted.findLastIndex(({ grant }) => 'until' in grant);
    const settled = fixing < 0 ? pauses : pausesUntil(pauses, this.granted[fixing]!.at);
    const { timetable, counting } = allowance;
    let due = this.plainDue(allowance, settled, trace);
    if (due === undefined) return undefined;
    for (const [index, { grant }] of this.granted.entries()) {
      if ('until' in grant && grant.until <= due.at) continue;
      const terms = { timetable, counting, pauses: index < fixing ? settled : pauses, trace };
      due = extendDue(due, grant, terms);
    }
    return due;
  }

  /** Due as the limit or the promise states it, before any extension. */
  private plainDue(
    allowance: KnownAllowance,
    pauses: readonly Stop[],
    trace: boolean,
  ): DueMoment | undefined {
    if (allowance.kind === 'limit') {
      const { limit, timetable, counting } = allowance;
      return reckonDue({ from: this.from, limit, timetable, counting, pauses, trace });
    }
    return this.stated === undefined ? undefined : promisedMoment(this.from, this.stated, trace);
  }
}

type KnownAllowance = Exclude<Allowance, { readonly kind: 'unknown' }>;

/** A promised time counts nothing: it stands. */
function promisedMoment(from: EpochMs, at: EpochMs, trace: boolean): DueMoment {
  if (!trace) return { at };
  return {
    at,
    steps: [{ counted: false, from: new Date(from), to: new Date(at), amount: 0, reason: 'promised' }],
  };
}
