import { dayFacts } from '../calendar/day-facts.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import { type DayPlan, dayEndingAfter, endOfDay } from './day-plan.ts';
import type { Reckoning } from './reckoning.ts';
import { addRun, type Cause, type DayRun, named, offCause, pauseCause, stepOf, workCause } from './steps.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';
import { wallInstant } from './wall.ts';

/** The steps from the start to due of a limit in days, weeks or months. */
export function traceDays(reckoning: Reckoning, plan: DayPlan): Step[] {
  const runs: DayRun[] = [];
  beforeArrival(reckoning, plan, runs);
  const triggerDay = plan.first > plan.arrival && Number.isNaN(plan.clock);
  if (triggerDay) addRun(runs, { counted: false, reason: 'trigger-day' }, plan.arrival, plan.arrival);
  const { months } = units[reckoning.limit.unit];
  if (months > 0) monthRuns(plan, runs);
  else countedRuns(reckoning, plan, runs);
  const steps = runs.map((run, index) => toStep(reckoning, plan, run, index === runs.length - 1));
  if (plan.last !== plan.counted) steps.push(rolledStep(reckoning, plan));
  return steps;
}

/** The days from a trigger that came too late, or on a day off, to the one it counts as arriving on. */
function beforeArrival({ timetable }: Reckoning, { trigger, arrival }: DayPlan, runs: DayRun[]): void {
  for (let day = trigger; day < arrival; day += 1) {
    const late = day === trigger && timetable.isWorkingDay(day);
    addRun(runs, late ? { counted: false, reason: 'cut-off' } : offCause(timetable, day), day, day);
  }
}

/** A month counts as a whole; the days that pauses add come after it. */
function monthRuns({ first, planned, counted }: DayPlan, runs: DayRun[]): void {
  addRun(runs, { counted: true, reason: 'counted' }, first, planned);
  if (counted > planned) addRun(runs, pauseCause, planned + 1, counted);
}

function countedRuns(reckoning: Reckoning, { first, counted, clock }: DayPlan, runs: DayRun[]): void {
  const { timetable, limit, pauses = [], from } = reckoning;
  const { working } = units[limit.unit];
  let next = 0;
  for (let day = first; day <= counted; day += 1) {
    const end = endOfDay(reckoning, day, clock);
    while (next < pauses.length && pauses[next]![1] < end) next += 1;
    const pause = pauses[next];
    if (pause !== undefined && Math.max(pause[0], from) < end && end <= pause[1]) {
      // One leap over the whole pause, however long it is.
      const after = Math.min(dayEndingAfter(reckoning, pause[1], clock), counted + 1);
      addRun(runs, pauseCause, day, after - 1);
      day = after - 1;
    } else if (!working) addRun(runs, { counted: true, reason: 'counted' }, day, day);
    else if (timetable.isWorkingDay(day)) addRun(runs, workCause(timetable, day), day, day);
    else addRun(runs, offCause(timetable, day), day, day);
  }
}

function toStep(reckoning: Reckoning, plan: DayPlan, run: DayRun, last: boolean): Step {
  const { from, limit } = reckoning;
  const rolled = plan.last !== plan.counted;
  const start = Math.max(from, startOf(reckoning, plan, run.first));
  const end = last && !rolled ? plan.at : Math.max(from, startOf(reckoning, plan, run.last + 1));
  const amount = units[limit.unit].months > 0 ? limit.amount : run.last - run.first + 1;
  return stepOf(run, start, end, amount, [run.first, run.last]);
}

/** The instant from which a day's stretch runs: midnight, or the clock time of a rolling count. */
function startOf({ timetable }: Reckoning, { clock, arrival }: DayPlan, day: EpochDay): EpochMs {
  const rolls = !Number.isNaN(clock) && day > arrival;
  return rolls ? wallInstant(timetable.zone, day - 1, clock) : wallInstant(timetable.zone, day, 0);
}

/** The way from a last day that is no working day to the one that due moved to. */
function rolledStep(reckoning: Reckoning, { counted, last, at }: DayPlan): Step {
  const { timetable } = reckoning;
  const { name, source } = dayFacts(timetable, counted);
  const cause: Cause = named({ counted: false, reason: 'rolled' }, name, source);
  const over = wallInstant(timetable.zone, counted + 1, 0);
  return last > counted
    ? stepOf(cause, over, at, 0, [counted + 1, last])
    : stepOf(cause, at, over, 0, [last + 1, counted]);
}
