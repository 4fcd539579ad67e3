import { compileSelectors } from '../../case/selector.ts';
import { selectorsShape } from '../../case/shape.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import { object } from '../../errors/shape.ts';
import type { EpochMs } from '../../instant/types.ts';
import { appliesAt } from '../applies.ts';
import { compileRule, type Rule, type RuleTerms } from '../compile-rule.ts';
import type { StandardKind } from '../kind.ts';
import { ownerAt } from '../owner.ts';
import { ruleKeys } from '../shape.ts';
import { withoutStart } from '../undetermined.ts';
import type { OwnershipDetail, OwnershipStandard } from './standard.ts';

export const ownershipKind: StandardKind<OwnershipStandard> = {
  kind: 'ownership',
  shape: object({ ...ruleKeys('ownership'), from: selectorsShape, until: selectorsShape }),
  compile: (standard, setting) => compileRule(standard, setting, prepare),
};

function prepare({ from, until }: OwnershipStandard, { applies, exempts }: RuleTerms): Rule {
  const starts = compileSelectors(from);
  const ends = compileSelectors(until);
  return (timeline) => {
    const { events, asOf } = timeline;
    const start = events.find((event) => starts(event, timeline));
    const since = start?.at ?? asOf;
    if (!appliesAt(applies, timeline, since)) return [];
    if (start === undefined) return withoutStart(from, timeline);
    const isEnd = (event: TimelineEvent) => ends(event, timeline) || exempts(event, timeline);
    const end = events.find((event) => event !== start && event.at >= since && isEnd(event));
    const gaps = gapsIn(timeline, since, end?.at);
    const run = { from: since, detail: { gaps } };
    if (gaps.length > 0) return [{ ...run, status: 'broken' }];
    if (end === undefined) {
      const changesAt = ownerAt(timeline, asOf) === undefined ? asOf + 1 : null;
      return [{ ...run, status: 'pending', changesAt }];
    }
    return [
      ends(end, timeline)
        ? { ...run, status: 'met', done: end.at }
        : { ...run, status: 'exempt', reason: end.type },
    ];
  };
}

/** The stretches in which nobody held a case, up to an end, or as far as the log goes. */
function gapsIn(timeline: Timeline, from: EpochMs, end: EpochMs | undefined): OwnershipDetail['gaps'] {
  const gaps: { from: Date; to: Date | null }[] = [];
  const dateOf = (at: EpochMs | undefined) => (at === undefined ? null : new Date(at));
  let since: EpochMs | undefined;
  const close = (to: EpochMs | undefined) => {
    if (since !== undefined) gaps.push({ from: new Date(since), to: dateOf(to) });
    since = undefined;
  };
  for (const at of [from, ...timeline.handovers.map((event) => event.at)]) {
    if (at < from || at >= (end ?? timeline.asOf)) continue;
    if (ownerAt(timeline, at) === undefined) since ??= at;
    else close(at);
  }
  close(end);
  return gaps;
}
