import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';

const holders = ['owner', 'agent', 'department'];

/** Who holds a case at an instant: whom it was last assigned or transferred to, else the case's own owner. */
export function ownerAt(timeline: Timeline, at: EpochMs): string | undefined {
  for (let n = timeline.events.length - 1; n >= 0; n--) {
    const { type, at: when, source } = timeline.events[n]!;
    if (when > at || (type !== 'assigned' && type !== 'transferred')) continue;
    if (typeof source.to === 'string') return source.to;
  }
  for (const attribute of holders) {
    const value = timeline.valueAt(attribute, at);
    if (typeof value === 'string') return value;
  }
  return undefined;
}
