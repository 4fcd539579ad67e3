import { parseCivilDate, toEpochDay, weekdayOf } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochDay, type EpochMs, type InstantInput } from '../instant/types.ts';
import { instantOfWall, wallAt } from '../instant/zone.ts';
import type { Counting, Limit, Step } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import type { Teller } from './teller.ts';

/** A step, or what JSON has made of it. */
export type StoredStep = Omit<Step, 'from' | 'to'> & {
  readonly from: InstantInput;
  readonly to: InstantInput;
};

/** The way to a due instant, in what it is told from. */
export interface Trail {
  readonly steps: readonly StoredStep[];
  readonly limit: Limit;
  readonly counting: Counting;
  readonly at: EpochMs;
  readonly backward: boolean;
}

/** Counted days are told one by one up to this many; those of longer limits by runs. */
const LISTED_DAYS = 10;

/** The stretches of a due instant, one line each: when, and why it counts or doesn't. */
export function tellSteps(teller: Teller, trail: Trail): string[] {
  const { words } = teller;
  let before = 0;
  return trail.steps.flatMap((step, index) => {
    const { reason } = step;
    if (reason === 'rolled') return tellRoll(teller, trail, step, trail.steps[index - 1]);
    if (reason === 'extended')
      return words.extended(teller.end(toEpoch(step.from)), teller.end(toEpoch(step.to)));
    if (reason === 'promised') return words.promised(teller.end(toEpoch(step.to)));
    if (!step.counted) return words.line(stretch(teller, trail, step), whyNot(teller, trail, step));
    before += step.amount;
    return tellCounted(teller, trail, step, before - step.amount);
  });
}

/** The days of a step, or its instants where the clock decides. */
function stretch(teller: Teller, { limit, counting }: Trail, { days, from, to }: StoredStep): string {
  const { ms, working } = units[limit.unit];
  const rolling = ms === 0 && !working && counting.end === 'same-time';
  return days === undefined || rolling
    ? teller.between(toEpoch(from), toEpoch(to))
    : teller.days(...ends(days));
}

/** The number of a day; the last step of the last day that duly knows may tell of the one after. */
function dayNumber(date: string): EpochDay {
  const day = parseCivilDate(date);
  return Number.isNaN(day) ? toEpochDay(date) : day;
}

function ends([first, last]: NonNullable<Step['days']>): [EpochDay, EpochDay] {
  return [dayNumber(first), dayNumber(last)];
}

function whyNot(
  teller: Teller,
  { limit, backward }: Trail,
  { reason, name, source, days }: StoredStep,
): string {
  const { words } = teller;
  if (reason === 'pause' && units[limit.unit].months > 0) return words.added;
  if (reason === 'holiday' && name !== undefined)
    return words.notCounted(teller.name(name) + teller.note(source));
  if (reason === 'trigger-day' && backward) return words.notCounted(words.eventsDay);
  if (reason === 'weekend' && days !== undefined && !days.every((date) => weekdayOf(dayNumber(date)) > 4)) {
    return words.notCounted(words.closingDays(days[0] !== days[1]));
  }
  const said: Readonly<Partial<Record<Step['reason'], string>>> = words.uncounted;
  return words.notCounted(said[reason] ?? (days === undefined ? words.closed : words.closedDay));
}

function tellCounted(teller: Teller, trail: Trail, step: StoredStep, before: number): string[] {
  const { words } = teller;
  const { limit, counting, backward } = trail;
  const { ms, days, working } = units[limit.unit];
  const why: string[] = [];
  if (step.reason === 'make-up') why.push(words.makeUp + teller.note(step.name, step.source));
  if (step.reason === 'provisional') why.push(words.unpublished);
  const line = (when: string, what: string) => words.line(when, [...why, what].join(words.comma));
  const upTo = before + step.amount;
  if (ms > 0) {
    const sum = before > 0 ? words.comma + words.inAll(teller.span(upTo)) : '';
    return [line(stretch(teller, trail, step), teller.span(step.amount) + sum)];
  }
  const rolling = counting.end === 'same-time';
  if (days === 0 || (rolling && !working) || step.days === undefined) {
    return [line(stretch(teller, trail, step), words.amount(step.amount, limit.unit))];
  }
  const [first, last] = ends(step.days);
  const when = (day: EpochDay) =>
    rolling ? words.until(teller.end(sameTime(teller, trail, day))) : teller.day(day);
  if (limit.amount * days > LISTED_DAYS) {
    return [line(rolling ? when(last) : teller.days(first, last), words.nth(before + 1, upTo, limit.unit))];
  }
  return Array.from({ length: step.amount }, (_, index) => {
    const number = before + index + 1;
    return line(when(backward ? last - index : first + index), words.nth(number, number, limit.unit));
  });
}

/** The instant of a day at the clock time of due. */
function sameTime({ zone }: Teller, { at }: Trail, day: EpochDay): EpochMs {
  return instantOfWall(zone, day * DAY + (wallAt(zone, at) % DAY));
}

/** A last day that is no working day, and the one that due moved to. */
function tellRoll(
  teller: Teller,
  { limit, backward }: Trail,
  step: StoredStep,
  before: StoredStep | undefined,
): string {
  const { words } = teller;
  const [first, last] = ends(step.days!);
  const why = teller.note(step.name, step.source);
  if (units[limit.unit].ms > 0) return words.rolledHours(teller.day(first), why, teller.day(last));
  if (backward) return words.rolled(teller.day(last + 1), why, teller.day(first), true);
  const back = before?.days?.[1] === step.days![1];
  return back
    ? words.rolled(teller.day(last), why, teller.day(first - 1), true)
    : words.rolled(teller.day(first - 1), why, teller.day(last), false);
}
