import { attributeOf, compileSelectors } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { EpochMs } from '../../instant/types.ts';
import type { Counting, CountingName } from '../../limit/types.ts';
import { appliesAt, appliesTo } from '../applies.ts';
import { caseStart } from '../case-start.ts';
import type { Rule, RuleTerms } from '../compile-rule.ts';
import { inRange } from '../in-range.ts';
import type { Judging, PolicySetting } from '../kind.ts';
import { isAttribute, statedFrom, type TimeAttribute } from '../promise.ts';
import type { Settled } from '../settle.ts';
import { undetermined, withoutStart } from '../undetermined.ts';
import type { Edges } from './edges.ts';
import { compileScale } from './span-scale.ts';
import type { BoundSpan } from './standard.ts';

interface SpanKeys extends Edges {
  readonly match?: string;
  readonly counting?: CountingName | Counting;
}

/** The time from one event or time attribute to another. */
export function spanRule(
  standard: SpanKeys,
  { from, to }: BoundSpan,
  { applies, exempts, timetable }: RuleTerms,
  setting: PolicySetting,
): Rule {
  const { match, counting = 'rolling' } = standard;
  const scale = compileScale(standard, timetable, setting.counting(counting));
  const stated = (attribute: string, timeline: Timeline, since: EpochMs, { report }: Judging) =>
    statedFrom(attribute, timeline, since, setting.timetable(), report);

  const ends = isAttribute(to) ? undefined : compileSelectors(to);

  /** The span that begins at an instant, with the event of that index. */
  const judge = (at: EpochMs, index: number, timeline: Timeline, judging: Judging): Settled => {
    const { asOf } = timeline;
    if (ends === undefined) {
      const { attribute } = to as TimeAttribute;
      const end = stated(attribute, timeline, at, judging);
      return end === undefined ? undetermined([attribute], at, timeline) : scale(at, end, asOf);
    }
    const start = match === undefined ? undefined : timeline.events[index];
    const key = start && attributeOf(start, timeline, match!);
    const isEnd = (event: TimelineEvent) =>
      ends(event, timeline) &&
      (start === undefined || (key !== undefined && attributeOf(event, timeline, match!) === key));
    const end = eventAfter(index, timeline, isEnd);
    const last = eventAfter(index, timeline, (event) => event === end || exempts(event, timeline));
    return scale(at, end?.at, asOf, last === end ? undefined : last);
  };

  if (isAttribute(from)) {
    return (timeline, judging) => {
      const begin = caseStart(timeline);
      if (begin === undefined || judging.range || !appliesAt(applies, timeline, begin)) return [];
      const at = stated(from.attribute, timeline, begin, judging);
      return [
        at === undefined ? undetermined([from.attribute], begin, timeline) : judge(at, -1, timeline, judging),
      ];
    };
  }
  const starts = compileSelectors(from);
  return (timeline, judging) => {
    const found = [...timeline.events.entries()].filter(
      ([, event]) => inRange(judging, event.at) && starts(event, timeline),
    );
    if (found.length === 0 && !judging.range) return withoutStart(from, timeline);
    return found
      .filter(([, event]) => appliesTo(applies, event, timeline))
      .map(([index, { at }]) => judge(at, index, timeline, judging));
  };
}

/** The first event after the one of an index that passes a test. */
function eventAfter(
  index: number,
  timeline: Timeline,
  test: (event: TimelineEvent) => boolean,
): TimelineEvent | undefined {
  const { events } = timeline;
  for (let n = index + 1; n < events.length; n += 1) if (test(events[n]!)) return events[n];
  return undefined;
}
