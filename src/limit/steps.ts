import { dayFacts } from '../calendar/day-facts.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import type { Step, StepReason } from './types.ts';

/** Whether and why a day counts, before it is part of a step. */
export interface Cause {
  readonly counted: boolean;
  readonly reason: StepReason;
  readonly name?: string;
  readonly source?: string;
}

/** Neighbouring days of one cause. */
export interface DayRun extends Cause {
  readonly first: EpochDay;
  readonly last: EpochDay;
}

export const pauseCause: Cause = { counted: false, reason: 'pause' };

/** Why a day off isn't counted. */
export function offCause(timetable: Timetable, day: EpochDay): Cause {
  const { cause, name, source } = dayFacts(timetable, day);
  const reason = cause === 'holiday' ? 'holiday' : cause === 'closed-weekday' ? 'weekend' : 'closed';
  return named({ counted: false, reason }, name, source);
}

/** Why a day counts: it is a usual one, a make-up day, or one of which nothing is published yet. */
export function workCause(timetable: Timetable, day: EpochDay): Cause {
  if (timetable.provisional(day, day) !== undefined) return { counted: true, reason: 'provisional' };
  const { cause, name, source } = dayFacts(timetable, day);
  if (cause !== 'make-up') return { counted: true, reason: 'counted' };
  return named({ counted: true, reason: 'make-up' }, name, source);
}

export function named(cause: Cause, name: string | undefined, source: string | undefined): Cause {
  return { ...cause, ...(name === undefined ? {} : { name }), ...(source === undefined ? {} : { source }) };
}

/** Adds a day, or several of one cause, to the runs; joins them to the last run if that has the same cause. */
export function addRun(runs: DayRun[], cause: Cause, first: EpochDay, last: EpochDay): void {
  const before = runs.at(-1);
  const joins =
    before?.reason === cause.reason &&
    before.name === cause.name &&
    before.source === cause.source &&
    before.last === first - 1;
  if (joins) runs[runs.length - 1] = { ...before, last };
  else runs.push({ ...cause, first, last });
}

export function stepOf(
  { counted, reason, name, source }: Cause,
  from: EpochMs,
  to: EpochMs,
  amount: number,
  days?: readonly [EpochDay, EpochDay],
): Step {
  return {
    ...named({ counted, reason }, name, source),
    from: new Date(from),
    to: new Date(Math.max(from, to)),
    amount: counted ? amount : 0,
    ...(days === undefined ? {} : { days: [formatCivilDate(days[0]), formatCivilDate(days[1])] as const }),
  };
}
