import type { Timetable } from '../calendar/timetable.ts';
import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { conventionOf } from '../limit/convention-of.ts';
import { countedBy } from '../limit/counted-by.ts';
import type { Counting, DueMoment, Limit } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { usedTime } from '../limit/used-time.ts';
import type { AnyStandard, PolicySetting, Run } from './kind.ts';
import type { Outcome } from './outcome.ts';
import { ownerAt } from './owner.ts';
import type { Verdict } from './verdict.ts';

type Instants = 'from' | 'due' | 'done' | 'changesAt';

/** What became of one run, its instants as numbers. */
export type Settled = Omit<Outcome, Instants> & {
  readonly [key in Instants]?: EpochMs | null | undefined;
} & {
  /** `exempt`: when that came about. */
  readonly ended?: EpochMs;
  /** What was measured, where that is a time and there is no due instant. */
  readonly usedMs?: number;
  /** How due was known over time, where it may move; `undefined`: not known. Ladders keep what they have told. */
  readonly dues?: readonly { readonly since: EpochMs; readonly due: EpochMs | undefined }[];
  /** How due was reckoned, where a limit says so. */
  readonly reckoned?: Reckoned | undefined;
};

/** A due instant with the limit, the calendar and the convention that it comes from. */
export interface Reckoned {
  readonly moment: DueMoment;
  readonly limit: Limit;
  readonly timetable: Timetable;
  readonly counting: Counting;
}

/** What a run is a run of. */
export interface SettledFor {
  readonly standard: AnyStandard & { readonly calendar?: string };
  readonly timeline: Timeline;
  readonly setting: PolicySetting;
  /** Whether the verdict tells its way. */
  readonly trace: boolean;
}

const elapsed = { amount: 0, unit: 'hours' } as const;

/** The run that was settled so, its verdict filled in. Times are in the limit's own kind, elapsed where there is none. */
export function settle(settled: Settled, place: number, source: SettledFor): Run {
  const { standard, timeline, setting, trace } = source;
  const {
    status,
    run = place,
    from = null,
    done = null,
    detail,
    reckoned,
    provisional = reckoned?.moment.provisional,
  } = settled;
  const { id, kind, severity = 'hard' } = standard;
  const moment = reckoned?.moment;
  const due = moment?.at ?? settled.due ?? null;
  const {
    limit = elapsed,
    timetable = setting.timetable(standard.calendar),
    counting = setting.counting(),
  } = reckoned ?? {};
  const { asOf } = timeline;
  const open = status === 'pending' || status === 'overdue';
  const end = done ?? settled.ended ?? asOf;
  const timed = from !== null && due !== null;
  const unit = units[limit.unit];
  const time = (a: EpochMs, b: EpochMs) => usedTime(a, b, unit, timetable, []);
  const total = timed ? time(from, due) : 0;
  const used = timed ? time(from, end) : (settled.usedMs ?? null);
  const closed = unit.working && !timetable.isWorking(end);
  const owner = ownerAt(timeline, Math.min(due ?? asOf, asOf));
  const sources = reckoned ? countedBy([limit], counting, timetable) : [];

  const verdict = {
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
    remainingMs: open && due !== null ? time(asOf, due) : null,
    share: total > 0 ? used! / total : null,
    clock: !open ? 'stopped' : closed ? 'closed-hours' : 'running',
    ...(owner !== undefined && { owner }),
    ...(status === 'exempt' && { reason: settled.reason ?? '' }),
    ...(status === 'undetermined' && { missing: settled.missing ?? [] }),
    ...(provisional && { provisional }),
    ...(reckoned && { counting }),
    ...(detail && { detail }),
    ...(trace && {
      timeZone: timetable.zone.name,
      ...(reckoned && { limit, ...conventionOf(counting) }),
      ...(sources.length > 0 && { sources }),
      ...(moment?.steps && { steps: moment.steps }),
    }),
  };

  return {
    // Which keys a status needs is for its judge to see to.
    verdict: verdict as unknown as Verdict,
    changesAt:
      settled.changesAt !== undefined
        ? settled.changesAt
        : status === 'pending' && due !== null
          ? due + 1
          : null,
    timing: timed
      ? {
          from,
          endedAt: open ? null : end,
          stages: (settled.dues ?? [{ since: from, due }]).map(({ since, due }) => ({
            since,
            terms: due === undefined ? due : { unit, timetable },
            clock: {
              stoppedSince: undefined,
              dueAt: () => ({ at: due! }),
              stopsUntil: () => [],
              isEven: true,
            },
          })),
        }
      : undefined,
  };
}

const dateOf = (at: EpochMs | null) => (at === null ? null : new Date(at));
