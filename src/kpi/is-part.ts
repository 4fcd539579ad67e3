import type { KpiSpec } from './types.ts';

/** A KPI with the attributes that group it. */
export interface Cut {
  readonly spec: KpiSpec;
  readonly groupBy: readonly string[];
}

/** Whether a composite finds in this cut what it weighs by an id: a KPI over the same periods and groups. */
export function isPart(
  { spec, groupBy }: Cut,
  id: string,
  whole: KpiSpec,
  groups: readonly string[],
): boolean {
  return spec.id === id && periodsOf(spec) === periodsOf(whole) && groupBy.join('\0') === groups.join('\0');
}

const periodsOf = ({ period = 'month', dayStart = '00:00' }: KpiSpec) => `${period} ${dayStart}`;
