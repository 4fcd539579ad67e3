import { compileSelectors, type Selectors } from '../../case/selector.ts';
import { appliesAt, appliesTo } from '../applies.ts';
import { caseStart } from '../case-start.ts';
import type { Rule, RuleTerms } from '../compile-rule.ts';
import { inRange } from '../in-range.ts';
import type { Settled } from '../settle.ts';
import { type Edges, edgesOf } from './edges.ts';

/** How often something happens: in a case until that is closed, or to the organisation in a range. */
export function countRule(standard: Edges, counted: Selectors, { applies, exempts }: RuleTerms): Rule {
  const counts = compileSelectors(counted);
  const { edges, holds } = edgesOf(standard);
  return (timeline, judging) => {
    const { range } = judging;
    const from = range ? range.from : caseStart(timeline);
    if (from === undefined || (!range && !appliesAt(applies, timeline, from))) return [];
    let value = 0;
    const run = (settled: Settled): Settled[] => [{ ...settled, from, detail: { value, ...edges } }];
    const end = (done: number) => run({ status: holds(value) ? 'met' : 'broken', done });

    for (const event of timeline.events) {
      const { at, type } = event;
      if (!inRange(judging, at)) continue;
      if (counts(event, timeline) && (!range || appliesTo(applies, event, timeline))) {
        value += 1;
        // One too many is final, and so is enough where there is no upper bound.
        if (value > edges.max! || (edges.max === undefined && value >= edges.min!)) return end(at);
      }
      if (range) continue;
      if (exempts(event, timeline)) return run({ status: 'exempt', reason: type, ended: at });
      if (type === 'closed') return end(at);
    }
    const to = range?.to ?? Number.POSITIVE_INFINITY;
    return timeline.asOf >= to
      ? end(to)
      : run({ status: 'pending', changesAt: Number.isFinite(to) ? to : null });
  };
}
