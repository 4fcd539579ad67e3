import type { TimelineEvent } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import { appliesAt } from './applies.ts';
import type { Rule, RuleTerms } from './compile-rule.ts';
import type { Settled } from './settle.ts';

/** Which events of one type a rule is about, and what becomes of them together; `undefined` where it has no say. */
interface EventTerms {
  readonly type: string;
  counts(event: TimelineEvent, report: (finding: Finding) => void): boolean;
  judge(events: readonly TimelineEvent[]): Settled | undefined;
}

/** A rule with one run a case, from the first of its events to the last; without any, nothing can be said. */
export function eventRule({ applies }: RuleTerms, { type, counts, judge }: EventTerms): Rule {
  return (timeline, { report }) => {
    const events: TimelineEvent[] = [];
    for (const event of timeline.events) if (event.type === type && counts(event, report)) events.push(event);
    const from = events[0]?.at;
    if (!appliesAt(applies, timeline, from ?? timeline.asOf)) return [];
    if (from === undefined) return [{ status: 'undetermined', missing: [type] }];
    const settled = judge(events);
    if (settled === undefined) return [];
    return [{ ...settled, from, done: settled.status === 'met' ? events.at(-1)!.at : null }];
  };
}
