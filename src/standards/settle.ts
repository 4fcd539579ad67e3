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
export interface Label extends Required<Pick<AnyStandard, 'id' | 'kind' | 'severity'>> {
  /** The calendar whose zone its days are told in, where no terms say so. */
  readonly timetable: Timetable;
  /** The promise in words. */
  readonly promise: LocalText | undefined;
}

export const labelOf = (
  { id, kind, severity = 'hard' }: AnyStandard,
  timetable: Timetable,
  promise?: LocalText,
): Label => ({ id, kind, severity, timetable, promise });

/** What a run comes to; of one form whatever judged it, for the engine's sake. */
interface Figures {
  readonly run: number;
  readonly status: Status;
  readonly from: EpochMs | null;
  readonly due: EpochMs | null;
  readonly done: EpochMs | null;
  /** When it ended; `asOf` while it hasn't. */
  readonly end: EpochMs;
  readonly terms: Terms | undefined;
  readonly moment: DueMoment | undefined;
  readonly stops: readonly Stop[] | undefined;
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
  declare private readonly end: EpochMs;
  declare private readonly terms: Terms | undefined;
  declare private readonly moment: DueMoment | undefined;
  declare private readonly stops: readonly Stop[] | undefined;
  /** What else is known of it. */
  declare private readonly more: Settled | undefined;
  declare private readonly label: Label;
  declare private readonly timeline: Timeline;

  constructor(figures: Figures, more: Settled | undefined, label: Label, timeline: Timeline) {
    const { from, due, terms } = figures;
    this.standard = label.id;
    this.run = figures.run;
    this.status = figures.status;
    this.from = from;
    this.due = due;
    this.done = figures.done;
    this.end = figures.end;
    this.terms = terms;
    this.moment = figures.moment;
    this.stops = figures.stops;
    this.more = more;
    this.label = label;
    this.timeline = timeline;
    this.usedMs =
      from !== null && (terms || due !== null) ? this.time(from, figures.end) : (more?.usedMs ?? null);
  }

  get severity() {
    return this.label.severity;
  }

  get detail() {
    return this.more?.detail;
  }

  get provisional() {
    return this.more?.provisional ?? this.moment?.provisional;
  }

  /** Who held the case at due, else who holds it now. */
  get owner(): string | undefined {
    const { timeline } = this;
    const { asOf } = timeline;
    return this.more?.ownerless ? undefined : ownerAt(timeline, Math.min(this.due ?? asOf, asOf));
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
    const changesAt = this.more?.changesAt;
    if (changesAt !== undefined) return changesAt;
    return this.status === 'pending' && this.due !== null ? this.due + 1 : null;
  }

  /** What ladders need; absent where due was never known. */
  get timing(): RunTiming | undefined {
    const { from, due, more, terms } = this;
    if (more?.timing || from === null || due === null) return more?.timing;
    const dues = more?.dues ?? [{ since: from, due }];
    const unit = terms?.unit ?? units.hours;
    const { timetable } = terms ?? this.label;
    return {
      from,
      endedAt: this.isOpen ? null : this.end,
      stages: dues.map(({ since, due }) => ({
        since,
        terms: due === undefined ? due : { unit, timetable },
        clock: {
          dueAt: () => ({ at: due! }),
          stopsUntil: () => none,
          isEven: true,
        },
      })),
    };
  }

  /** The same in the public form; with `trace` it tells its way. */
  toVerdict(trace: boolean): Verdict {
    const { more, label, timeline, terms, moment, stops, status, from, due, isOpen, owner, provisional } =
      this;
    const verdict: Record<string, unknown> = {
      case: timeline.id,
      standard: label.id,
      kind: label.kind,
      run: this.run,
      status,
      severity: label.severity,
      from: this.date(from),
      due: due === null ? due : new Date(due),
      done: this.date(this.done),
      usedMs: this.usedMs,
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
    if (status === 'exempt') verdict.reason = more?.reason ?? '';
    if (status === 'undetermined') verdict.missing = more?.missing ?? [];
    if (provisional) verdict.provisional = provisional;
    if (terms?.kind === 'limit') verdict.counting = terms.counting;
    if (more?.detail) verdict.detail = more.detail;
    if (trace) {
      const { timetable } = terms ?? label;
      verdict.timeZone = timetable.zone.name;
      if (terms?.kind === 'limit')
        Object.assign(verdict, { limit: terms.limit, ...conventionOf(terms.counting) });
      const sources = terms ? countedBy([terms.limit], terms.counting, timetable) : [];
      if (sources.length > 0) verdict.sources = sources;
      if (moment?.steps) verdict.steps = moment.steps;
      if (label.promise) verdict.promise = label.promise;
    }
    if (more?.explanation) verdict.explanation = more.explanation;
    // Which keys a status needs is for its judge to see to.
    return verdict as unknown as Verdict;
  }

  private get isOpen(): boolean {
    return (this.status === 'pending' || this.status === 'overdue') && this.more?.ended === undefined;
  }

  /** The clock of a run that is open. */
  private get openClock(): Clock {
    if (this.more?.paused) return 'paused';
    const { terms } = this;
    return terms?.unit.working && !terms.timetable.isWorking(this.end) ? 'closed-hours' : 'running';
  }

  private date(at: EpochMs | null): Date | null {
    return at === null ? at : this.timeline.dateAt(at);
  }

  private time(a: EpochMs, b: EpochMs): Millis {
    const { terms, stops = none } = this;
    if (!terms?.unit.working && stops === none) return Math.max(0, b - a);
    return usedTime(a, b, terms?.unit ?? units.hours, (terms ?? this.label).timetable, stops);
  }
}

/** Adds the runs that were settled so, in this order. */
export function addRuns(settled: readonly Settled[], label: Label, timeline: Timeline, runs: Run[]): void {
  for (const [index, one] of settled.entries()) {
    const { run = index + 1, status, from = null, done = null, moment, terms, stops } = one;
    const due = moment ? moment.at : (one.due ?? null);
    const end = done ?? one.ended ?? timeline.asOf;
    runs.push(new Run({ run, status, from, due, done, end, terms, moment, stops }, one, label, timeline));
  }
}
