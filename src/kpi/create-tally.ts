import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { withParameters } from '../standards/parameters.ts';
import type { Severity } from '../standards/verdict.ts';
import { checkKpi } from './check-kpi.ts';
import { resultOf } from './result-of.ts';
import { Tally, type TallyDefinition } from './tally.ts';
import type { KpiSpec } from './types.ts';

/** What a tally reads of a policy. */
export interface TallyPolicy {
  readonly standards: readonly { readonly id: string; readonly severity?: Severity }[];
  readonly kpis?: readonly KpiSpec[];
  readonly calendar: CalendarSpec;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface TallyOptions {
  /** Attributes by which every KPI is shown once more, after its own rows. */
  readonly groupBy?: readonly string[];
}

/**
 * An empty tally for the standards and KPIs of a policy. Periods are civil ones in the policy's zone.
 *
 * A KPI that reads a parameter nobody has set can't be counted and has no rows.
 *
 * @throws KpiError if a KPI doesn't fit its measure or names no standard of the policy
 */
export function createTally(policy: TallyPolicy, { groupBy = [] }: TallyOptions = {}): Tally {
  const { calendar, standards, kpis = [] } = policy;
  return new Tally({
    timeZone: timetableOf(calendar).zone.name,
    standards: standards.map(({ id, severity = 'hard' }) => ({ id, severity })),
    kpis: kpis.flatMap((kpi, index) => resolve(policy, kpi, index)).flatMap((spec) => cutsOf(spec, groupBy)),
  });
}

function resolve({ parameters = {} }: TallyPolicy, kpi: KpiSpec, index: number): KpiSpec[] {
  const missing = new Set<string>();
  const spec = withParameters(kpi, (name) => parameters[name] ?? undefined, missing);
  if (missing.size > 0) return [];
  checkKpi(spec, ['kpis', index]);
  checkBuilt(spec, ['kpis', index]);
  return [spec];
}

/** A KPI by its own groups and, if that makes a difference, by further ones too. */
function cutsOf(spec: KpiSpec, groupBy: readonly string[]): TallyDefinition['kpis'] {
  const own = spec.groupBy ?? [];
  const further = groupBy.filter((attribute) => !own.includes(attribute));
  const cut = { spec, groupBy: own };
  return further.length === 0 ? [cut] : [cut, { spec, groupBy: [...own, ...further] }];
}

function checkBuilt({ measure, key }: KpiSpec, path: ErrorPath): void {
  if (resultOf[measure] === undefined) throw new KpiError('kpi.not-built', { what: measure }, { path });
  if (key !== undefined) throw new KpiError('kpi.not-built', { what: 'key' }, { path });
}
