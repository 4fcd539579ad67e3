import { noteEvents, type Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import type { PauseTrack } from '../standards/pauses.ts';

const answers = ['acknowledged', 'replied', 'proposed', 'resolved'];

/** What is wrong or suspicious in a case's log, its pauses as the policy knows them. */
export function caseFindings(timeline: Timeline, pauses: readonly PauseTrack[]): Finding[] {
  const { events, findings } = timeline;
  const report = (finding: Finding) => void findings.push(finding);
  for (const pause of pauses) pause.follow(timeline, report);
  const received = timeline.first('received');
  if (received === undefined || received === events[0]) return findings;
  const early = (types: readonly string[]) =>
    events.filter(({ type, at }) => at < received.at && types.includes(type)).map(({ index }) => index);
  noteEvents(findings, 'closed-before-received', 'closed before it was received', early(['closed']));
  noteEvents(findings, 'done-before-received', 'answered or resolved before it was received', early(answers));
  return findings;
}
