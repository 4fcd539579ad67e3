import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import { compilePauses } from '../standards/pauses.ts';

const answers = ['acknowledged', 'replied', 'proposed', 'resolved'];
const activity = ['received', 'replied', 'proposed', 'said'];
const followPauses = compilePauses({ on: 'paused', off: 'resumed' });

/** What is wrong or suspicious in a case's log, whatever the policy. */
export function caseFindings(timeline: Timeline): Finding[] {
  const findings = [...timeline.findings];
  const { events } = timeline;
  if (events.some(({ type }) => type === 'paused' || type === 'resumed'))
    findings.push(...pauseFindings(timeline));
  const received = timeline.first('received');
  if (received === undefined) return findings;
  const early = (types: readonly string[]) =>
    events.filter(({ type, at }) => at < received.at && types.includes(type));
  note(findings, 'event.closed-before-received', 'closed before it was received', early(['closed']));
  note(findings, 'event.done-before-received', 'answered or resolved before it was received', early(answers));
  return findings;
}

/** Pauses that are stray, repeated or unclosed, and pauses during which somebody was at work on the case. */
function pauseFindings(timeline: Timeline): Finding[] {
  const findings: Finding[] = [];
  const stopped = followPauses(timeline, (finding) => findings.push(finding));
  const busy = timeline.events.filter(({ type }, n) => stopped[n] === true && activity.includes(type));
  note(
    findings,
    'pause.overlaps-activity',
    'the clock stood still while the case was being talked about',
    busy,
  );
  return findings;
}

function note(findings: Finding[], code: string, message: string, events: readonly TimelineEvent[]): void {
  if (events.length > 0) findings.push({ code, message, events: events.map(({ index }) => index) });
}
