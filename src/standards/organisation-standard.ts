import { judgeCoverage } from './coverage/judge-coverage.ts';
import { judgeDuty } from './duty/judge-duty.ts';
import type { AnyStandard, PolicySetting } from './kind.ts';
import { compileOrganisationJudge, type OrganisationJudge, type PrepareJudge } from './organisation-judge.ts';

/** How the kinds judge that are about the organisation alone. Whoever judges no organisation never loads them. */
const judges: Readonly<Record<string, PrepareJudge<never>>> = { coverage: judgeCoverage, duty: judgeDuty };

/** The standard ready to judge the organisation; `undefined` where its kind is about cases. */
export function organisationStandard(
  standard: AnyStandard,
  setting: PolicySetting,
): OrganisationJudge | undefined {
  const judge = Object.hasOwn(judges, standard.kind) ? judges[standard.kind] : undefined;
  return judge && compileOrganisationJudge(judge, standard as never, setting);
}
