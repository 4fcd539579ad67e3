import { kindsOf } from '../policy/kinds.ts';
import type { Policy } from '../policy/types.ts';
import { describeBound } from '../standards/bound/describe.ts';
import { describeCadence } from '../standards/cadence/describe.ts';
import { describeChecklist } from '../standards/checklist/describe.ts';
import { describeCoverage } from '../standards/coverage/describe.ts';
import { describeDeadline } from '../standards/deadline/describe.ts';
import type { OwnKind, OwnStandard } from '../standards/define-standard-kind.ts';
import { describeDuty } from '../standards/duty/describe.ts';
import type { AnyStandard } from '../standards/kind.ts';
import type { Locale } from '../standards/local-text.ts';
import { describeNotice } from '../standards/notice/describe.ts';
import { describeOrder } from '../standards/order/describe.ts';
import { describeOwnership } from '../standards/ownership/describe.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';
import { describeWording } from '../standards/wording/describe.ts';

// biome-ignore lint/suspicious/noExplicitAny: each describes standards of its own kind; `never` would refuse them all at the call
type Describe = (standard: any, locale: Locale) => string;

/** What each kind that the package brings promises, in words; apart from the kinds, which judge without it. */
const descriptions: Readonly<Record<string, Describe>> = {
  cadence: describeCadence,
  notice: describeNotice,
  bound: describeBound,
  order: describeOrder,
  deadline: describeDeadline,
  ownership: describeOwnership,
  checklist: describeChecklist,
  wording: describeWording,
  duty: describeDuty,
  coverage: describeCoverage,
};

/** What a standard of a policy promises, in words: parameters are put in as far as the policy sets them. */
export function describeStandard(policy: Policy, id: string, locale: Locale): string | undefined {
  const given = policy.standards.find((standard) => standard.id === id);
  if (given === undefined) return undefined;
  const standard: AnyStandard = withParameters(given, parametersIn(policy.parameters), (unset) => unset);
  const own = kindsOf(policy).find(({ kind }) => kind === standard.kind) as OwnKind | undefined;
  if (own !== undefined) return own.describe(standard as OwnStandard, locale);
  return descriptions[standard.kind]?.(standard, locale);
}
