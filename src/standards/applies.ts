import type { RowAnswer } from '../case/conditions.ts';
import { lookupBy } from '../case/selector.ts';
import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';

/** Whether a standard applies at an instant; the timeline takes note of an absent attribute that this hangs on. */
export function appliesAt(when: RowAnswer, timeline: Timeline, at: EpochMs): boolean {
  return isYes(when(timeline.lookupAt(at)), timeline);
}

/** The same for an event: its own attributes come before the case's. */
export function appliesTo(when: RowAnswer, event: TimelineEvent, timeline: Timeline): boolean {
  return isYes(when(lookupBy(event, timeline)), timeline);
}

function isYes(answer: boolean | string, timeline: Timeline): boolean {
  if (typeof answer === 'string') timeline.lack(answer);
  return answer === true;
}
