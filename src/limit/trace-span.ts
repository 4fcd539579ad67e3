import { dayFacts } from '../calendar/day-facts.ts';
import type { Timetable } from '../calendar/timetable.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Reckoning } from './reckoning.ts';
import { spanStart } from './span-due.ts';
import { addRun, type DayRun, named, offCause, pauseCause, stepOf, workCause } from './steps.ts';
import type { Step } from './types.ts';
import { units } from './units.ts';
import { wallInstant } from './wall.ts';

/** The steps of a limit in seconds to hours: from the start to where its time is used up, then to due if that rolls. */
export function traceSpan(reckoning: Reckoning, end: EpochMs, at: EpochMs): Step[] {
  const { from, timetable, limit, pauses = [] } = reckoning;
  const steps: Step[] = [];
  let t = spanStart(reckoning);
  if (t > from) steps.push(stepOf({ counted: false, reason: 'before-start' }, from, t, 0));
  const run = (to: EpochMs) => {
    if (to <= t) return;
    if (units[limit.unit].working) steps.push(...workingSteps(timetable, t, to));
    else steps.push(stepOf({ counted: true, reason: 'counted' }, t, to, to - t));
    t = to;
  };
  for (const [stop, resume] of pauses) {
    if (resume <= t || stop >= end) continue;
    run(stop);
    if (t >= end) break;
    steps.push(stepOf(pauseCause, t, resume, 0));
    t = resume;
  }
  run(end);
  if (at > end) steps.push(rolledStep(timetable, end, at));
  return steps;
}

function rolledStep(timetable: Timetable, end: EpochMs, at: EpochMs): Step {
  const day = timetable.dayOf(end);
  const { name, source } = dayFacts(timetable, day);
  return stepOf(named({ counted: false, reason: 'rolled' }, name, source), end, at, 0, [
    day,
    timetable.dayOf(at),
  ]);
}

/** Open and closed stretches between two instants. */
export function workingSteps(timetable: Timetable, from: EpochMs, to: EpochMs): Step[] {
  const steps: Step[] = [];
  let t = from;
  for (const [start, end] of timetable.intervals(from, to)) {
    if (start > t) steps.push(...closedSteps(timetable, t, start));
    steps.push(stepOf(workCause(timetable, timetable.dayOf(start)), start, end, end - start));
    t = end;
  }
  if (t < to) steps.push(...closedSteps(timetable, t, to));
  return steps;
}

/** Nights, week-ends and holidays apart, neighbouring days of one cause together. */
function closedSteps(timetable: Timetable, from: EpochMs, to: EpochMs): Step[] {
  const runs: DayRun[] = [];
  const last = timetable.dayOf(to - 1);
  for (let day = timetable.dayOf(from); day <= last; day += 1) {
    const open = timetable.isWorkingDay(day);
    addRun(runs, open ? { counted: false, reason: 'closed' } : offCause(timetable, day), day, day);
  }
  return runs.map((run) => {
    const start = Math.max(from, wallInstant(timetable.zone, run.first, 0));
    const end = Math.min(to, wallInstant(timetable.zone, run.last + 1, 0));
    return stepOf(run, start, end, 0, run.reason === 'closed' ? undefined : [run.first, run.last]);
  });
}
