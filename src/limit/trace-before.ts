import { instantAt } from '../calendar/instant-at.ts';
import type { EpochDay, EpochMs, Millis } from '../instant/types.ts';
import { addRun, causeOf, counted, type DayRun, rolled, stepOf, stepsOf } from './day-runs.ts';
import type { BackwardReckoning } from './reckon-before.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';

/** How a backward limit in days, weeks or months was counted. */
export interface BackwardPlan {
  readonly event: EpochDay;
  /** The day it was counted back from: the event's, or the next working day. */
  readonly start: EpochDay;
  /** The clock time at which each day begins: 0, or the event's under `same-time`. */
  readonly clock: Millis;
  readonly rolling: boolean;
  readonly counted: EpochDay;
  readonly last: EpochDay;
}

/** The steps from an event back to the latest instant that is still the limit's length before it. */
export function traceDaysBefore(reckoning: BackwardReckoning, plan: BackwardPlan, at: EpochMs): Step[] {
  const { timetable, from, limit } = reckoning;
  const { event, start, clock, rolling, last } = plan;
  const midnight = (day: EpochDay) => instantAt(timetable, day, 0);
  const steps: Step[] = [];
  if (!rolling)
    steps.push(stepOf({ reason: 'trigger-day' }, midnight(event), from, 0, { first: event, last: event }));
  const runs: DayRun[] = [];
  if (!units[limit.unit].working) addRun(runs, counted, plan.counted, start - 1);
  else
    for (let day = plan.counted; day < start; day += 1)
      addRun(runs, causeOf(timetable, day, timetable.isWorkingDay(day)), day);
  steps.push(...stepsOf(runs, limit, (day) => instantAt(timetable, day, clock)).reverse());
  if (last === plan.counted) return [...steps.slice(0, -1), { ...steps.at(-1)!, from: new Date(at) }];
  const days = { first: last, last: plan.counted - 1 };
  return [...steps, stepOf(rolled(timetable, plan.counted), at, midnight(plan.counted), 0, days)];
}
