import { dayFacts } from '../calendar/day-facts.ts';
import { provisionalOf } from '../calendar/provisional-of.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import type { Limit, Step, StepReason } from './types.ts';
import { units } from './units.ts';

/** Why a stretch of time counts or doesn't, before it is a step. */
export interface Cause {
  readonly reason: StepReason;
  readonly name?: string | undefined;
  readonly source?: string | undefined;
}

/** Neighbouring days of one cause. */
export interface DayRun extends Cause {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

export const counted: Cause = { reason: 'counted' };
export const paused: Cause = { reason: 'pause' };

/** Why a worked day counts (a usual one, a make-up day, or one of which nothing is published yet), or a day off doesn't. */
export function causeOf(timetable: Timetable, day: EpochDay, working: boolean): Cause {
  const { cause, name, source } = dayFacts(timetable, day);
  if (!working) {
    const reason = cause === 'holiday' ? cause : cause === 'closed-weekday' ? 'weekend' : 'closed';
    return { reason, name, source };
  }
  if (provisionalOf(timetable, day, day)) return { reason: 'provisional' };
  return cause === 'make-up' ? { reason: cause, name, source } : counted;
}

/** Why due moved from a last day that isn't worked. */
export function rolled(timetable: Timetable, day: EpochDay): Cause {
  const { name, source } = dayFacts(timetable, day);
  return { reason: 'rolled', name, source };
}

/** Adds a day, or several of one cause, to the runs; joins them to the last run if that has the same cause. */
export function addRun(runs: DayRun[], cause: Cause, first: EpochDay, last = first): void {
  const before = runs.at(-1);
  const joins =
    before?.reason === cause.reason &&
    before.name === cause.name &&
    before.source === cause.source &&
    before.last === first - 1;
  if (joins) runs[runs.length - 1] = { ...before, last };
  else runs.push({ ...cause, first, last });
}

/** The steps of runs of days, each from the start of its first to the start of the day after its last. */
export function stepsOf(runs: readonly DayRun[], limit: Limit, startOf: (day: EpochDay) => EpochMs): Step[] {
  const { months } = units[limit.unit];
  return runs.map((run) => {
    const amount = months > 0 ? limit.amount : run.last - run.first + 1;
    return stepOf(run, startOf(run.first), startOf(run.last + 1), amount, run);
  });
}

export function stepOf(
  { reason, name, source }: Cause,
  from: EpochMs,
  to: EpochMs,
  amount = 0,
  days?: Pick<DayRun, 'first' | 'last'>,
): Step {
  const counted = reason === 'counted' || reason === 'make-up' || reason === 'provisional';
  return {
    counted,
    reason,
    ...(name !== undefined && { name }),
    ...(source !== undefined && { source }),
    from: new Date(from),
    to: new Date(Math.max(from, to)),
    amount: counted ? amount : 0,
    ...(days && { days: [formatCivilDate(days.first), formatCivilDate(days.last)] as const }),
  };
}
