import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { invalidPolicy } from '../errors/policy-error.ts';
import { shapeProblems } from '../errors/shape.ts';
import { withParameters } from '../standards/parameters.ts';
import type { Severity } from '../standards/verdict.ts';
import { checkOptions } from './check-options.ts';
import { isPart } from './is-part.ts';
import { kpiShape } from './shape.ts';
import { Tally, type TallyDefinition } from './tally.ts';
import type { KpiSpec } from './types.ts';

/** What a tally reads of a policy. */
export interface TallyPolicy {
  readonly standards: readonly {
    readonly id: string;
    readonly severity?: Severity;
    readonly calendar?: string;
  }[];
  readonly kpis?: readonly KpiSpec[];
  readonly calendar: CalendarSpec;
  readonly calendars?: Readonly<Record<string, CalendarSpec>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface TallyOptions {
  /** Attributes by which every KPI is shown once more, after its own rows. */
  readonly groupBy?: readonly string[];
}

/**
 * An empty tally for the standards and KPIs of a policy. Periods are civil ones in the policy's zone.
 *
 * A KPI that reads a parameter nobody has set can't be counted and has no rows; nor has a composite that weighs it.
 *
 * @throws PolicyError `policy.invalid` with everything that is wrong with the KPIs
 * @throws KpiError `kpi.option`, `kpi.unknown-key`
 * @example
 * const tally = createTally(policy);
 * const { verdicts } = assess(ticket, policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * tally.add({ timeline: null, verdicts });
 * tally.standards() // => [{ id: 'answer', runs: 1, met: 0, late: 1, ... }]
 */
export function createTally(policy: TallyPolicy, options?: TallyOptions): Tally {
  const { groupBy = [] } = checkOptions(options, 'groupBy');
  if (!Array.isArray(groupBy)) {
    const expected = 'a list of attributes';
    throw new KpiError('kpi.option', { name: 'groupBy', given: groupBy, expected }, { path: ['groupBy'] });
  }
  if (!Array.isArray(policy?.standards)) throw invalidPolicy([noPolicy]);
  const { calendar, calendars = {}, standards } = policy;
  const named = Object.keys(calendars);
  const kpis = countable(policy);
  check(kpis, policy);
  return new Tally({
    timeZone: timetableOf(calendar).zone.name,
    // A name that an older version of a policy has alone stands for the policy's own calendar.
    standards: standards.map(({ id, severity = 'hard', calendar: name }) => ({
      id,
      severity,
      calendar: named.indexOf(name!) + 1,
    })),
    calendars: [calendar, ...Object.values(calendars)],
    kpis: withParts(kpis.flatMap(({ spec }) => cutsOf(spec, groupBy))),
  });
}

const noPolicy = {
  severity: 'error',
  code: 'policy.shape',
  path: [],
  message: 'expected a policy, with its standards',
} as const;

interface Countable {
  readonly index: number;
  readonly spec: KpiSpec;
}

/** The KPIs with their parameters put in; those that lack one, and what weighs them, can't be counted. */
function countable({ kpis = [], parameters = {} }: TallyPolicy): Countable[] {
  const unset = new Set<string>();
  const found = kpis.map((kpi, index) => ({
    index,
    spec: withParameters(
      kpi,
      (name) => parameters[name] ?? undefined,
      () => void unset.add(kpi.id),
    ),
  }));
  return found.filter(
    ({ spec: { id, weights = {} } }) =>
      !unset.has(id) && !Object.keys(weights).some((part) => unset.has(part)),
  );
}

function check(kpis: readonly Countable[], { standards }: TallyPolicy): void {
  const known = {
    standard: standards.map(({ id }) => id),
    kpi: kpis.filter(({ spec }) => spec.measure !== 'composite').map(({ spec }) => spec.id),
  };
  const problems = kpis.flatMap(({ index, spec }) =>
    shapeProblems(kpiShape, spec, { layer: 'policy', known }).map((problem) => ({
      ...problem,
      path: ['kpis', index, ...problem.path],
    })),
  );
  if (problems.length > 0) throw invalidPolicy(problems);
}

/** A KPI by its own groups and, if that makes a difference, by further ones too. */
function cutsOf(spec: KpiSpec, groupBy: readonly string[]): TallyDefinition['kpis'] {
  const own = spec.groupBy ?? [];
  const further = groupBy.filter((attribute) => !own.includes(attribute));
  const cut = { spec, groupBy: own };
  return further.length === 0 ? [cut] : [cut, { spec, groupBy: [...own, ...further] }];
}

/** Beside each composite what it weighs, counted by the composite's own periods and groups where nobody does yet. */
function withParts(cuts: TallyDefinition['kpis']): TallyDefinition['kpis'] {
  const all = [...cuts];
  for (const { spec: whole, groupBy } of cuts) {
    for (const id of Object.keys(whole.weights ?? {})) {
      if (all.some((cut) => isPart(cut, id, whole, groupBy))) continue;
      const { period = 'month', dayStart = '00:00' } = whole;
      const { spec } = cuts.find((cut) => cut.spec.id === id)!;
      all.push({ spec: { ...spec, period, dayStart }, groupBy, hidden: true });
    }
  }
  return all;
}
