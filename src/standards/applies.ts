import type { RowAnswer } from '../case/conditions.ts';
import type { Timeline } from '../case/timeline.ts';
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
  const answer = when(timeline.lookupAt(at));
  if (typeof answer === 'string' && isStandardAttribute(answer)) {
    report({
      code: 'attribute.missing',
      path: [answer],
      message: `${answer} is missing, on which hangs which standards apply`,
    });
  }
  return answer === true;
}
