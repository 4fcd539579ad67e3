import { instantAt } from '../calendar/instant-at.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import { type DayPlan, dayEndingAfter, endOfDay } from './day-plan.ts';
import { addRun, causeOf, counted, type DayRun, paused, rolled, stepOf, stepsOf } from './day-runs.ts';
import type { Reckoning } from './reckoning.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';

/** The steps from the start to due of a limit in days, weeks or months. */
export function traceDays(reckoning: Reckoning, plan: DayPlan): Step[] {
  const { timetable, limit, from } = reckoning;
  const { trigger, arrival, first, clock, last, at } = plan;
  const runs: DayRun[] = [];
  // From a trigger that came too late, or on a day off, to the day that it counts as arriving on.
  for (let day = trigger; day < arrival; day += 1) {
    addRun(runs, timetable.isWorkingDay(day) ? { reason: 'cut-off' } : causeOf(timetable, day, false), day);
  }
  if (first > arrival && Number.isNaN(clock)) addRun(runs, { reason: 'trigger-day' }, arrival);
  if (units[limit.unit].months > 0) monthRuns(plan, runs);
  else countedRuns(reckoning, plan, runs);
  if (last > plan.counted) addRun(runs, rolled(timetable, plan.counted), plan.counted + 1, last);
  // A day starts at midnight, or at the clock time of a rolling count.
  const startOf = (day: EpochDay): EpochMs =>
    clock >= 0 && day > arrival ? instantAt(timetable, day - 1, clock) : instantAt(timetable, day, 0);
  const steps = stepsOf(runs, limit, (day) => Math.max(from, startOf(day)));
  if (last < plan.counted) {
    const days = { first: last + 1, last: plan.counted };
    steps.push(stepOf(rolled(timetable, plan.counted), at, startOf(plan.counted + 1), 0, days));
  } else steps.push({ ...steps.pop()!, to: new Date(at) });
  return steps;
}

/** A month counts as a whole; the days that pauses add come after it. */
function monthRuns({ first, planned, counted: last }: DayPlan, runs: DayRun[]): void {
  addRun(runs, counted, first, planned);
  if (last > planned) addRun(runs, paused, planned + 1, last);
}

function countedRuns(reckoning: Reckoning, { first, counted: last, clock }: DayPlan, runs: DayRun[]): void {
  const { timetable, limit, pauses, from } = reckoning;
  const { working } = units[limit.unit];
  let next = 0;
  for (let day = first; day <= last; day += 1) {
    const end = endOfDay(reckoning, day, clock);
    while (pauses?.[next] !== undefined && pauses[next]![1] < end) next += 1;
    const pause = pauses?.[next];
    if (pause !== undefined && Math.max(pause[0], from) < end) {
      // One leap over the whole pause, however long it is.
      const after = Math.min(dayEndingAfter(reckoning, pause[1], day, clock), last + 1);
      addRun(runs, paused, day, after - 1);
      day = after - 1;
    } else addRun(runs, working ? causeOf(timetable, day, timetable.isWorkingDay(day)) : counted, day);
  }
}
