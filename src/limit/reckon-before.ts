import { dayOf } from '../calendar/day-of.ts';
import { closingOf, instantAt } from '../calendar/instant-at.ts';
import { provisionalOf } from '../calendar/provisional-of.ts';
import { addMonths } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs } from '../instant/types.ts';
import { inSpan, moment } from './outcome.ts';
import type { Reckoning } from './reckoning.ts';
import { traceDaysBefore } from './trace-before.ts';
import { runningSteps } from './trace-span.ts';
import type { DueMoment } from './types.ts';
import { limitMillis, units } from './units.ts';
import { clockAt } from './wall.ts';

/** What a backward limit depends on: `from` is the event that it must be clear of. */
export type BackwardReckoning = Omit<Reckoning, 'pauses' | 'continues'> & {
  /** Whole days must lie between: the latest good instant is the start of the n-th day before. */
  readonly clearDays?: boolean | undefined;
};

/** The latest instant that is still a limit's length before an event. */
export function reckonBefore(reckoning: BackwardReckoning): DueMoment {
  return units[reckoning.limit.unit].ms > 0 ? spanBefore(reckoning) : daysBefore(reckoning);
}

function spanBefore(reckoning: BackwardReckoning): DueMoment {
  const { from, limit, timetable } = reckoning;
  const { working } = units[limit.unit];
  const length = limitMillis(limit);
  const at = inSpan(reckoning, working ? timetable.add(from, -length) : from - length);
  const provisional = working
    ? provisionalOf(timetable, dayOf(timetable, at), dayOf(timetable, from))
    : undefined;
  return moment(at, provisional, reckoning.trace ? runningSteps(reckoning, at, from).reverse() : undefined);
}

function daysBefore(reckoning: BackwardReckoning): DueMoment {
  const { timetable, counting, limit, from } = reckoning;
  const { working } = units[limit.unit];
  const rolling = counting.end === 'same-time';
  const event = dayOf(timetable, from);
  let start = event;
  let clock = rolling ? clockAt(timetable.zone, from, event) : 0;
  if (rolling && working && !timetable.isWorkingDay(event)) {
    start = timetable.addDays(event, 1);
    clock = 0;
  }
  const counted = dayBefore(reckoning, start);
  const rolls = counting.roll !== 'none' && !working && !timetable.isWorkingDay(counted);
  const last = rolls ? timetable.addDays(counted, -1) : counted;
  const at = inSpan(reckoning, rolling ? instantAt(timetable, last, clock) : latestOf(reckoning, last));
  const usesCalendar =
    working || (!rolling && (counting.roll !== 'none' || counting.end === 'close-of-business'));
  const provisional = usesCalendar
    ? provisionalOf(timetable, last, !working ? counted : rolling ? start : event - 1)
    : undefined;
  const plan = { event, start, clock, rolling, counted, last };
  return moment(at, provisional, reckoning.trace ? traceDaysBefore(reckoning, plan, at) : undefined);
}

/** The n-th day before a day. */
function dayBefore({ limit, timetable }: BackwardReckoning, day: EpochDay): EpochDay {
  const unit = units[limit.unit];
  if (unit.working) return timetable.addDays(day, -limit.amount);
  return unit.months > 0 ? addMonths(day, -limit.amount) : day - limit.amount * unit.days;
}

/** The latest good instant of a day: its start, its close or 24:00; a night shift's close may not pass the event. */
function latestOf({ counting, timetable, from, clearDays }: BackwardReckoning, day: EpochDay): EpochMs {
  if (clearDays === true) return instantAt(timetable, day, 0);
  const close = counting.end === 'close-of-business' ? closingOf(timetable, day) : Number.NaN;
  return Math.min(Number.isNaN(close) ? instantAt(timetable, day, DAY) : close, from);
}
