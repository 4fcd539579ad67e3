import { compileWhen, type When } from '../case/conditions.ts';
import { compileSelectors, type Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';

/** What stops the clock: events that stop it and start it again, or a condition on the case. */
export type PauseRule = { readonly on: Selectors; readonly off: Selectors } | { readonly while: When };

/** Says whether the clock is stopped after each event of a timeline. */
export type PauseTrack = (timeline: Timeline, report: (finding: Finding) => void) => readonly boolean[];

/**
 * Compiles a pause rule into a follower of timelines. A second stop or a stray start is reported and ignored; so is
 * whatever was said or done on the case while the clock was stopped.
 */
export function compilePauses(rule: PauseRule): PauseTrack {
  const follow = 'while' in rule ? whileHolds(rule.while) : betweenEvents(rule.on, rule.off);
  const track: PauseTrack = (timeline, report) =>
    timeline.once(track, () => {
      const stopped = follow(timeline, report);
      if (!stopped.includes(true)) return stopped;
      const busy = timeline.events.filter(({ type }, n) => stopped[n] === true && activity.includes(type));
      if (busy.length > 0)
        report({
          code: 'pause.overlaps-activity',
          message: 'the clock stood still while the case was being talked about',
          events: busy.map(({ index }) => index),
        });
      return stopped;
    });
  return track;
}

const activity = ['received', 'replied', 'proposed', 'said'];

function whileHolds(when: When): (timeline: Timeline) => boolean[] {
  const holds = compileWhen(when);
  return (timeline) => {
    const stateAt = (at: number) => holds((attribute) => timeline.valueAt(attribute, at));
    let state = stateAt(Number.NEGATIVE_INFINITY);
    return timeline.events.map(({ type, at }) => {
      if (type === 'changed' || type === 'promised') state = stateAt(at);
      return state;
    });
  };
}

function betweenEvents(on: Selectors, off: Selectors): PauseTrack {
  const stops = compileSelectors(on);
  const starts = compileSelectors(off);
  return (timeline, report) => {
    let openedBy: number | undefined;
    const stopped = timeline.events.map((event) => {
      if (stops(event, timeline)) {
        if (openedBy !== undefined)
          report(finding('repeated', 'is stopped while it is stopped', event.index));
        openedBy ??= event.index;
      } else if (starts(event, timeline)) {
        if (openedBy === undefined)
          report(finding('stray-resume', 'is started without having been stopped', event.index));
        openedBy = undefined;
      }
      return openedBy !== undefined;
    });
    if (openedBy !== undefined) report(finding('unclosed', 'was stopped and never started again', openedBy));
    return stopped;
  };
}

const finding = (what: string, message: string, event: number): Finding => ({
  code: `pause.${what}`,
  message: `the clock ${message}`,
  events: [event],
});
