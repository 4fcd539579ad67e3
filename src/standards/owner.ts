import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';

const holders = ['owner', 'agent', 'department'];

/**
 * Who holds a case at an instant: whom it was last assigned or transferred to, unless its `owner` was changed since;
 * else the case's own owner, agent or department. An `owner` changed to nobody leaves it with nobody.
 */
export function ownerAt(timeline: Timeline, at: EpochMs): string | undefined {
  const { handovers } = timeline;
  for (let n = handovers.length - 1; n >= 0; n--) {
    const event = handovers[n]!;
    if (event.at > at) continue;
    const to = holderBy(event);
    if (to !== undefined) return typeof to === 'string' ? to : undefined;
  }
  for (const attribute of holders) {
    const value = timeline.valueAt(attribute, at);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

/** Whom an event hands the case to. */
function holderBy({ type, source }: TimelineEvent): unknown {
  if (type !== 'changed') return source.to;
  const set: { readonly owner?: unknown } = Object(source.set);
  return Object.hasOwn(set, 'owner') ? set.owner : undefined;
}
