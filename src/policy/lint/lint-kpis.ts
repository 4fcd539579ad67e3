import { show } from '../../errors/duly-error.ts';
import { contradiction, together } from './conditions.ts';
import type { LintView } from './lint-view.ts';

/** Warns of KPIs that measure nothing, because their standard never applies to their cases. */
export function lintKpis(view: LintView): void {
  for (const { part, path } of view.kpis) {
    const standard = part.of === undefined ? undefined : view.standard(part.of);
    const attribute = contradiction(together(standard?.when, part.when));
    if (standard !== undefined && attribute !== undefined) {
      const message = `there is nothing to measure: ${show(standard.id)} never applies to these cases, by ${show(attribute)}`;
      view.warn('kpi-over-nothing', [...path, 'of'], message, 'Measure another standard, or change "when"');
    }
  }
}
