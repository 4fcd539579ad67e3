import { kindsOf } from '../policy/kinds.ts';
import type { Policy } from '../policy/types.ts';
import { describeBound } from '../standards/bound/describe.ts';
import type { BoundStandard } from '../standards/bound/standard.ts';
import { describeCadence } from '../standards/cadence/describe.ts';
import type { CadenceStandard } from '../standards/cadence/standard.ts';
import { describeDeadline } from '../standards/deadline/describe.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import type { OwnKind, OwnStandard } from '../standards/define-standard-kind.ts';
import type { AnyStandard } from '../standards/kind.ts';
import type { Locale } from '../standards/local-text.ts';
import { describeNotice } from '../standards/notice/describe.ts';
import type { NoticeStandard } from '../standards/notice/standard.ts';
import { describeOrder } from '../standards/order/describe.ts';
import type { OrderStandard } from '../standards/order/standard.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';

type Describe = (standard: AnyStandard, locale: Locale) => string;

/** What each kind that the package brings promises, in words; apart from the kinds, which judge without it. */
const descriptions: Readonly<Record<string, Describe>> = {
  deadline: (standard, locale) => describeDeadline(standard as DeadlineStandard, locale),
  cadence: (standard, locale) => describeCadence(standard as CadenceStandard, locale),
  notice: (standard, locale) => describeNotice(standard as NoticeStandard, locale),
  bound: (standard, locale) => describeBound(standard as BoundStandard, locale),
  order: (standard, locale) => describeOrder(standard as OrderStandard, locale),
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
