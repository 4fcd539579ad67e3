import type { RowAnswer } from '../case/conditions.ts';
import { attributeOf } from '../case/selector.ts';
import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import { isStandardAttribute } from '../case/vocabulary.ts';
import type { EpochMs } from '../instant/types.ts';

/** Whether a standard applies at an instant; an attribute of the vocabulary that this hangs on is reported missing. */
export function appliesAt(
  when: RowAnswer,
  timeline: Timeline,
  at: EpochMs,
  report: (finding: Finding) => void,
): boolean {
  return isYes(when(timeline.lookupAt(at)), report);
}

/** The same for an event: its own attributes come before the case's. */
export function appliesTo(
  when: RowAnswer,
  event: TimelineEvent,
  timeline: Timeline,
  report: (finding: Finding) => void,
): boolean {
  return isYes(
    when((attribute) => attributeOf(event, timeline, attribute)),
    report,
  );
}

function isYes(answer: boolean | string, report: (finding: Finding) => void): boolean {
  if (typeof answer === 'string') reportMissing(answer, report);
  return answer === true;
}

/** Reports an attribute of the vocabulary that a case lacks and its policy reads; a company's own may be absent. */
export function reportMissing(attribute: string, report: (finding: Finding) => void): void {
  if (!isStandardAttribute(attribute)) return;
  const message = `${attribute} is missing, which the policy reads`;
  report({ code: 'attribute.missing', path: [attribute], message });
}
