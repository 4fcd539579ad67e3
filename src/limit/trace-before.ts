import { dayFacts } from '../calendar/day-facts.ts';
import type { EpochDay, EpochMs, Millis } from '../instant/types.ts';
import type { BackwardReckoning } from './reckon-before.ts';
import { addRun, type DayRun, named, offCause, stepOf, workCause } from './steps.ts';
import { workingSteps } from './trace-span.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';
import { wallInstant } from './wall.ts';

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
  const { event, start, clock, rolling, counted, last } = plan;
  const midnight = (day: EpochDay) => wallInstant(timetable.zone, day, 0);
  const steps: Step[] = [];
  if (!rolling)
    steps.push(stepOf({ counted: false, reason: 'trigger-day' }, midnight(event), from, 0, [event, event]));
  if (start > event)
    steps.push(stepOf(offCause(timetable, event), from, midnight(start), 0, [event, start - 1]));
  const runs = countedRuns(reckoning, counted, start - 1).reverse();
  const months = units[limit.unit].months > 0;
  for (const [index, run] of runs.entries()) {
    const ends = index === runs.length - 1 && last === counted;
    const begin = ends ? at : wallInstant(timetable.zone, run.first, clock);
    const amount = months ? limit.amount : run.last - run.first + 1;
    steps.push(
      stepOf(run, begin, wallInstant(timetable.zone, run.last + 1, clock), amount, [run.first, run.last]),
    );
  }
  if (last < counted) {
    const { name, source } = dayFacts(timetable, counted);
    const rolled = named({ counted: false, reason: 'rolled' }, name, source);
    steps.push(stepOf(rolled, at, midnight(counted), 0, [last, counted - 1]));
  }
  return steps;
}

function countedRuns({ timetable, limit }: BackwardReckoning, first: EpochDay, last: EpochDay): DayRun[] {
  const runs: DayRun[] = [];
  if (!units[limit.unit].working) addRun(runs, { counted: true, reason: 'counted' }, first, last);
  else {
    for (let day = first; day <= last; day += 1) {
      addRun(
        runs,
        timetable.isWorkingDay(day) ? workCause(timetable, day) : offCause(timetable, day),
        day,
        day,
      );
    }
  }
  return runs;
}

/** The same for a limit in seconds to hours. */
export function traceSpanBefore({ timetable, limit, from }: BackwardReckoning, at: EpochMs): Step[] {
  if (at === from) return [];
  if (units[limit.unit].working) return workingSteps(timetable, at, from).reverse();
  return [stepOf({ counted: true, reason: 'counted' }, at, from, from - at)];
}
