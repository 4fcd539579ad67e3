import { none } from '../../case/none.ts';
import type { EpochMs } from '../../instant/types.ts';
import { extendDue, type Grant } from '../../limit/extend-due.ts';
import { pausesUntil, type Stop } from '../../limit/pauses.ts';
import { reckonDue } from '../../limit/reckon.ts';
import type { DueMoment } from '../../limit/types.ts';
import { units } from '../../limit/units.ts';
import type { Allowance, Terms } from '../limit-rule.ts';

/** More time, and when it was granted. */
interface Granted {
  readonly grant: Grant;
  readonly at: EpochMs;
}

/** The clock of one run: when it is due, as things stand, and how much time is used. */
export class RunClock {
  declare readonly from: EpochMs;
  declare stops: readonly Stop[];
  declare stoppedSince: EpochMs | undefined;
  declare allowance: Allowance;
  /** The promised time, once it is known. */
  declare promised: EpochMs | undefined;
  declare private granted: readonly Granted[];
  declare private settled: DueMoment | undefined;

  constructor(from: EpochMs, allowance: Allowance) {
    this.from = from;
    this.stops = none;
    this.stoppedSince = undefined;
    this.allowance = allowance;
    this.promised = undefined;
    this.granted = none;
    this.settled = undefined;
  }

  allow(allowance: Allowance): void {
    this.allowance = allowance;
    this.settled = undefined;
  }

  promise(at: EpochMs): void {
    this.promised = at;
    this.settled = undefined;
  }

  /** The unit, calendar and counting in which its time is measured. */
  get terms(): Terms | undefined {
    return this.allowance.kind === 'unknown' ? undefined : this.allowance;
  }

  /** What the run still needs to know before it has a due instant. */
  get missing(): readonly string[] {
    const { allowance } = this;
    if (allowance.kind === 'unknown') return allowance.missing;
    return allowance.kind === 'promise' && this.promised === undefined ? [allowance.attribute] : none;
  }

  /** The clock as it stands, whatever happens to this one. */
  copy(): RunClock {
    return Object.assign(new RunClock(this.from, this.allowance), this);
  }

  stop(at: EpochMs): void {
    this.stoppedSince ??= at;
    this.settled = undefined;
  }

  start(at: EpochMs): void {
    this.stops = this.stopsUntil(at);
    this.stoppedSince = undefined;
  }

  /** Takes more time; an `until` that isn't later than the due in force gives none. */
  extend(grant: Grant, at: EpochMs): void {
    const due = this.dueAt(at);
    if ('until' in grant && due !== undefined && grant.until <= due.at) return;
    this.granted = [...this.granted, { grant, at }];
    this.settled = undefined;
  }

  /** When the run is due, as known at `t`: a stop that isn't over counts up to `t`. With its steps if traced. */
  dueAt(t: EpochMs, trace = false): DueMoment | undefined {
    if (trace || this.stoppedSince !== undefined) return this.reckon(t, trace);
    this.settled ??= this.reckon(t, trace);
    return this.settled;
  }

  get isEven(): boolean {
    const { working } = this.terms!.unit;
    return this.granted.every(
      ({ grant }) =>
        'until' in grant || (units[grant.more.unit].ms > 0 && units[grant.more.unit].working === working),
    );
  }

  /** The stops so far, one that isn't over ending at `t`. */
  stopsUntil(t: EpochMs): readonly Stop[] {
    const since = this.stoppedSince;
    return since === undefined || t <= since ? this.stops : [...this.stops, [since, t]];
  }

  private reckon(t: EpochMs, trace: boolean): DueMoment | undefined {
    const { terms, granted } = this;
    if (terms === undefined) return undefined;
    const all = this.stopsUntil(t);
    if (granted.length === 0) return this.plainDue(terms, all, trace);
    // What came before an `until` was settled when that was granted: later pauses don't reach it.
    const fixing = granted.findLastIndex(({ grant }) => 'until' in grant);
    let pauses = fixing < 0 ? all : pausesUntil(all, granted[fixing]!.at);
    const { timetable, counting } = terms;
    let due = this.plainDue(terms, pauses, trace);
    if (due === undefined) return undefined;
    for (const [index, { grant }] of granted.entries()) {
      if (index === fixing) pauses = all;
      if ('until' in grant && grant.until <= due.at) continue;
      due = extendDue(due, grant, { timetable, counting, pauses, trace });
    }
    return due;
  }

  /** Due as the limit or the promise states it, before any extension. */
  private plainDue(terms: Terms, pauses: readonly Stop[], trace: boolean): DueMoment | undefined {
    if (terms.kind === 'limit') {
      const { limit, timetable, counting, dueFrom } = terms;
      if (pauses.length === 0) return dueFrom(this.from, trace);
      return reckonDue({ from: this.from, limit, timetable, counting, pauses, trace });
    }
    return this.promised === undefined ? undefined : promisedMoment(this.from, this.promised, trace);
  }
}

/** A promised time counts nothing: it stands. */
export function promisedMoment(from: EpochMs, at: EpochMs, trace: boolean): DueMoment {
  if (!trace) return { at };
  return {
    at,
    steps: [{ counted: false, from: new Date(from), to: new Date(at), amount: 0, reason: 'promised' }],
  };
}
