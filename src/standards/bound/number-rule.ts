import { attributeOf, compileSelectors, type Selectors } from '../../case/selector.ts';
import { show } from '../../errors/duly-error.ts';
import type { EpochMs } from '../../instant/types.ts';
import { appliesAt, appliesTo } from '../applies.ts';
import { caseStart } from '../case-start.ts';
import type { Rule, RuleTerms } from '../compile-rule.ts';
import { inRange } from '../in-range.ts';
import type { Judging } from '../kind.ts';
import { knownFrom } from '../promise.ts';
import type { Settled } from '../settle.ts';
import { undetermined } from '../undetermined.ts';
import { type Edges, edgesOf } from './edges.ts';

/** A number that events have, or else the case. */
export function numberRule(
  standard: Edges & { readonly event?: Selectors },
  attribute: string,
  { applies }: RuleTerms,
): Rule {
  const { event: named } = standard;
  const picks = named && compileSelectors(named);
  const { edges, holds } = edgesOf(standard);
  const run = (value: unknown, from: EpochMs, done: EpochMs | null, { report }: Judging): Settled => {
    if (typeof value === 'number' && !Number.isNaN(value))
      return { status: holds(value) ? 'met' : 'broken', from, done, detail: { value, ...edges } };
    if (value !== undefined && value !== null) {
      const message = `${show(value)} is no number`;
      report({ code: 'attribute.not-a-number', path: [attribute], message });
    }
    return undetermined([attribute], from, { report });
  };
  return (timeline, judging) => {
    const { report, range } = judging;
    const measured = timeline.events.filter(
      (event) =>
        inRange(judging, event.at) &&
        (picks ? picks(event, timeline) : Object.hasOwn(event.source, attribute)),
    );
    if (measured.length > 0 || picks || range)
      return measured
        .filter((event) => appliesTo(applies, event, timeline, report))
        .map((event) => run(attributeOf(event, timeline, attribute), event.at, event.at, judging));
    const start = caseStart(timeline);
    if (start === undefined || !appliesAt(applies, timeline, start, report)) return [];
    const at = knownFrom(attribute, timeline, start);
    return [run(timeline.valueAt(attribute, at), start, null, judging)];
  };
}
