import { lengthOf } from './length-of.ts';
import type { LintView } from './lint-view.ts';

/** Warns of bounds that no number keeps. */
export function lintBounds(view: LintView): void {
  for (const { part, path } of view.standards) {
    if (part.kind !== 'bound') continue;
    const { min, max } = part as { min?: unknown; max?: unknown };
    const [least, most] = [numberIn(min), numberIn(max)];
    if (least === undefined || least.unit !== most?.unit || least.length <= most.length) continue;
    const message = 'no number keeps these bounds: min is over max';
    view.warn('never-holds', [...path, 'min'], message, 'Let min be at most max');
  }
}

/** A bound as a number that can be compared with others of its unit; undefined for parameters. */
const numberIn = (edge: unknown) =>
  typeof edge === 'number' ? { length: edge, unit: 'number' } : lengthOf(edge);
