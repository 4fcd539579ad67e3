import type { Provisional } from '../calendar/spec.ts';
import type { Timeline } from '../case/timeline.ts';
import { PolicyError } from '../errors/policy-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import type { AnyStandard, PolicySetting, Run } from './kind.ts';
import { ownerAt } from './owner.ts';
import type { LocalText } from './part.ts';
import { type Status, statuses, type Verdict } from './verdict.ts';

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

/** Where an outcome comes from. */
export interface OutcomeSource {
  readonly standard: AnyStandard & { readonly calendar?: string };
  readonly timeline: Timeline;
  readonly setting: PolicySetting;
  /** Whether the verdict tells its way, and the promise in words. */
  readonly trace: boolean;
  readonly promise?: LocalText | undefined;
}

const elapsed = { amount: 0, unit: 'hours' } as const;

/** The run that an outcome tells of, its verdict filled in. Times are elapsed ms. */
export function runOf(outcome: Outcome, place: number, source: OutcomeSource): Run {
  const { standard, timeline, setting, trace, promise } = source;
  const { status, run = place, detail, explanation, provisional } = outcome;
  const { id, kind, severity = 'hard' } = standard;
  const from = instantOf(outcome, 'from', kind);
  const due = instantOf(outcome, 'due', kind);
  const done = instantOf(outcome, 'done', kind);
  const { asOf } = timeline;
  const timetable = setting.timetable(standard.calendar);
  const open = status === 'pending' || status === 'overdue';
  const end = done ?? asOf;
  const timed = from !== null && due !== null;
  const used = timed ? Math.max(0, end - from) : null;
  const owner = ownerAt(timeline, due === null ? asOf : Math.min(due, asOf));

  const verdict: Record<string, unknown> = {
    case: timeline.id,
    standard: id,
    kind,
    run,
    status,
    severity,
    from: dateOf(from),
    due: dateOf(due),
    done: dateOf(done),
    usedMs: used,
    overMs: due === null ? null : status === 'late' || status === 'overdue' ? end - due : 0,
    pausedMs: timed ? 0 : null,
    remainingMs: open && due !== null ? Math.max(0, due - asOf) : null,
    share: used !== null && due! > from! ? used / (due! - from!) : null,
    clock: open ? 'running' : 'stopped',
    ...(owner !== undefined && { owner }),
    ...(status === 'exempt' && { reason: outcome.reason ?? '' }),
    ...(status === 'undetermined' && { missing: outcome.missing ?? [] }),
    ...(detail && { detail }),
    ...(provisional && { provisional }),
    ...(trace && { timeZone: timetable.zone.name, ...(promise && { promise }) }),
    ...(explanation && { explanation }),
  };
  checkStatus(verdict);

  return {
    // Which keys a status needs has just been checked.
    verdict: verdict as unknown as Verdict,
    changesAt: 'changesAt' in outcome ? instantOf(outcome, 'changesAt', kind) : changeOf(status, due),
    timing: timed
      ? {
          from,
          endedAt: open ? null : end,
          stages: [
            {
              since: from,
              terms: { limit: elapsed, timetable, counting: setting.counting() },
              clock: { stoppedSince: undefined, dueAt: () => ({ at: due }), stopsUntil: () => [] },
            },
          ],
        }
      : undefined,
  };
}

const dateOf = (at: EpochMs | null) => (at === null ? null : new Date(at));
const changeOf = (status: Status, due: EpochMs | null) =>
  status === 'pending' && due !== null ? due + 1 : null;

type Instant = 'from' | 'due' | 'done' | 'changesAt';

function instantOf(outcome: Outcome, key: Instant, kind: string): EpochMs | null {
  const given = outcome[key] ?? null;
  return given === null ? null : toEpoch(given, [kind, key]);
}

/** A verdict whose status and instants contradict each other would mislead everything that counts it. */
function checkStatus({ kind, status, due, done }: Record<string, unknown>): void {
  const expected = !statuses.includes(status as Status)
    ? `one of ${statuses.join(', ')}`
    : (status === 'late' || status === 'overdue') && due === null
      ? 'it with due'
      : status === 'late' && done === null
        ? 'it with done'
        : (status === 'overdue' || status === 'pending') && done !== null
          ? 'it without done'
          : null;
  if (expected !== null) throw new PolicyError('policy.outcome', { kind: `${kind}`, status, expected });
}
