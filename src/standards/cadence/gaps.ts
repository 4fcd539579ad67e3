import type { TimelineEvent } from '../../case/timeline.ts';
import { compileRule } from '../compile-rule.ts';
import type { CompiledStandard, PolicySetting } from '../kind.ts';
import { compileLimitRule } from '../limit-rule.ts';
import type { Settled } from '../settle.ts';
import { undetermined } from '../undetermined.ts';
import { compileEvents, fromFirst } from './span.ts';
import type { CadenceGaps, CadenceStandard } from './standard.ts';

/** Makes a cadence ready whose event has to come at least every so often. */
export function compileGaps(
  { every, ...given }: CadenceStandard & CadenceGaps,
  setting: PolicySetting,
): CompiledStandard {
  const limits = compileLimitRule(every, setting, { counting: 'rolling', ...given });
  return compileRule(given, setting, (standard, terms) => {
    const { recurs, until } = compileEvents(standard);
    return fromFirst(standard.from, terms, (timeline, judging, events) => {
      const { asOf } = timeline;
      const runs: Settled[] = [];
      let start = events[0]!.at;
      /** The gap that is open, up to an event or to `asOf`. */
      const gapTo = (event?: TimelineEvent): Settled => {
        const allowance = limits.allowanceFor(timeline, start);
        if (allowance.kind === 'unknown') return undetermined(allowance.missing, start, timeline);
        const moment = allowance.dueFrom(start, judging.trace);
        const kept = (event?.at ?? asOf) <= moment.at;
        const settled: Settled = event
          ? { status: kept ? 'met' : 'late', done: event.at }
          : { status: kept ? 'pending' : 'overdue' };
        return { ...settled, from: start, terms: allowance, moment };
      };
      /** Whether the case ended while a gap was overdue, which no other one follows. */
      let over = false;
      for (const event of events.slice(1)) {
        const last = until(event, timeline);
        if (last || recurs(event, timeline)) {
          runs.push(gapTo(event));
          if (last || over) return runs;
          start = event.at;
        } else if (terms.exempts(event, timeline) && !over) {
          const gap = gapTo(event);
          if (gap.status === 'met')
            return [...runs, { ...gap, status: 'exempt', done: null, reason: event.type, ended: event.at }];
          over = true;
        }
      }
      return [...runs, gapTo()];
    });
  });
}
