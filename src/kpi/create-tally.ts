import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { withParameters } from '../standards/parameters.ts';
import type { Severity } from '../standards/verdict.ts';
import { checkKpi } from './check-kpi.ts';
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
 * @example
 * const tally = createTally(policy);
 * const { verdicts } = assess(ticket, policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * tally.add({ timeline: null, verdicts });
 * tally.standards() // => [{ id: 'answer', runs: 1, met: 0, late: 1, ... }]
 */
export function createTally(policy: TallyPolicy, { groupBy = [] }: TallyOptions = {}): Tally {
  const { calendar, standards } = policy;
  return new Tally({
    timeZone: timetableOf(calendar).zone.name,
    standards: standards.map(({ id, severity = 'hard' }) => ({ id, severity })),
    kpis: countable(policy).flatMap((spec) => cutsOf(spec, groupBy)),
  });
}

/** The KPIs with their parameters put in; those that lack one, and what weighs them, can't be counted. */
function countable({ kpis = [], parameters = {} }: TallyPolicy): KpiSpec[] {
  const unset = new Set<string>();
  const found: KpiSpec[] = [];
  for (const [index, kpi] of kpis.entries()) {
    const spec = withParameters(
      kpi,
      (name) => parameters[name] ?? undefined,
      () => void unset.add(kpi.id),
    );
    if (unset.has(kpi.id)) continue;
    check(spec, kpis, ['kpis', index]);
    found.push(spec);
  }
  return found.filter(({ weights = {} }) => !Object.keys(weights).some((id) => unset.has(id)));
}

function check(spec: KpiSpec, all: readonly KpiSpec[], path: ErrorPath): void {
  checkKpi(spec, path);
  if (spec.key !== undefined)
    throw new KpiError('kpi.not-built', { what: 'a repeat found by key' }, { path: [...path, 'key'] });
  for (const id of Object.keys(spec.weights ?? {})) checkPart(spec, id, all, path);
}

/** A composite weighs other KPIs of the same periods and groups. */
function checkPart(spec: KpiSpec, id: string, all: readonly KpiSpec[], path: ErrorPath): void {
  const part = all.find((kpi) => kpi.id === id);
  const fits = part !== undefined && part.measure !== 'composite' && cutOf(part) === cutOf(spec);
  if (!fits) throw new KpiError('kpi.composite', { given: id }, { path: [...path, 'weights', id] });
}

const cutOf = ({ period = 'month', dayStart, groupBy = [] }: KpiSpec): string =>
  JSON.stringify([period, dayStart, groupBy]);

/** A KPI by its own groups and, if that makes a difference, by further ones too. */
function cutsOf(spec: KpiSpec, groupBy: readonly string[]): TallyDefinition['kpis'] {
  const own = spec.groupBy ?? [];
  const further = groupBy.filter((attribute) => !own.includes(attribute));
  const cut = { spec, groupBy: own };
  return further.length === 0 ? [cut] : [cut, { spec, groupBy: [...own, ...further] }];
}
