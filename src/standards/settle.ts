import type { Timetable } from '../calendar/timetable.ts';
import { none } from '../case/none.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import { conventionOf } from '../limit/convention-of.ts';
import { countedBy } from '../limit/counted-by.ts';
import type { Stop } from '../limit/pauses.ts';
import type { DueMoment } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { usedTime } from '../limit/used-time.ts';
import type { AnyStandard, RunTiming } from './kind.ts';
import type { Terms } from './limit-rule.ts';
import type { Outcome } from './outcome.ts';
import { ownerAt } from './owner.ts';
import type { LocalText } from './part.ts';
import type { Clock, Status, Verdict } from './verdict.ts';

type Instants = 'from' | 'due' | 'done' | 'changesAt';

/** What became of one run, its instants as numbers. */
export type Settled = Omit<Outcome, Instants | 'reason'> & {
  readonly [key in Instants]?: EpochMs | null | undefined;
} & {
  readonly reason?: string | undefined;
  /** When it came to an end that isn't its fulfilment. */
  readonly ended?: EpochMs | undefined;
  /** What was measured, where that is a time and neither a due instant nor terms say in which. */
  readonly usedMs?: number;
  /** How due was known over time, where it may move; `undefined`: not known. Ladders keep what they have told. */
  readonly dues?: readonly { readonly since: EpochMs; readonly due: EpochMs | undefined }[];
  /** The same, where the clock may have been stopped. */
  readonly timing?: RunTiming | undefined;
  /** In which unit, and on whose calendar, its time is measured; elapsed hours where nothing says so. */
  readonly terms?: Terms | undefined;
  /** Due as reckoned by these. */
  readonly moment?: DueMoment | undefined;
  /** When its clock stood still, in order and apart, and whether it does so now. */
  readonly stops?: readonly Stop[];
  readonly paused?: boolean;
  /** Whether nobody is named as its owner. */
  readonly ownerless?: boolean;
};

/** What verdicts tell of their standard; of one form whatever that states, for the engine's sake. */
export type Label = Required<Pick<AnyStandard, 'id' | 'kind' | 'severity'>>;

export const labelOf = ({ id, kind, severity = 'hard' }: AnyStandard): Label => ({ id, kind, severity });

/** What a run is a run of. */
export interface SettledFor {
  readonly label: Label;
  readonly timeline: Timeline;
  /** The calendar whose zone its days are told in, where no terms say so. */
  readonly timetable: Timetable;
  /** Whether the verdict tells its way. */
  readonly trace: boolean;
  /** The promise in words. */
  readonly promise?: LocalText | undefined;
}

/** One application of a standard to a case, judged: plain numbers. Its verdict is written when somebody asks for it. */
export class Run {
  declare readonly standard: string;
  /** Which application, counted from 1. */
  declare readonly run: number;
  declare readonly status: Status;
  declare readonly from: EpochMs | null;
  declare readonly due: EpochMs | null;
  declare readonly done: EpochMs | null;
  /** In the limit's own kind of time, elapsed where there is none. */
  declare readonly usedMs: Millis | null;
  /** When it ended; `asOf` while it hasn't. */
  declare private readonly end: EpochMs;
  declare private readonly terms: Terms | undefined;
  declare private readonly stops: readonly Stop[] | undefined;
  declare private readonly settled: Settled;
  declare private readonly source: SettledFor;

  constructor(settled: Settled, place: number, source: SettledFor) {
    const { from = null, done = null, moment, due = null, terms } = settled;
    this.standard = source.label.id;
    this.run = settled.run ?? place;
    this.status = settled.status;
    this.from = from;
    this.due = moment ? moment.at : due;
    this.done = done;
    this.end = done ?? settled.ended ?? source.timeline.asOf;
    this.terms = terms;
    this.stops = settled.stops;
    this.settled = settled;
    this.source = source;
    this.usedMs =
      from !== null && (terms || this.due !== null) ? this.time(from, this.end) : (settled.usedMs ?? null);
  }

  get severity() {
    return this.source.label.severity;
  }

  get detail() {
    return this.settled.detail;
  }

  get provisional() {
    return this.settled.provisional ?? this.settled.moment?.provisional;
  }

  /** Who held the case at due, else who holds it now. */
  get owner(): string | undefined {
    const { timeline } = this.source;
    const { asOf } = timeline;
    return this.settled.ownerless ? undefined : ownerAt(timeline, Math.min(this.due ?? asOf, asOf));
  }

  get overMs(): Millis | null {
    const { status, due } = this;
    if (due === null) return null;
    return status === 'late' || status === 'overdue' ? this.end - due : 0;
  }

  /** Used time as a share of the net time between from and due. */
  get share(): number | null {
    const { from, due, usedMs } = this;
    const net = from === null || due === null ? 0 : this.time(from, due);
    return net > 0 ? usedMs! / net : null;
  }

  /** The instant at which the status changes if nothing happens; `null`: never. */
  get changesAt(): EpochMs | null {
    const { changesAt } = this.settled;
    if (changesAt !== undefined) return changesAt;
    return this.status === 'pending' && this.due !== null ? this.due + 1 : null;
  }

  /** What ladders need; absent where due was never known. */
  get timing(): RunTiming | undefined {
    const { from, due, settled, terms } = this;
    if (settled.timing || from === null || due === null) return settled.timing;
    const { dues = [{ since: from, due }] } = settled;
    const unit = terms?.unit ?? units.hours;
    const { timetable } = terms ?? this.source;
    return {
      from,
      endedAt: this.isOpen ? null : this.end,
      stages: dues.map(({ since, due }) => ({
        since,
        terms: due === undefined ? due : { unit, timetable },
        clock: {
          stoppedSince: undefined,
          dueAt: () => ({ at: due! }),
          stopsUntil: () => none,
          isEven: true,
        },
      })),
    };
  }

  /** The same in the public form. */
  get verdict(): Verdict {
    const { settled, source, terms, stops, status, from, due, done, usedMs, owner, provisional } = this;
    const { label, timeline } = source;
    const { detail, explanation } = settled;
    const isOpen = this.isOpen;
    const date = (at: EpochMs | null) => (at === null ? at : timeline.dateAt(at));
    const verdict: Record<string, unknown> = {
      case: timeline.id,
      standard: label.id,
      kind: label.kind,
      run: this.run,
      status,
      severity: label.severity,
      from: date(from),
      due: due === null ? due : new Date(due),
      done: date(done),
      usedMs,
      overMs: this.overMs,
      pausedMs: stops
        ? stops.reduce((sum, [a, b]) => sum + b - a, 0)
        : from === null || due === null
          ? null
          : 0,
      remainingMs: isOpen && due !== null ? this.time(timeline.asOf, due) : null,
      share: this.share,
      clock: isOpen ? this.openClock : 'stopped',
    };
    if (owner !== undefined) verdict.owner = owner;
    if (status === 'exempt') verdict.reason = settled.reason ?? '';
    if (status === 'undetermined') verdict.missing = settled.missing ?? [];
    if (provisional) verdict.provisional = provisional;
    if (terms?.kind === 'limit') verdict.counting = terms.counting;
    if (detail) verdict.detail = detail;
    if (source.trace) {
      const { timetable } = terms ?? source;
      verdict.timeZone = timetable.zone.name;
      if (terms?.kind === 'limit')
        Object.assign(verdict, { limit: terms.limit, ...conventionOf(terms.counting) });
      const sources = terms ? countedBy([terms.limit], terms.counting, timetable) : [];
      if (sources.length > 0) verdict.sources = sources;
      if (settled.moment?.steps) verdict.steps = settled.moment.steps;
      if (source.promise) verdict.promise = source.promise;
    }
    if (explanation) verdict.explanation = explanation;
    // Which keys a status needs is for its judge to see to.
    return verdict as unknown as Verdict;
  }

  private get isOpen(): boolean {
    return (this.status === 'pending' || this.status === 'overdue') && this.settled.ended === undefined;
  }

  /** The clock of a run that is open. */
  private get openClock(): Clock {
    if (this.settled.paused) return 'paused';
    const { terms } = this;
    return terms?.unit.working && !terms.timetable.isWorking(this.end) ? 'closed-hours' : 'running';
  }

  private time(a: EpochMs, b: EpochMs): Millis {
    const { terms, stops = none } = this;
    if (!terms?.unit.working && stops === none) return Math.max(0, b - a);
    return usedTime(a, b, terms?.unit ?? units.hours, terms?.timetable ?? this.source.timetable, stops);
  }
}

/** Adds the runs that were settled so, in this order. */
export function addRuns(settled: readonly Settled[], source: SettledFor, runs: Run[]): void {
  for (const [index, one] of settled.entries()) runs.push(new Run(one, index + 1, source));
}
