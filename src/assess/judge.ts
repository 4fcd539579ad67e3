import { type Timeline, timelineOf } from '../case/timeline.ts';
import type { CaseInput, Finding } from '../case/types.ts';
import type { Played } from '../escalation/compile-ladder.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { versionsOf } from '../policy/versions.ts';
import { beyondSpan } from '../standards/beyond-span.ts';
import { caseStart } from '../standards/case-start.ts';
import type { Judging } from '../standards/kind.ts';
import { addRuns, type Run } from '../standards/settle.ts';
import type { Verdict } from '../standards/verdict.ts';
import { caseFindings } from './case-findings.ts';
import type { Assessment } from './types.ts';

/** A case as judged: plain numbers, and what they were judged from. */
export interface Judged {
  readonly timeline: Timeline;
  readonly policy: Policy;
  /** Whether its verdicts tell their way. */
  readonly trace: boolean;
  readonly runs: readonly Run[];
  readonly rungs: readonly Played[];
  readonly findings: readonly Finding[];
  /** When a further run begins if nothing happens; infinity: never. */
  readonly begins: EpochMs;
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
    const prepared = versionAt(caseStart(timeline) ?? asOf);
    timeline.classify(prepared.codes);
    const findings: Finding[] = caseFindings(timeline, prepared.pauses);
    let begins = Number.POSITIVE_INFINITY;
    let seen: Set<string> | undefined;
    const judging: Judging = {
      trace,
      timed: prepared.timed,
      // Several standards may notice the same thing, and one may notice it in each of many runs.
      report(finding) {
        seen ??= new Set(findings.map(nameOf));
        if (seen.size < seen.add(nameOf(finding)).size) findings.push(finding);
      },
      expect(at) {
        begins = Math.min(begins, at);
      },
    };
    const runs: Run[] = [];
    for (const { judge, label } of prepared.standards) {
      try {
        judge(timeline, judging, runs);
      } catch (error) {
        addRuns(beyondSpan(error, judging), label, timeline, runs);
      }
    }
    for (const row of prepared.reads) {
      const answer = row(timeline.lookupAt(asOf));
      if (typeof answer === 'string') timeline.lack(answer);
    }
    const rungs: Played[] = [];
    for (const ladder of prepared.ladders) {
      try {
        rungs.push(...ladder.play(timeline, runs));
      } catch (error) {
        beyondSpan(error, judging);
      }
    }
    timeline.noteAttributes(findings);
    return { timeline, policy: prepared.policy, trace, runs, rungs, findings, begins };
  };
}

/** A case as judged, in the public form. */
export function assessmentOf({ timeline, policy, trace, runs, rungs, findings, begins }: Judged): Assessment {
  let next = begins;
  const verdicts = runs.map((run) => {
    next = Math.min(next, run.changesAt ?? next);
    const verdict = run.toVerdict(trace);
    return trace ? cited(verdict, policy) : verdict;
  });
  for (const { changesAt } of rungs) next = Math.min(next, changesAt);
  return {
    case: timeline.id,
    policy: { id: policy.id, version: policy.version },
    verdicts,
    escalations: rungs.map(({ escalation }) => escalation),
    nextChange: next === Number.POSITIVE_INFINITY ? null : new Date(next),
    findings,
  };
}

/** A verdict with what its standard is called and where the rulebook has it, for whoever explains it. */
export function cited(verdict: Verdict, { standards }: Policy): Verdict {
  const { title, clause } = standards.find(({ id }) => id === verdict.standard)!;
  return { ...verdict, ...(title !== undefined && { title }), ...(clause !== undefined && { clause }) };
}

const nameOf = ({ code, message, events }: Finding) => `${code} ${message} ${events}`;
