import type { CaseInput } from '../case/types.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { InstantInput } from '../instant/types.ts';
import type { Policy } from '../policy/types.ts';
import { assessmentOf, type Judge, prepareJudge } from './judge.ts';
import type { Assessment } from './types.ts';

/** The moment of an assessment, and how much it tells. */
export interface AssessOptions {
  /** The moment of evaluation; events after it are ignored, with a finding. */
  readonly asOf: InstantInput;
  /** Whether verdicts carry their steps. Default: true. */
  readonly trace?: boolean;
}

/** Judges by policy or list of versions, of those that are frozen. */
const judges = new WeakMap<object, Judge>();

/**
 * Everything about one case under one policy at one moment: a verdict for each run of each standard that applies,
 * who must be told when, the instant at which to look again, and what is odd about the log.
 *
 * Of several versions, the one in force at the case's first `received` judges it. The inputs are not changed.
 *
 * @throws CaseError for a case that isn't one (no id, no event type, a bad instant), with the path into it.
 * @throws PolicyError `policy.none-in-force` when no version is.
 * @example
 * assess(
 *   { id: 'T-1', kind: 'inquiry', events: [{ type: 'received', at: '2026-09-29T16:40:00+08:00' }] },
 *   definePolicy({
 *     id: 'acme', version: '1', calendar: { timeZone: 'Asia/Shanghai', week: 'always' },
 *     standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' }],
 *   }),
 *   { asOf: '2026-09-30T10:00:00+08:00' },
 * ).nextChange?.toISOString() // => '2026-09-30T08:40:00.001Z'
 */
export function assess<StandardId extends string>(
  input: CaseInput,
  policy: Policy<StandardId> | readonly Policy<StandardId>[],
  options: AssessOptions,
): Assessment<StandardId> {
  const { asOf, trace = true } = options ?? {};
  const judge = judges.get(policy) ?? judgeOf(policy);
  return assessmentOf(judge(input, { asOf: toEpoch(asOf, ['asOf']), trace })) as Assessment<StandardId>;
}

/** A list of versions that isn't frozen may hold others tomorrow. */
function judgeOf(policy: Policy | readonly Policy[]): Judge {
  const judge = prepareJudge(policy);
  if (Object.isFrozen(policy)) judges.set(policy, judge);
  return judge;
}
