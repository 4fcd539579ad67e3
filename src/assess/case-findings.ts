import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';

/** What is wrong or suspicious in a case's log, whatever the policy. */
export function caseFindings(timeline: Timeline): Finding[] {
  const findings = [...timeline.findings];
  const received = timeline.first('received');
  if (received === undefined) return findings;
  const early = (types: readonly string[]) =>
    timeline.events.filter(({ type, at }) => at < received.at && types.includes(type));
  note(findings, 'event.closed-before-received', 'closed before it was received', early(['closed']));
  note(findings, 'event.done-before-received', 'answered or resolved before it was received', early(answers));
  return findings;
}

const answers = ['acknowledged', 'replied', 'proposed', 'resolved'];

function note(findings: Finding[], code: string, message: string, events: readonly TimelineEvent[]): void {
  if (events.length > 0) findings.push({ code, message, events: events.map(({ index }) => index) });
}
