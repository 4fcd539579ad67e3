import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';

const holders = ['owner', 'agent', 'department'];

/**
 * Who holds a case at an instant: whom it was last assigned or transferred to, unless its `owner` was changed since;
 * else the case's own owner, agent or department.
 */
export function ownerAt(timeline: Timeline, at: EpochMs): string | undefined {
  for (let n = timeline.events.length - 1; n >= 0; n--) {
    const { type, at: when, source } = timeline.events[n]!;
    if (when > at) continue;
    const to = type === 'assigned' || type === 'transferred' ? source.to : ownerSetBy(type, source.set);
    if (typeof to === 'string') return to;
  }
  for (const attribute of holders) {
    const value = timeline.valueAt(attribute, at);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function ownerSetBy(type: string, set: unknown): unknown {
  if (type !== 'changed' || typeof set !== 'object' || set === null) return undefined;
  return Object.hasOwn(set, 'owner') ? (set as { owner: unknown }).owner : undefined;
}
