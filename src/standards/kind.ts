import type { Calendar } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import type { RowAnswer, When } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import type { Shape } from '../errors/shape.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import type { Stop } from '../limit/pauses.ts';
import type { Counting, CountingName } from '../limit/types.ts';
import type { UnitFacts } from '../limit/units.ts';
import type { Part } from './part.ts';
import type { PauseRule, PauseTrack } from './pauses.ts';
import type { Label, Run } from './settle.ts';

/** What a policy lends to its standards: its calendars, its counting and its parameters. */
export interface PolicySetting {
  /** One of the policy's named calendars, or its own. */
  calendar(name?: string): Calendar;
  /** The same, compiled. */
  timetable(name?: string): Timetable;
  /** The counting given, or the policy's own. */
  counting(own?: CountingName | Counting): Counting;
  /** The same for equal rules, so that a case is looked through once. */
  pauses(rule: PauseRule): PauseTrack;
  /** The same answer for equal conditions, worked out once a case. */
  row(when: When): RowAnswer;
  /** The number by which timelines know an event type that a standard names. */
  codeOf(type: string): number;
  /** What the policy sets a parameter to; `undefined` while nobody has. */
  parameter(name: string): unknown;
}

/** How the clock of a run stood from an instant on, until something moved it. */
export interface Stage {
  readonly since: EpochMs;
  /** The unit, calendar and counting in which its time is measured; absent while they aren't known. */
  readonly terms: { readonly unit: UnitFacts; readonly timetable: Timetable } | undefined;
  readonly clock: {
    /** Set while the clock is stopped: a due instant that stops may move moves with `t`. */
    readonly stoppedSince?: EpochMs | undefined;
    /** Due as known at `t`, as if a stop under way ended then. */
    dueAt(t: EpochMs): { readonly at: EpochMs } | undefined;
    stopsUntil(t: EpochMs): readonly Stop[];
    /** Whether no extension counts another time than the limit, nor days. */
    readonly isEven: boolean;
  };
}

/** What was known when of a run that has, or had, a due instant: what ladders need. */
export interface RunTiming {
  readonly from: EpochMs;
  /** When it was done or ended otherwise. */
  readonly endedAt: EpochMs | null;
  /** In order; the first begins when the run came into being, the last one holds. */
  readonly stages: readonly Stage[];
}

export interface Judging {
  /** Whether verdicts carry their steps. */
  readonly trace: boolean;
  /** Whether anybody wants to know the timing of runs. */
  readonly timed: boolean;
  /** Takes what the standard noticed about the case's log. */
  report(finding: Finding): void;
  /** Takes the instant at which a further run begins if nothing happens. */
  expect(at: EpochMs): void;
  /** What is judged of the organisation's log; `undefined`: a case is judged. */
  readonly range?: OrganisationLog['range'];
}

/** Somebody on duty in `[from, to)`, as the organisation's records say; further keys are attributes of the shift. */
export interface Shift {
  readonly who: string;
  readonly post?: string;
  readonly from: InstantInput;
  /** Absent or `null`: still on duty. */
  readonly to?: InstantInput | null;
  readonly [attribute: string]: unknown;
}

/** A checked shift; one that isn't over ends at infinity. */
export interface ShiftSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly source: Shift;
}

/** What the organisation itself did, and who was on duty. */
export interface OrganisationLog {
  /** Its events, in order and none after `asOf`; there are no attributes but those of events, and its id says nothing. */
  readonly timeline: Timeline;
  /** By their beginning; none that begins after `asOf`. */
  readonly shifts: readonly ShiftSpan[];
  /** What is to be judged, `[from, to)`; it may end after `asOf`. */
  readonly range: { readonly from: EpochMs; readonly to: EpochMs };
}

/** A standard made ready to judge any number of cases. */
export interface CompiledStandard {
  readonly label: Label;
  /** Judges a case; its runs go to the others. */
  judge(timeline: Timeline, judging: Judging, runs: Run[]): void;
  /** Judges the organisation's log, where that is what the standard is about, or may be. */
  judgeOrganisation?(log: OrganisationLog, judging: Judging, runs: Run[]): void;
}

/** What any standard of any kind has. */
export interface AnyStandard extends Part {
  readonly kind: string;
}

/**
 * A kind of rule: the shape of its standards, and how one becomes a judge of timelines. A kind that has no clock of
 * its own compiles by `compileJudge`, and says only what became of each run.
 */
export interface StandardKind<S extends AnyStandard = AnyStandard> {
  readonly kind: S['kind'];
  readonly shape: Shape;
  compile(standard: S, setting: PolicySetting): CompiledStandard;
}
