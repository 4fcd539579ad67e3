import type { EpochMs } from '../instant/types.ts';
import { reckonDue } from './reckon.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment, Limit } from './types.ts';

/** More time from the due instant in force, or a new due instant in its place. */
export type Grant = { readonly more: Limit } | { readonly until: EpochMs };

/**
 * The due instant after an extension. More time counts on from the due in force: nothing is cut off, no day counts
 * twice. An `until` takes its place as it stands, and pauses no longer move it; that it isn't earlier than the due in
 * force when it was granted is the caller's to see.
 */
export function extendDue(
  due: DueMoment,
  grant: Grant,
  terms: Pick<Reckoning, 'timetable' | 'counting' | 'pauses' | 'trace'>,
): DueMoment {
  if ('until' in grant) return { at: grant.until };
  const { at, provisional } = reckonDue({
    ...terms,
    from: due.at,
    limit: grant.more,
    continues: true,
    trace: false,
  });
  const mark = due.provisional ?? provisional;
  return mark === undefined ? { at } : { at, provisional: mark };
}
