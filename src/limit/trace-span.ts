import { dayOf } from '../calendar/day-of.ts';
import { instantAt } from '../calendar/instant-at.ts';
import type { Timetable } from '../calendar/timetable.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import { addRun, causeOf, counted, type DayRun, paused, rolled, stepOf, stepsOf } from './day-runs.ts';
import type { Reckoning } from './reckoning.ts';
import { spanStart } from './span-due.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';

/** The steps of a limit in seconds to hours: from the start to where its time is used up, then to due if that rolls. */
export function traceSpan(reckoning: Reckoning, end: EpochMs, at: EpochMs): Step[] {
  const { from, timetable, pauses = [] } = reckoning;
  const steps: Step[] = [];
  let t = spanStart(reckoning);
  if (t > from) steps.push(stepOf({ reason: 'before-start' }, from, t));
  for (const [stop, resume] of pauses) {
    if (resume <= t || Math.max(t, stop) >= end) continue;
    steps.push(...runningSteps(reckoning, t, stop));
    t = Math.max(t, stop);
    steps.push(stepOf(paused, t, resume));
    t = resume;
  }
  steps.push(...runningSteps(reckoning, t, end));
  if (at > end) {
    const day = dayOf(timetable, end);
    steps.push(stepOf(rolled(timetable, day), end, at, 0, { first: day, last: dayOf(timetable, at) }));
  }
  return steps;
}

/** The steps between two instants while the clock runs. */
export function runningSteps(
  { timetable, limit }: Pick<Reckoning, 'timetable' | 'limit'>,
  from: EpochMs,
  to: EpochMs,
): Step[] {
  if (to <= from) return [];
  if (!units[limit.unit].working) return [stepOf(counted, from, to, to - from)];
  const steps: Step[] = [];
  let t = from;
  for (const [start, end] of timetable.intervals(from, to)) {
    steps.push(...closedSteps(timetable, t, start));
    steps.push(stepOf(causeOf(timetable, dayOf(timetable, start), true), start, end, end - start));
    t = end;
  }
  return [...steps, ...closedSteps(timetable, t, to)];
}

/** Nights, week-ends and holidays apart, neighbouring days of one cause together. */
function closedSteps(timetable: Timetable, from: EpochMs, to: EpochMs): Step[] {
  if (from >= to) return [];
  const runs: DayRun[] = [];
  const last = dayOf(timetable, to - 1);
  for (let day = dayOf(timetable, from); day <= last; day += 1)
    addRun(runs, timetable.isWorkingDay(day) ? { reason: 'closed' } : causeOf(timetable, day, false), day);
  const startOf = (day: EpochDay) => Math.min(to, Math.max(from, instantAt(timetable, day, 0)));
  return stepsOf(runs, { amount: 0, unit: 'days' }, startOf).map(({ days, ...step }) =>
    step.reason === 'closed' ? step : { ...step, days: days! },
  );
}
