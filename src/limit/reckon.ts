import { dayOf } from '../calendar/day-of.ts';
import { provisionalOf } from '../calendar/provisional-of.ts';
import type { Provisional } from '../calendar/spec.ts';
import type { EpochDay, EpochMs } from '../instant/types.ts';
import { type DayPlan, planDays } from './day-plan.ts';
import { inSpan, moment } from './outcome.ts';
import type { Reckoning } from './reckoning.ts';
import { rolledSpanEnd, spanEnd } from './span-due.ts';
import { traceDays } from './trace-days.ts';
import { traceSpan } from './trace-span.ts';
import type { DueMoment } from './types.ts';
import { type UnitFacts, units } from './units.ts';

/** The due instant of a limit, with its steps if traced. Arguments are taken as checked. */
export function reckonDue(reckoning: Reckoning): DueMoment {
  const unit = units[reckoning.limit.unit];
  return unit.ms > 0 ? dueOfSpan(reckoning, unit) : dueOfDays(reckoning, unit);
}

function dueOfSpan(reckoning: Reckoning, { working }: UnitFacts): DueMoment {
  const { from, timetable, counting } = reckoning;
  const end = spanEnd(reckoning);
  const at = inSpan(reckoning, rolledSpanEnd(reckoning, end));
  const provisional = working
    ? provisionalOf(timetable, dayOf(timetable, from), lastDayOf(reckoning, at))
    : counting.rollHours
      ? provisionalOf(timetable, dayOf(timetable, end), dayOf(timetable, at))
      : undefined;
  return moment(at, provisional, reckoning.trace ? traceSpan(reckoning, end, at) : undefined);
}

/** The day of a result; one at midnight has used the day that ends then. */
function lastDayOf({ timetable, from }: Reckoning, at: EpochMs): EpochDay {
  return dayOf(timetable, at > from ? at - 1 : at);
}

function dueOfDays(reckoning: Reckoning, unit: UnitFacts): DueMoment {
  const plan = planDays(reckoning, unit);
  const at = inSpan(reckoning, plan.at);
  return moment(
    at,
    datesUsed(reckoning, unit, plan),
    reckoning.trace ? traceDays(reckoning, plan) : undefined,
  );
}

/** What isn't yet published of the dates that a day count has looked up. */
function datesUsed(
  { counting, pauses, timetable }: Reckoning,
  { working }: UnitFacts,
  plan: DayPlan,
): Provisional | undefined {
  const looksBack = counting.cutOff !== undefined || (working && counting.start !== 'next-day');
  const early = looksBack ? provisionalOf(timetable, plan.trigger, plan.arrival) : undefined;
  if (early !== undefined) return early;
  if (working) return provisionalOf(timetable, plan.first, plan.last);
  if (counting.end === 'same-time' || (counting.roll === 'none' && counting.end === 'end-of-day'))
    return undefined;
  const first = pauses === undefined || pauses.length === 0 ? plan.counted : plan.first;
  return provisionalOf(timetable, Math.min(first, plan.last), Math.max(plan.counted, plan.last));
}
