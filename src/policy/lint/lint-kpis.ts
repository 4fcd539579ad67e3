import { show } from '../../errors/duly-error.ts';
import { nearest } from '../../errors/nearest.ts';
import { contradiction, together } from './conditions.ts';
import type { LintView } from './lint-view.ts';

/** Warns of KPIs that measure nothing: over a standard that never applies to their cases, or over a KPI that isn't there. */
export function lintKpis(view: LintView): void {
  const ids = view.kpis.map(({ part }) => part.id);
  for (const { part, path } of view.kpis) {
    const standard = part.of === undefined ? undefined : view.standard(part.of);
    const attribute = contradiction(together(standard?.when, part.when));
    if (standard !== undefined && attribute !== undefined) {
      const message = `there is nothing to measure: ${show(standard.id)} never applies to these cases, by ${show(attribute)}`;
      view.warn('kpi-over-nothing', [...path, 'of'], message, 'Measure another standard, or change "when"');
    }
    for (const id of Object.keys(part.weights ?? {})) {
      if (ids.includes(id) || !view.isSound('kpis')) continue;
      const guess = nearest(id, ids);
      const hint = guess === undefined ? `There are ${ids.join(', ')}` : `Did you mean "${guess}"?`;
      view.warn('kpi-over-nothing', [...path, 'weights', id], `there is no KPI ${show(id)} to weigh`, hint);
    }
  }
}
