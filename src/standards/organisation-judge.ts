import type { AnyStandard, CompiledStandard, Judging, OrganisationLog, PolicySetting } from './kind.ts';
import { resolveParameters } from './parameters.ts';
import { addRuns, labelOf, type Settled } from './settle.ts';

/** Makes a judge of the organisation's log from a standard whose parameters are known. */
export type PrepareJudge<S> = (
  standard: S,
  setting: PolicySetting,
) => (log: OrganisationLog, judging: Judging) => readonly Settled[];

/** A standard made ready to judge the organisation's log. */
export type OrganisationJudge = Required<Pick<CompiledStandard, 'judgeOrganisation'>>;

/** Makes a standard about the organisation ready; while nobody has set a parameter, its verdict is undetermined. */
export function compileOrganisationJudge<S extends AnyStandard>(
  prepare: PrepareJudge<S>,
  given: S & { readonly calendar?: string },
  setting: PolicySetting,
): OrganisationJudge {
  const { known: standard, missing } = resolveParameters(given, setting.parameter);
  const label = labelOf(standard, setting.timetable(standard.calendar));
  return {
    judgeOrganisation(log, judging, runs) {
      const settled: readonly Settled[] =
        missing.length > 0 ? [{ status: 'undetermined', missing }] : prepare(standard, setting)(log, judging);
      addRuns(settled, label, log.timeline, runs);
    },
  };
}
