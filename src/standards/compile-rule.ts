import type { Timetable } from '../calendar/timetable.ts';
import type { ParameterReference, RowAnswer, When } from '../case/conditions.ts';
import { compileSelectors, type EventMatch, type Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import { exemptByDefault } from './exempt-by-default.ts';
import type { AnyStandard, CompiledStandard, Judging, PolicySetting } from './kind.ts';
import { resolveParameters } from './parameters.ts';
import { addRuns, labelOf, type Settled } from './settle.ts';

/** Says what became of each run of a rule on one timeline; nothing where it opens none. */
export type Rule = (timeline: Timeline, judging: Judging) => readonly Settled[];

/** Keys that kinds share. */
export interface RuleKeys {
  /** The cases it applies to, by their attributes when a run starts. */
  readonly when?: When;
  /** Ends a run without a verdict on it. Default: withdrawn, merged, invalidated. */
  readonly exemptOn?: Selectors | ParameterReference;
  /** One of the policy's named calendars; its own by default. */
  readonly calendar?: string;
}

/** What a rule is made of, besides its own keys. */
export interface RuleTerms {
  readonly applies: RowAnswer;
  readonly exempts: EventMatch;
  readonly timetable: Timetable;
}

/**
 * Makes a standard ready by a rule over its own keys, which come with parameters as their values. While nobody has set
 * one of these, each run is undetermined.
 */
export function compileRule<S extends AnyStandard & RuleKeys>(
  given: S,
  setting: PolicySetting,
  prepare: (standard: S, terms: RuleTerms) => Rule,
): CompiledStandard {
  const { known: standard, missing } = resolveParameters(given, setting.parameter);
  const { when = {}, exemptOn = exemptByDefault, calendar } = standard;
  const timetable = setting.timetable(calendar);
  const rule = prepare(standard, {
    applies: setting.row(when),
    exempts: compileSelectors(exemptOn as Selectors),
    timetable,
  });
  const label = labelOf(standard, timetable);
  return {
    label,
    judge(timeline, judging, runs) {
      let settled = rule(timeline, judging);
      if (settled.length === 0) return;
      if (missing.length > 0)
        settled = settled.map(({ from }) => ({ status: 'undetermined', missing, from }));
      addRuns(settled, label, timeline, runs);
    },
  };
}
