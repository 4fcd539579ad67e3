import type { When } from '../../case/conditions.ts';
import { whenShape } from '../../case/shape.ts';
import { show } from '../../errors/duly-error.ts';
import { contradiction, together } from './conditions.ts';
import type { LintView } from './lint-view.ts';

/** Warns of conditions that no case and no event can fulfil. */
export function lintConditions(view: LintView): void {
  for (const { shape, value, path } of view.values()) {
    if (shape !== whenShape) continue;
    const attribute = contradiction(together(value as When));
    if (attribute === undefined) continue;
    const message = `this condition never holds: no value of ${show(attribute)} passes it`;
    view.warn('never-holds', [...path, attribute], message, 'Let its bounds or its list leave some value');
  }
}
