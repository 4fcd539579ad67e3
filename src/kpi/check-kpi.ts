import type { ErrorPath } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { checkChoice } from './check-counts.ts';
import { parseGoal } from './parse-goal.ts';
import { repeatDenominators } from './repeat-complaint-rate.ts';
import { satisfactionDenominators } from './satisfaction-rate.ts';
import { type KpiSpec, type Measure, measures } from './types.ts';

/** The keys that are one measure's own, those it can't do without marked by `!`. */
const ownKeys: Readonly<Record<Measure, readonly string[]>> = {
  replyRate: ['flow'],
  timelinessRate: ['of', 'basis'],
  repeatComplaintRate: ['denominator', 'key', 'window', 'mergeWindow', 'countFirst'],
  satisfactionRate: ['denominator', 'basicWeight'],
  resolutionRate: [],
  firstContactResolutionRate: ['window'],
  connectRate: [],
  abandonRate: ['shortAbandoned'],
  returnVisitRate: [],
  responseRate: [],
  count: ['event!'],
  serviceLevel: ['formula!', 'threshold!', 'shortAbandoned'],
  percentile: ['of!', 'basis', 'p!'],
  mean: ['of!', 'basis'],
  passRate: ['of!', 'basis'],
  score: ['of!', 'basis'],
  composite: ['weights!'],
};

const measureKeys = new Set(
  Object.values(ownKeys)
    .flat()
    .map((key) => key.replace('!', '')),
);

const goalUnits: { readonly [measure in Measure]?: readonly string[] } = {
  percentile: ['time'],
  mean: ['time'],
  count: ['number'],
};

/**
 * Refuses a KPI whose keys don't fit its measure, or whose goal can't be compared with it.
 *
 * @throws KpiError `kpi.option`, `kpi.missing`, `kpi.key`, `kpi.goal`, `kpi.goal-unit`
 */
export function checkKpi(spec: KpiSpec, path: ErrorPath): void {
  const { measure, goal, denominator } = spec;
  checkChoice('measure', measure, measures, path);
  const own = ownKeys[measure];
  for (const key of own) {
    const name = key.replace('!', '');
    if (name === key || name in spec) continue;
    throw new KpiError('kpi.missing', { name, expected: `it with ${measure}` }, { path });
  }
  for (const name of Object.keys(spec)) {
    if (!measureKeys.has(name) || own.some((key) => key.replace('!', '') === name)) continue;
    throw new KpiError('kpi.key', { name, measure }, { path: [...path, name] });
  }
  if (denominator !== undefined) {
    const choices = measure === 'satisfactionRate' ? satisfactionDenominators : repeatDenominators;
    checkChoice('denominator', denominator, choices, path);
  }
  if (typeof goal === 'string') checkGoal(goal, measure, [...path, 'goal']);
}

function checkGoal(goal: string, measure: Measure, path: ErrorPath): void {
  const { unit } = parseGoal(goal, path);
  const expected = goalUnits[measure] ?? ['share', 'number'];
  if (expected.includes(unit)) return;
  throw new KpiError('kpi.goal-unit', { given: goal, expected: `a ${expected.join(' or a ')}` }, { path });
}
