import { compileWhen, type When } from '../case/conditions.ts';
import { compileSelectors, type Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';

/** What stops the clock: events that stop it and start it again, or a condition on the case. */
export type PauseRule = { readonly on: Selectors; readonly off: Selectors } | { readonly while: When };

/** Whether the clock is stopped before the first event, and after each event of a timeline. */
export interface PauseTrack {
  readonly initially: boolean;
  readonly after: readonly boolean[];
}

/** Compiles a pause rule into a follower of timelines. A second stop or a stray start is reported and ignored. */
export function compilePauses(
  rule: PauseRule,
): (timeline: Timeline, report: (finding: Finding) => void) => PauseTrack {
  return 'while' in rule ? whileHolds(rule.while) : betweenEvents(rule.on, rule.off);
}

function whileHolds(when: When): (timeline: Timeline) => PauseTrack {
  const holds = compileWhen(when);
  return (timeline) => {
    const stateAt = (at: number) => holds((attribute) => timeline.valueAt(attribute, at));
    const initially = stateAt(Number.NEGATIVE_INFINITY);
    const after: boolean[] = [];
    for (const event of timeline.events) {
      const before = after.at(-1) ?? initially;
      after.push(event.type === 'changed' || event.type === 'promised' ? stateAt(event.at) : before);
    }
    return { initially, after };
  };
}

function betweenEvents(on: Selectors, off: Selectors) {
  const stops = compileSelectors(on);
  const starts = compileSelectors(off);
  return (timeline: Timeline, report: (finding: Finding) => void): PauseTrack => {
    const after: boolean[] = [];
    let paused = false;
    let openedBy = -1;
    for (const event of timeline.events) {
      if (stops(event, timeline)) {
        if (paused)
          report(
            pauseFinding('pause.repeated', 'the clock is stopped again while it is stopped', event.index),
          );
        else openedBy = event.index;
        paused = true;
      } else if (starts(event, timeline)) {
        if (!paused)
          report(
            pauseFinding(
              'pause.stray-resume',
              'the clock is started without having been stopped',
              event.index,
            ),
          );
        paused = false;
      }
      after.push(paused);
    }
    if (paused)
      report(pauseFinding('pause.unclosed', 'the clock was stopped and never started again', openedBy));
    return { initially: false, after };
  };
}

const pauseFinding = (code: string, message: string, event: number): Finding => ({
  code,
  message,
  events: [event],
});
