import { timelineOf } from '../case/timeline.ts';
import type { CaseEvent } from '../case/types.ts';
import { OrganisationError } from '../errors/organisation-error.ts';
import { ownError } from '../errors/own-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import type { OrganisationLog, Shift, ShiftSpan } from '../standards/kind.ts';

/** What the organisation itself did, and who was on duty. Either list may be left out. */
export interface OrganisationInput {
  /** In any order, as those of a case. */
  readonly events?: readonly CaseEvent[];
  /** In any order; a person's own may overlap. */
  readonly shifts?: readonly Shift[];
}

/** A checked log; its range is not settled yet. */
export type CheckedLog = Omit<OrganisationLog, 'range'> & {
  /** Shifts that begin after `asOf`. */
  readonly later: number;
};

/**
 * Checks a log of the organisation and puts it in order.
 *
 * @throws CaseError `organisation.*`, or `case.event...` for an event, with the path into the log.
 */
export function organisationLog(input: OrganisationInput, asOf: EpochMs): CheckedLog {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new OrganisationError('organisation.not-an-object', { given: input });
  const { events = [], shifts = [] } = input;
  const timeline = timelineOf({ id: 'organisation', events }, asOf);
  if (!Array.isArray(shifts))
    throw new OrganisationError('organisation.shifts', { given: shifts }, { path: ['shifts'] });
  const spans = shifts.map(spanOf);
  const begun = spans.filter(({ from }) => from <= asOf).sort((a, b) => a.from - b.from);
  return { timeline, shifts: begun, later: spans.length - begun.length };
}

function spanOf(given: unknown, index: number): ShiftSpan {
  const path = ['shifts', index];
  if (typeof given !== 'object' || given === null)
    throw new OrganisationError('organisation.shift', { given }, { path });
  const shift = given as Shift;
  const { who, post } = given as { readonly who: unknown; readonly post: unknown };
  if (typeof who !== 'string' || who === '')
    throw new OrganisationError('organisation.who', { given: who }, { path: [...path, 'who'] });
  if (post !== undefined && post !== null && typeof post !== 'string')
    throw new OrganisationError('organisation.post', { given: post }, { path: [...path, 'post'] });
  const from = instantAt(shift.from, [...path, 'from']);
  const { to: end = null } = shift;
  const to = end === null ? Number.POSITIVE_INFINITY : instantAt(end, [...path, 'to']);
  if (to < from) {
    const text = (at: EpochMs) => new Date(at).toISOString();
    const data = { from: text(from), to: text(to) };
    throw new OrganisationError('organisation.reversed', data, { path: [...path, 'to'] });
  }
  return { from, to, source: shift };
}

function instantAt(at: InstantInput, path: readonly (string | number)[]): EpochMs {
  try {
    return toEpoch(at);
  } catch (error) {
    const { reason } = ownError(error);
    throw new OrganisationError('organisation.instant', { reason }, { path, cause: error });
  }
}
