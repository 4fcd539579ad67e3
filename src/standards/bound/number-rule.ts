import { attributeOf, compileSelectors, type Selectors } from '../../case/selector.ts';
import type { Timeline } from '../../case/timeline.ts';
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
  const run = (
    value: unknown,
    from: EpochMs,
    done: EpochMs | null,
    timeline: Timeline,
    report: Judging['report'],
  ): Settled => {
    if (typeof value === 'number' && !Number.isNaN(value))
      return { status: holds(value) ? 'met' : 'broken', from, done, detail: { value, ...edges } };
    if (value !== undefined && value !== null) {
      const message = `${show(value)} is no number`;
      report({ code: 'attribute.not-a-number', path: [attribute], message });
    }
    return undetermined([attribute], from, timeline);
  };
  return (timeline, judging) => {
    const { report, range } = judging;
    const ofEvents = timeline.events.filter(
      (event) =>
        inRange(judging, event.at) &&
        (picks ? picks(event, timeline) : Object.hasOwn(event.source, attribute)),
    );
    const perEvent = () =>
      ofEvents
        .filter((event) => appliesTo(applies, event, timeline))
        .map((event) => run(attributeOf(event, timeline, attribute), event.at, event.at, timeline, report));
    const begin = caseStart(timeline);
    if (picks || range || begin === undefined) return perEvent();
    const at = knownFrom(attribute, timeline, timeline.events[0]!.at);
    const value = timeline.valueAt(attribute, at);
    const [first] = ofEvents;
    // What the case has before any event does is its own.
    if (first && (value === undefined || first.at < at)) return perEvent();
    return appliesAt(applies, timeline, begin) ? [run(value, begin, null, timeline, report)] : [];
  };
}
