import type { ErrorPath } from '../../errors/duly-error.ts';
import { show } from '../../errors/duly-error.ts';
import type { KpiSpec } from '../../kpi/types.ts';
import { limitShape } from '../../limit/shape.ts';
import { contradiction, together } from './conditions.ts';
import { isWorking } from './is-working.ts';
import type { LintView, Placed } from './lint-view.ts';

/** Warns of KPIs that measure nothing, and of goals in another time than what is measured. */
export function lintKpis(view: LintView): void {
  for (const { part, path } of view.kpis) {
    lintSubject(view, part, path);
    lintGoal(view, part, path);
    if (part.weights !== undefined && Object.keys(part.weights).length === 0) {
      const message = 'there is nothing to measure: no KPI is weighed';
      view.warn('kpi-over-nothing', [...path, 'weights'], message, 'Name KPIs with their weights');
    }
  }
}

/** A standard that never applies to the KPI's cases. */
function lintSubject(view: LintView, part: KpiSpec, path: ErrorPath): void {
  const standard = part.of === undefined ? undefined : view.standard(part.of);
  const attribute = contradiction(together(standard?.when, part.when));
  if (standard === undefined || attribute === undefined) return;
  const message = `there is nothing to measure: ${show(standard.id)} never applies to these cases, by ${show(attribute)}`;
  view.warn('kpi-over-nothing', [...path, 'of'], message, 'Measure another standard, or change "when"');
}

/** Used time is working time exactly where the limit is: 8 working hours can't be compared with 24 elapsed ones. */
function lintGoal(view: LintView, { measure, of, goal }: KpiSpec, path: ErrorPath): void {
  if ((measure !== 'percentile' && measure !== 'mean') || typeof goal !== 'string') return;
  const measured = view.standards.find(({ part }) => part.id === of);
  const limits = measured === undefined ? [] : limitsOf(view, measured);
  const isGoalWorking = goal.includes('working');
  if (limits.length === 0 || limits.some((limit) => isWorking(limit) === isGoalWorking)) return;
  const [used, stated] = isGoalWorking ? ['elapsed', 'working'] : ['working', 'elapsed'];
  const message = `${show(of)} measures ${used} time, the goal is in ${stated} time`;
  view.warn('kpi-other-time', [...path, 'goal'], message, `State the goal in ${used} time`);
}

const limitsOf = (view: LintView, { part, path }: Placed<LintView['standards'][number]['part']>) =>
  [...view.valuesIn(part, path)]
    .filter(({ shape, path: place }) => shape === limitShape && place[path.length] === 'within')
    .map(({ value }) => value)
    .filter((limit) => typeof limit === 'string' || Object.hasOwn(limit as object, 'unit'));
