import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import type { LimitInput } from '../limit/types.ts';
import type { CaseMeasure } from './count-case.ts';
import { millisOf } from './fixed-millis.ts';

/**
 * Slots: resolved, resolved at the first contact: no further `received` and nothing said by the customer after the
 * first one until `window` after the resolution has passed (without a window: ever).
 */
export const firstContacts: CaseMeasure = {
  slots: 2,
  compile: ({ window }) => {
    const length = millisOf(window as LimitInput | undefined);
    return (counter, timeline) => {
      const resolvedAt = timeline.first('resolved')?.at;
      if (resolvedAt === undefined || !counter.look(timeline, resolvedAt)) return;
      const cell = counter.cell(resolvedAt);
      const until = resolvedAt + (length ?? Number.POSITIVE_INFINITY);
      cell.count(0);
      if (contactedAgain(timeline, until)) return;
      cell.count(1);
      if (length !== undefined) cell.openUntil = Math.max(cell.openUntil, until);
    };
  },
};

function contactedAgain(timeline: Timeline, until: EpochMs): boolean {
  const first = timeline.first('received');
  return timeline.events.some(
    (event) =>
      event !== first &&
      event.at <= until &&
      (event.type === 'received' ||
        (event.type === 'said' && event.source.role === 'customer' && event.at > (first?.at ?? 0))),
  );
}
