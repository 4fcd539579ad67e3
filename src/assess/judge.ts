import { type Timeline, timelineOf } from '../case/timeline.ts';
import type { CaseInput, Finding } from '../case/types.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { versionsOf } from '../policy/versions.ts';
import { reportMissing } from '../standards/applies.ts';
import type { Run } from '../standards/kind.ts';
import type { Verdict } from '../standards/verdict.ts';
import { caseFindings } from './case-findings.ts';
import type { Assessment } from './types.ts';

/** Nothing is ever put in. */
const none: never[] = [];

/** A case as judged, with what it was judged from. */
export interface Judged {
  readonly assessment: Assessment;
  readonly timeline: Timeline;
  readonly policy: Policy;
}

/**
 * Judges one case at one moment.
 *
 * @throws CaseError for a case that isn't one; PolicyError `policy.none-in-force`.
 */
export type Judge = (
  input: CaseInput,
  options: { readonly asOf: EpochMs; readonly trace: boolean },
) => Judged;

/** A judge for any number of cases under one policy, or under its versions. */
export function prepareJudge(policy: PolicyOrVersions): Judge {
  const versionAt = versionsOf(policy);
  return (input, { asOf, trace }) => {
    const timeline = timelineOf(input, asOf);
    const prepared = versionAt((timeline.first('received') ?? timeline.events[0])?.at ?? asOf);
    timeline.classify(prepared.codes);
    const findings: Finding[] = caseFindings(timeline, prepared.pauses);
    const timed = prepared.ladders.length > 0;
    let next = Number.POSITIVE_INFINITY;
    const expect = (at: EpochMs | null) => {
      if (at !== null && at < next) next = at;
    };
    let seen: Set<string> | undefined;
    // Several standards may notice the same thing, and one may notice it in each of many runs.
    const report = (finding: Finding) => {
      seen ??= new Set(findings.map(nameOf));
      if (seen.size < seen.add(nameOf(finding)).size) findings.push(finding);
    };
    const judging = { trace, timed, report, expect };
    const runs: Run[] = timed ? [] : none;
    const verdicts: Verdict[] = [];
    for (const standard of prepared.standards) {
      for (const run of standard.judge(timeline, judging)) {
        verdicts.push(trace ? cited(run.verdict, prepared.policy) : run.verdict);
        expect(run.changesAt);
        if (timed) runs.push(run);
      }
    }
    for (const row of prepared.reads) {
      const answer = row(timeline.lookupAt(asOf));
      if (typeof answer === 'string') reportMissing(answer, judging.report);
    }
    const rungs = timed ? prepared.ladders.flatMap((ladder) => ladder.play(timeline, runs)) : none;
    for (const { changesAt } of rungs) expect(changesAt);
    const { id, version } = prepared.policy;
    for (const attribute of timeline.misread) findings.push(misread(attribute));
    const assessment: Assessment = {
      case: timeline.id,
      policy: { id, version },
      verdicts,
      escalations: rungs.map(({ escalation }) => escalation),
      nextChange: next === Number.POSITIVE_INFINITY ? null : new Date(next),
      findings,
    };
    return { assessment, timeline, policy: prepared.policy };
  };
}

/** A verdict with what its standard is called and where the rulebook has it, for whoever explains it. */
export function cited(verdict: Verdict, { standards }: Policy): Verdict {
  const { title, clause } = standards.find(({ id }) => id === verdict.standard)!;
  return { ...verdict, ...(title !== undefined && { title }), ...(clause !== undefined && { clause }) };
}

const misread = (attribute: string): Finding => ({
  code: 'attribute.type',
  path: [attribute],
  message: `${attribute} is neither text, a number, true, false, null nor an instant: it counts as absent`,
});

const nameOf = ({ code, message, events }: Finding) => `${code} ${message} ${events}`;
