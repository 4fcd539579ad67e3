import { compileSelectors } from '../../case/selector.ts';
import type { Timeline, TimelineEvent } from '../../case/timeline.ts';
import type { DeadlineStandard } from './standard.ts';

/** Takes a run's `to` events one by one, and says when they fulfil it. */
export type Fulfilment = (event: TimelineEvent, timeline: Timeline) => boolean;

const atOnce: Fulfilment = () => true;

/** A fresh fulfilment for each run: the first of any, or the last of all. */
export function compileFulfilment(to: DeadlineStandard['to']): () => Fulfilment {
  if (typeof to !== 'object' || !('all' in to)) return () => atOnce;
  const needed = to.all.map(compileSelectors);
  return () => {
    const open = new Set(needed);
    return (event, timeline) => {
      for (const matches of open) if (matches(event, timeline)) open.delete(matches);
      return open.size === 0;
    };
  };
}
