import { type Selectors, typesOf } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Settled } from './settle.ts';

/** A run of which nothing can be said for want of these; attributes of the vocabulary that are absent are reported. */
export function undetermined(
  missing: readonly string[],
  from: EpochMs | undefined,
  timeline: Timeline,
): Settled {
  reportAbsent(missing, timeline, from ?? timeline.asOf);
  return { status: 'undetermined', missing, from };
}

/** Reports those of the attributes that are absent: one may be there and fit no row, or state no instant. */
export function reportAbsent(attributes: readonly string[], timeline: Timeline, at: EpochMs): void {
  for (const name of attributes) if (timeline.valueAt(name, at) === undefined) timeline.lack(name);
}

/** What becomes of a standard none of whose `from` events is there: nothing can be said if every case has one. */
export function withoutStart(from: Selectors, timeline: Timeline): Settled[] {
  const unheard = typesOf(from).includes('received') && timeline.first('received') === undefined;
  return unheard ? [{ status: 'undetermined', missing: ['received'] }] : [];
}
