import type { KpiSpec, Period } from '../kpi/types.ts';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { Policy } from '../policy/types.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';
import { isOfRuns, isWritten } from './kpi-tallies.ts';
import type { PolicyVersion } from './policy-versions.ts';
import { isAboutCases, type Refusal, refusalOf } from './refusals.ts';

/** The parts of a policy that are written as SQL, and why the others aren't. */
export interface Written {
  readonly policy: Policy;
  readonly refused: readonly Refusal[];
}

/** A version of a policy without what can't be written; its KPIs by another period, where one is asked for. */
export function writtenPolicy(
  { policy, setting }: PolicyVersion,
  { only, period }: { readonly only: readonly string[] | undefined; readonly period: Period | undefined },
): Written {
  const refused: Refusal[] = [];
  const unknown = new Set<string>();
  const standards = policy.standards.filter((standard) => {
    if (only?.includes(standard.id) === false) {
      unknown.add(standard.id);
      return false;
    }
    const refusal = isAboutCases(standard.kind) ? refusalOf(standard, setting) : undefined;
    if (refusal === undefined) return true;
    refused.push(refusal);
    unknown.add(standard.id);
    return false;
  });
  const kpis: KpiSpec[] = [];
  const left = new Set<string>();
  for (const kpi of policy.kpis ?? []) {
    const what = kpiRefusal(kpi, policy, unknown);
    if (what === undefined) {
      kpis.push(period === undefined ? kpi : { ...kpi, period });
      continue;
    }
    left.add(kpi.id);
    // What measures a standard that was left out goes with it.
    if (what !== '') refused.push({ standard: kpi.id, what });
  }
  const { ladders: _, ...rest } = JSON.parse(JSON.stringify(policy)) as Policy;
  const whole = kpis.filter(({ weights = {} }) => !Object.keys(weights).some((part) => left.has(part)));
  return { policy: parsePolicy({ ...rest, standards, kpis: whole }), refused };
}

/** Why a KPI isn't written; empty where what it measures isn't. */
function kpiRefusal(given: KpiSpec, policy: Policy, unknown: ReadonlySet<string>): string | undefined {
  const kpi = withParameters(given, parametersIn(policy.parameters), () => undefined);
  const { measure, of, groupBy = [], when = {} } = kpi;
  if (!isWritten(measure)) return `measure ${measure} is`;
  if (isOfRuns(measure) && (groupBy.includes('owner') || Object.hasOwn(when, 'owner')))
    return 'a KPI by owner is';
  if (of !== undefined && unknown.has(of)) return '';
  if (isOfRuns(measure) && of === undefined && unknown.size > 0) return '';
  return undefined;
}
