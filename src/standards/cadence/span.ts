import { compileSelectors, type EventMatch } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import { appliesAt } from '../applies.ts';
import type { RuleTerms } from '../compile-rule.ts';
import type { Judging } from '../kind.ts';
import type { Settled } from '../settle.ts';
import { withoutStart } from '../undetermined.ts';
import type { CadenceStandard } from './standard.ts';

/** A case from the event with which a cadence begins: the events from that one on. */
type Follow = (timeline: Timeline, judging: Judging, events: readonly TimelineEvent[]) => readonly Settled[];

export interface CadenceEvents {
  readonly recurs: EventMatch;
  readonly until: EventMatch;
}

export const compileEvents = ({ event, until }: Pick<CadenceStandard, 'event' | 'until'>): CadenceEvents => ({
  recurs: compileSelectors(event),
  until: compileSelectors(until),
});

/** Follows a case from its first `from`, if there is one and the standard applies then. */
export function fromFirst(
  from: CadenceStandard['from'],
  { applies }: RuleTerms,
  follow: Follow,
): (timeline: Timeline, judging: Judging) => readonly Settled[] {
  const starts = compileSelectors(from);
  return (timeline, judging) => {
    const { events } = timeline;
    const index = events.findIndex((event) => starts(event, timeline));
    const start = events[index];
    if (start === undefined) return withoutStart(from, timeline);
    return appliesAt(applies, timeline, start.at) ? follow(timeline, judging, events.slice(index)) : [];
  };
}
