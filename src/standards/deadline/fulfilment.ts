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
    let open = needed;
    return (event, timeline) => {
      open = open.filter((matches) => !matches(event, timeline));
      return open.length === 0;
    };
  };
}
