import { listOf, type Selectors } from '../../case/selector.ts';
import { show } from '../../errors/duly-error.ts';
import type { LintStandard, LintView } from './lint-view.ts';

/** What doesn't bear on when a promise is kept. */
const beside = ['id', 'title', 'clause', 'note', 'row', 'weight', 'within'];

/** Warns of standards that promise the same with different limits, or twice, and of pauses that never hold. */
export function lintContradictions(view: LintView): void {
  const first = new Map<string, LintStandard>();
  for (const { part, path } of view.standards) {
    const rule = ruleOf(part);
    const earlier = first.get(rule);
    if (earlier === undefined) first.set(rule, part);
    else compare(view, part, earlier, [...path, 'within']);
    if ('pause' in part) lintPause(view, part.pause as object, [...path, 'pause']);
  }
}

function compare(
  view: LintView,
  part: LintStandard,
  earlier: LintStandard,
  path: readonly (string | number)[],
): void {
  if (limitOf(part) === limitOf(earlier)) {
    const message = `this promises the same as ${show(earlier.id)}`;
    view.warn('repeated-promise', path.slice(0, -1), message, 'Leave one of them out');
  } else {
    const message = `${show(earlier.id)} promises the same with another limit`;
    view.warn('contradiction', path, message, 'Tell them apart by "when" or "severity", or leave one out');
  }
}

const limitOf = (standard: LintStandard) => canonical((standard as { within?: unknown }).within);
const ruleOf = (standard: LintStandard) =>
  canonical(Object.fromEntries(Object.entries(standard).filter(([key]) => !beside.includes(key))));

/** JSON with keys in order, so that the order in which a document writes them doesn't matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function lintPause(view: LintView, pause: object, path: readonly (string | number)[]): void {
  if (!('on' in pause && 'off' in pause)) return;
  const stops = listOf(pause.on as Selectors).filter((selector) => typeof selector === 'string');
  const both = listOf(pause.off as Selectors).find((selector) => stops.includes(selector as string));
  if (both === undefined) return;
  const message = `${show(both)} stops the clock and is to start it again`;
  view.warn('contradiction', [...path, 'off'], message, 'Name the event that ends the pause');
}
