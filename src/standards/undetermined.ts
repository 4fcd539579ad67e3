import { type Selectors, typesOf } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { reportMissing } from './applies.ts';
import type { Judging } from './kind.ts';
import type { Settled } from './settle.ts';

/** A run of which nothing can be said for want of these; attributes of the vocabulary are reported missing. */
export function undetermined(
  missing: readonly string[],
  from: EpochMs | undefined,
  { report }: Pick<Judging, 'report'>,
): Settled {
  for (const name of missing) reportMissing(name, report);
  return { status: 'undetermined', missing, from };
}

/** What becomes of a standard none of whose `from` events is there: nothing can be said if every case has one. */
export function withoutStart(from: Selectors, timeline: Timeline): Settled[] {
  const unheard = typesOf(from).includes('received') && timeline.first('received') === undefined;
  return unheard ? [{ status: 'undetermined', missing: ['received'] }] : [];
}
