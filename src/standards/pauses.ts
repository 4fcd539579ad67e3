import { compileWhen, type When } from '../case/conditions.ts';
import { compileSelectors, type Selectors, typesOf } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';

/** What stops the clock: events that stop it and start it again, or a condition on the case. */
export type PauseRule = EventPause | { readonly while: When };

interface EventPause {
  readonly on: Selectors;
  readonly off: Selectors;
}

/** Whether the clock is stopped after each event of a timeline; `undefined` where it never is. */
export type Stopped = readonly boolean[] | undefined;

/** A pause rule made ready to follow timelines. */
export interface PauseTrack {
  /** The event types that stop the clock or start it again; none where a condition does. */
  readonly types: readonly string[];
  follow(timeline: Timeline, report: (finding: Finding) => void): Stopped;
}

/**
 * Compiles a pause rule into a follower of timelines. A second stop or a stray start is reported and ignored; so is
 * whatever was said or done on the case while the clock was stopped.
 */
export function compilePauses(rule: PauseRule): PauseTrack {
  const types = 'while' in rule ? [] : [...typesOf(rule.on), ...typesOf(rule.off)];
  const follow = 'while' in rule ? whileHolds(rule.while) : betweenEvents(rule);
  // Several standards ask the same of one case, one after the other.
  let asked: Timeline | undefined;
  let known: Stopped;
  return {
    types,
    follow(timeline, report) {
      if (timeline === asked) return known;
      asked = timeline;
      known = follow(timeline, report);
      if (known) reportActivity(timeline, known, report);
      return known;
    },
  };
}

function reportActivity(
  { events }: Timeline,
  stopped: readonly boolean[],
  report: (finding: Finding) => void,
): void {
  const busy = events.filter(({ type }, n) => stopped[n] && activity.includes(type));
  if (busy.length === 0) return;
  report({
    code: 'pause.overlaps-activity',
    message: 'the clock is stopped while the case is talked about',
    events: busy.map(({ index }) => index),
  });
}

const activity = ['received', 'replied', 'proposed', 'said'];

function whileHolds(when: When): Follow {
  const holds = compileWhen(when);
  return (timeline) => {
    const stateAt = (at: number) => holds((attribute) => timeline.valueAt(attribute, at));
    let state = stateAt(-Number.POSITIVE_INFINITY);
    const stopped = timeline.events.map(({ type, at }) => {
      if (type === 'changed' || type === 'promised') state = stateAt(at);
      return state;
    });
    return stopped.includes(true) ? stopped : undefined;
  };
}

type Follow = (timeline: Timeline, report: (finding: Finding) => void) => Stopped;

function betweenEvents({ on, off }: EventPause): Follow {
  const stops = compileSelectors(on);
  const starts = compileSelectors(off);
  return (timeline, report) => {
    const { events } = timeline;
    let stopped: boolean[] | undefined;
    let openedBy: number | undefined;
    for (let n = 0; n < events.length; n++) {
      const event = events[n]!;
      if (stops(event, timeline)) {
        if (openedBy !== undefined)
          report(finding('repeated', 'is stopped while it is stopped', event.index));
        openedBy ??= event.index;
        stopped ??= events.map(() => false);
      } else if (starts(event, timeline)) {
        if (openedBy === undefined) report(finding('stray-resume', 'is started while it runs', event.index));
        openedBy = undefined;
      }
      if (stopped) stopped[n] = openedBy !== undefined;
    }
    if (openedBy !== undefined) report(finding('unclosed', 'is never started again', openedBy));
    return stopped;
  };
}

const finding = (what: string, message: string, event: number): Finding => ({
  code: `pause.${what}`,
  message: `the clock ${message}`,
  events: [event],
});
