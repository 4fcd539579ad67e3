import type { EpochMs } from '../instant/types.ts';
import { stepOf } from './day-runs.ts';
import { moment } from './outcome.ts';
import { reckonDue } from './reckon.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment, Limit, Step } from './types.ts';

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
  if ('until' in grant) return moment(grant.until, undefined, extendedSteps(due, grant.until, terms.trace));
  const { trace, ...rest } = terms;
  const { at, provisional } = reckonDue({ ...rest, from: due.at, limit: grant.more, continues: true });
  return moment(at, due.provisional ?? provisional, extendedSteps(due, at, trace));
}

/** An extension is one stretch that isn't counted: what is counted adds up to the limit without it. */
function extendedSteps(due: DueMoment, at: EpochMs, trace: boolean | undefined): readonly Step[] | undefined {
  if (trace !== true) return undefined;
  return [...due.steps!, stepOf({ reason: 'extended' }, due.at, at)];
}
