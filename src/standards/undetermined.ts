import { type Selectors, typesOf } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Settled } from './settle.ts';

/** A run of which nothing can be said for want of these; attributes of the vocabulary are reported missing. */
export function undetermined(
  missing: readonly string[],
  from: EpochMs | undefined,
  timeline: Timeline,
): Settled {
  for (const name of missing) timeline.lack(name);
  return { status: 'undetermined', missing, from };
}

/** What becomes of a standard none of whose `from` events is there: nothing can be said if every case has one. */
export function withoutStart(from: Selectors, timeline: Timeline): Settled[] {
  const unheard = typesOf(from).includes('received') && timeline.first('received') === undefined;
  return unheard ? [{ status: 'undetermined', missing: ['received'] }] : [];
}
