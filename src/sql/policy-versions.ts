import type { Policy, PolicyOrVersions } from '../policy/types.ts';
import { spansOf } from '../policy/versions.ts';
import type { PolicySetting } from '../standards/kind.ts';
import { allOf } from './conditions.ts';

/** A version of a policy, and how a row of `d_facts` tells that its case is judged by it. */
export interface PolicyVersion {
  readonly policy: Policy;
  readonly setting: PolicySetting;
  readonly inForce: (row: string) => string;
}

/** The versions in order; a case is judged by the one in force when it began, one without events by that of the moment. */
export function policyVersions(policy: PolicyOrVersions, asOf: number): PolicyVersion[] {
  return spansOf(policy).map(({ from, to, prepared }) => ({
    policy: prepared.policy,
    setting: prepared.setting,
    inForce: (row) => {
      const start = `COALESCE(${row}.start_ms, ${asOf})`;
      return allOf([
        ...(Number.isFinite(from) ? [`${start} >= ${from}`] : []),
        ...(to === undefined ? [] : [`${start} < ${to}`]),
      ]);
    },
  }));
}
