import { dayOf } from '../calendar/day-of.ts';
import { closingOf, instantAt } from '../calendar/instant-at.ts';
import { addMonths, civilOf } from '../instant/civil.ts';
import {
  DAY,
  type EpochDay,
  type EpochMs,
  HOUR,
  MINUTE,
  type Millis,
  SPAN_END_DAY,
} from '../instant/types.ts';
import { wallAt } from '../instant/zone.ts';
import type { Reckoning } from './reckoning.ts';
import type { UnitFacts } from './units.ts';
import { clockAt } from './wall.ts';

/** How a limit in days, weeks or months was counted. */
export interface DayPlan {
  /** The day of the trigger, and the day on which it counts as arriving. */
  readonly trigger: EpochDay;
  readonly arrival: EpochDay;
  /** The first day that may count. */
  readonly first: EpochDay;
  /** The clock time at which each day ends under `same-time`, else NaN. */
  readonly clock: Millis;
  /** The last day as if there were no pause, with pauses, and rolled. */
  readonly planned: EpochDay;
  readonly counted: EpochDay;
  readonly last: EpochDay;
  readonly at: EpochMs;
}

/** Counts a limit in days, weeks or months. Days beyond the supported span come back as such, not as an error. */
export function planDays(reckoning: Reckoning, unit: UnitFacts): DayPlan {
  const { counting, timetable, from } = reckoning;
  const rolling = counting.start === 'instant';
  const trigger = triggerDay(reckoning);
  let arrival = trigger;
  let clock = Number.NaN;
  if (rolling) {
    clock = clockAt(timetable.zone, from, trigger);
    if (unit.working && !timetable.isWorkingDay(trigger)) {
      arrival = timetable.addDays(trigger, 1);
      clock = 0;
    }
  } else if (reckoning.continues !== true) {
    arrival = arrivalDay(reckoning, unit, trigger);
  }
  const includesArrival = counting.start === 'same-day' && reckoning.continues !== true;
  const first = includesArrival ? arrival : arrival + 1;
  const planned = plannedDay(reckoning, unit, arrival, includesArrival);
  const counted = afterPauses(reckoning, unit, first, planned, clock);
  const last = rolledDay(reckoning, unit, counted, clock);
  const at = last < SPAN_END_DAY ? endOfDay(reckoning, last, clock) : Number.POSITIVE_INFINITY;
  return { trigger, arrival, first, clock, planned, counted, last, at };
}

/**
 * The civil day of the start. Where a clock is set back over midnight a date comes twice; the day counts as over
 * when its 24:00 has passed once, so that days never run backward.
 */
export function triggerDay({
  timetable,
  from,
  continues,
}: Pick<Reckoning, 'timetable' | 'from' | 'continues'>): EpochDay {
  const wall = wallAt(timetable.zone, from);
  const day = Math.floor(wall / DAY);
  if (continues === true && from === instantAt(timetable, day, 0)) return day - 1;
  // No clock since 1970 has been set back by more than three hours.
  const next = Math.floor((wall + 4 * HOUR) / DAY);
  return next === day || from >= instantAt(timetable, next, 0) ? next : day;
}

/** The day on which a trigger counts as arriving: the next working day if it comes too late, or on a day off. */
function arrivalDay({ counting, timetable, from }: Reckoning, unit: UnitFacts, trigger: EpochDay): EpochDay {
  const cutOff = counting.cutOff ?? (unit.working && counting.start === 'same-day' ? 'close' : undefined);
  if (cutOff === undefined) return trigger;
  if (timetable.isWorkingDay(trigger)) {
    const late =
      cutOff === 'close' ? closingOf(timetable, trigger) : instantAt(timetable, trigger, clockOf(cutOff));
    if (from < late) return trigger;
  }
  return timetable.addDays(trigger, 1);
}

/** The ms of the day of a checked `HH:mm`. */
function clockOf(text: string): Millis {
  return Number(text.slice(0, 2)) * HOUR + Number(text.slice(3)) * MINUTE;
}

/** The last day as if there were no pause, before any roll. */
function plannedDay(
  { limit, counting, timetable }: Reckoning,
  unit: UnitFacts,
  arrival: EpochDay,
  includesArrival: boolean,
): EpochDay {
  const days = limit.amount * unit.days;
  if (unit.working) return timetable.addDays(arrival, includesArrival ? days - 1 : days);
  if (unit.months === 0) return includesArrival ? arrival + days - 1 : arrival + days;
  if (includesArrival) return dayBeforeCorresponding(arrival, limit.amount);
  // A same-day month ends on the day before; what adds to one goes on from there.
  const byFirst = counting.months === 'before-first-counted' || counting.start === 'same-day';
  if (!byFirst || counting.start === 'instant') return addMonths(arrival, limit.amount);
  return dayBeforeCorresponding(arrival + 1, limit.amount);
}

/** The day before the same date some months on; if there is no such date, the last day of that month. */
function dayBeforeCorresponding(first: EpochDay, months: number): EpochDay {
  const day = addMonths(first, months);
  return civilOf(day).day === civilOf(first).day ? day - 1 : day;
}

/** The instant at which a day ends for this limit. */
export function endOfDay({ counting, timetable, from }: Reckoning, day: EpochDay, clock: Millis): EpochMs {
  if (counting.end === 'same-time') return instantAt(timetable, day, clock);
  if (counting.end === 'close-of-business') {
    const close = closingOf(timetable, day);
    // False for a day without hours too, whose close is NaN.
    if (close >= from) return close;
  }
  return instantAt(timetable, day, DAY);
}

/** The last day once every day whose end falls into a pause has been replaced by a later one. */
function afterPauses(
  reckoning: Reckoning,
  unit: UnitFacts,
  first: EpochDay,
  planned: EpochDay,
  clock: Millis,
): EpochDay {
  const { pauses, from, timetable } = reckoning;
  if (pauses === undefined) return planned;
  let last = planned;
  for (const [stop, resume] of pauses) {
    const low = dayEndingAfter(reckoning, Math.max(stop, from), first, clock);
    if (last < low) break;
    const high = dayEndingAfter(reckoning, resume, low, clock);
    last = unit.working
      ? timetable.addDays(last, timetable.daysBetween(low - 1, high - 1))
      : last + (high - low);
  }
  return last;
}

/** The first day from `first` on, working or not, that ends after an instant. */
export function dayEndingAfter(reckoning: Reckoning, t: EpochMs, first: EpochDay, clock: Millis): EpochDay {
  // The day before may end later, with a night shift.
  let day = Math.max(first, dayOf(reckoning.timetable, t) - 1);
  while (day < SPAN_END_DAY && endOfDay(reckoning, day, clock) <= t) day += 1;
  return day;
}

/** The last day, moved to a working day if the convention says so. */
function rolledDay(reckoning: Reckoning, unit: UnitFacts, last: EpochDay, clock: Millis): EpochDay {
  const { counting, timetable, from, pauses } = reckoning;
  if (counting.roll === 'none' || unit.working || last >= SPAN_END_DAY || timetable.isWorkingDay(last))
    return last;
  let day = timetable.addDays(last, counting.roll === 'previous-working-day' ? -1 : 1);
  if (endOfDay(reckoning, day, clock) < from) return last;
  for (const [stop, resume] of pauses ?? []) {
    const end = endOfDay(reckoning, day, clock);
    if (end <= Math.max(stop, from) || end > resume) continue;
    const open = dayEndingAfter(reckoning, resume, day, clock);
    day = timetable.isWorkingDay(open) ? open : timetable.addDays(open, 1);
  }
  return day;
}
