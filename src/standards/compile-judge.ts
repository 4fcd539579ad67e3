import type { Calendar } from '../calendar/spec.ts';
import { compileRow, type When } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import type { EpochMs } from '../instant/types.ts';
import { appliesAt } from './applies.ts';
import { caseStart } from './case-start.ts';
import type { AnyStandard, CompiledStandard, PolicySetting } from './kind.ts';
import { type Outcome, settledBy } from './outcome.ts';
import { resolveParameters } from './parameters.ts';
import type { LocalText } from './part.ts';
import { addRuns, labelOf } from './settle.ts';

/** What a judge sees of one case at one moment. Instants are epoch ms, which every function of the package takes. */
export interface JudgeContext {
  /** The case: its events in order, none after `asOf`, and what its attributes were at any instant. */
  readonly timeline: Timeline;
  /** The moment of evaluation. */
  readonly asOf: EpochMs;
  /** The calendar that the standard names, or the policy's own. */
  readonly calendar: Calendar;
  /** Takes what is odd about the case's log. */
  report(finding: Finding): void;
}

/** Says what became of each run of a standard on one case; nothing where it opens none. */
export type Judge<S> = (standard: S, context: JudgeContext) => readonly Outcome[];

/** Keys that the package itself sees to, whatever the kind. */
interface CommonKeys {
  readonly when?: When;
  readonly calendar?: string;
}

/** What a kind brings besides its judge. */
export interface JudgeExtras<S> {
  /** Makes of a standard whose parameters are known what its judge expects. */
  readonly read: (standard: S) => S;
  /** The promise in words, which traced verdicts carry. */
  readonly promise: (standard: S) => LocalText;
}

/**
 * Makes a standard ready by a judge that says what became of each run. The judge gets parameters as their values, and
 * only cases to which the standard applies when they begin; while nobody has set a parameter, verdicts are undetermined.
 */
export function compileJudge<S extends AnyStandard>(
  judge: Judge<S>,
  given: S & CommonKeys,
  setting: PolicySetting,
  { read, promise }: JudgeExtras<S>,
): CompiledStandard {
  const { known, missing } = resolveParameters(given, setting.parameter);
  const standard: S = missing.length > 0 ? known : read(known);
  const when = compileRow(known.when ?? {});
  const calendar = setting.calendar(known.calendar);
  const told = missing.length > 0 ? undefined : promise(standard);
  const label = labelOf(known, setting.timetable(known.calendar), told);
  return {
    label,
    judge(timeline, { report }, runs) {
      const { asOf } = timeline;
      if (!appliesAt(when, timeline, caseStart(timeline) ?? asOf)) return;
      const outcomes: readonly Outcome[] =
        missing.length > 0
          ? [{ status: 'undetermined', missing }]
          : judge(standard, { timeline, asOf, calendar, report });
      const settled = outcomes.map((outcome) => settledBy(outcome, known.kind));
      addRuns(settled, label, timeline, runs);
    },
  };
}
