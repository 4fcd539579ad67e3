import { listOf } from '../../audit/combine-versions.ts';
import type { PolicyOrVersions } from '../../policy/types.ts';
import { policyVersions } from '../../sql/policy-versions.ts';
import { writtenPolicy } from '../../sql/written-policies.ts';
import type { AuditFlags } from '../audit-flags.ts';

/** Options that ask for what no statement tells. */
export const optionsBeyond = ({ against, organisation }: AuditFlags): string[] => [
  ...(against === undefined ? [] : ['--against']),
  ...(organisation === undefined ? [] : ['--organisation']),
];

/** The kinds of which `suspectsSql` knows the findings. */
const kindsKnown: readonly string[] = ['deadline', 'order', 'bound', 'notice'];

/** The same of the parts of the policies, each once. */
export function partsBeyond(policy: PolicyOrVersions): string[] {
  const all = { only: undefined, period: undefined };
  const refused = policyVersions(policy, 0).flatMap((version) => writtenPolicy(version, all).refused);
  const beyond = [
    ...refused.map(({ standard }) => standard),
    ...listOf(policy).flatMap(({ kpis = [], ladders = [], standards }) => [
      ...ladders.map(({ id }) => id),
      // Which complaint repeats another hangs on all cases, and the package judges some of them.
      ...kpis.flatMap(({ id, key }) => (key === undefined ? [] : [id])),
      ...standards.flatMap(({ kind, id }) => (kindsKnown.includes(kind) ? [] : [id])),
    ]),
  ];
  return [...new Set(beyond)];
}
