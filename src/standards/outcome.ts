import type { Provisional } from '../calendar/spec.ts';
import { OwnPolicyError } from '../errors/policy-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import type { LocalText } from './part.ts';
import type { Settled } from './settle.ts';
import { type Status, statuses } from './verdict.ts';

/** What became of one run, as a kind tells it; the package makes a verdict of it. */
export interface Outcome {
  readonly status: Status;
  /** Counted from 1; its place among the outcomes by default. */
  readonly run?: number;
  readonly from?: InstantInput | null;
  /** The last instant that keeps the promise; `late` and `overdue` need one. */
  readonly due?: InstantInput | null;
  readonly done?: InstantInput | null;
  /** What was measured, and what it was held against. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** `undetermined`: what it needs and lacks. */
  readonly missing?: readonly string[];
  /** `exempt`: why. */
  readonly reason?: string;
  /** Why, in words; `explain` tells them. */
  readonly explanation?: LocalText;
  /** What isn't published yet of the dates that it hangs on. */
  readonly provisional?: Provisional | undefined;
  /** When the status changes if nothing happens; 1 ms after the due instant of a pending run by default. */
  readonly changesAt?: InstantInput | null;
}

/** An outcome that a kind tells, checked, its instants as numbers. Times are elapsed ms. */
export function settledBy(outcome: Outcome, kind: string): Settled {
  const instant = (key: Instant) => instantOf(outcome, key, kind);
  const settled: Settled = {
    ...outcome,
    from: instant('from'),
    due: instant('due'),
    done: instant('done'),
    changesAt: 'changesAt' in outcome ? instant('changesAt') : undefined,
  };
  checkStatus(kind, settled);
  return settled;
}

type Instant = 'from' | 'due' | 'done' | 'changesAt';

function instantOf(outcome: Outcome, key: Instant, kind: string): EpochMs | null {
  const given = outcome[key] ?? null;
  return given === null ? null : toEpoch(given, [kind, key]);
}

/** A verdict whose status and instants contradict each other would mislead everything that counts it. */
function checkStatus(kind: string, { status, due, done }: Settled): void {
  const expected = !statuses.includes(status)
    ? `one of ${statuses.join(', ')}`
    : (status === 'late' || status === 'overdue') && due === null
      ? 'it with due'
      : status === 'late' && done === null
        ? 'it with done'
        : (status === 'overdue' || status === 'pending') && done !== null
          ? 'it without done'
          : null;
  if (expected !== null) throw new OwnPolicyError('policy.outcome', { kind, status, expected });
}
