import { CalendarError } from '../errors/calendar-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs, type Millis, SPAN_END, SPAN_END_DAY } from '../instant/types.ts';
import { instantOfWall, wallAt, type Zone } from '../instant/zone.ts';
import type { DayCause, DayRule } from './day-rule.ts';
import { DayTable } from './day-table.ts';
import { firstInstant } from './first-instant.ts';
import { beyond, HourTable } from './hour-table.ts';
import type { Provisional } from './spec.ts';

/** Changes whenever a timetable does: a calendar of another version of the package is compiled again. */
export const VERSION = 1;

/** What there is to say of one date. */
export interface DayFacts extends DayCause {
  readonly working: boolean;
}

/**
 * A calendar's sums on plain numbers, in constant time: instants in epoch ms, civil dates as day numbers. Arguments
 * are taken as checked. Years are compiled when first touched.
 */
export class Timetable {
  readonly version = VERSION;
  readonly zone: Zone;
  /** Whether a result outside a source's horizon is refused. */
  readonly strict: boolean;
  readonly #rule: DayRule;
  readonly #hours: HourTable;
  readonly #days: DayTable;
  #hasHours: boolean | undefined;

  constructor(rule: DayRule) {
    this.zone = rule.zone;
    this.strict = rule.strict;
    this.#rule = rule;
    this.#hours = new HourTable(rule);
    this.#days = new DayTable(rule);
  }

  /** Whether the calendar has any working time at all. */
  get hasHours(): boolean {
    let day = 0;
    while (this.#hasHours === undefined && this.#rule.hours(day).length === 0 && day < SPAN_END_DAY) day += 1;
    this.#hasHours ??= day < SPAN_END_DAY;
    return this.#hasHours;
  }

  isWorking(t: EpochMs): boolean {
    const hours = this.#hours;
    const index = hours.at(t);
    if (this.strict) this.#check(t, t);
    return hours.times[2 * index]! <= t;
  }

  /** The instant `amount` ms of working time after (before, if negative) `t`: a closing bell after, an opening one before. */
  add(t: EpochMs, amount: Millis): EpochMs {
    if (amount === 0) return t;
    const hours = this.#hours;
    const work = hours.worked(t) + amount;
    let at = hours.reaching(work, amount);
    while (!(at < Number.POSITIVE_INFINITY)) {
      this.#extend(amount, t);
      at = hours.reaching(work, amount);
    }
    if (at >= SPAN_END) throw beyond(t);
    if (this.strict) this.#check(t, at);
    return at;
  }

  /** The working time from `a` to `b`, negative if `b` is the earlier. */
  between(a: EpochMs, b: EpochMs): Millis {
    const hours = this.#hours;
    const work = hours.worked(b) - hours.worked(a);
    if (this.strict) this.#check(a, b);
    return work;
  }

  /** `t` itself while open, else the next opening. */
  next(t: EpochMs): EpochMs {
    const hours = this.#hours;
    let index = hours.at(t);
    while (hours.times[2 * index] === Number.POSITIVE_INFINITY) {
      this.#extend(1, t);
      index = hours.at(t);
    }
    const at = Math.max(t, hours.times[2 * index]!);
    if (at >= SPAN_END) throw beyond(t);
    if (this.strict) this.#check(t, at + 1);
    return at;
  }

  /** `t` itself in (start, end] of an interval, else the last closing. */
  previous(t: EpochMs): EpochMs {
    const hours = this.#hours;
    if (t === 0) throw beyond(t);
    let index = hours.at(t - 1);
    while (index === 0 && hours.times[0]! >= t) {
      this.#extend(-1, t);
      index = hours.at(t - 1);
    }
    const at = hours.times[2 * index]! < t ? t : hours.times[2 * index - 1]!;
    if (this.strict) this.#check(at - 1, t);
    return at;
  }

  /** The working intervals in `[from, to)`, clipped to it; touching ones are joined. */
  *intervals(from: EpochMs, to: EpochMs): Generator<readonly [EpochMs, EpochMs], void, undefined> {
    const hours = this.#hours;
    if (this.strict && from < to) this.#check(from, to);
    for (let t = from; t < to; ) {
      const index = hours.at(t);
      const start = Math.max(t, hours.times[2 * index]!);
      // At the end of the compiled years, the next ones are asked.
      t = Math.min(hours.times[2 * index + 1]!, hours.end);
      while (t < to && t === hours.end && start < t) {
        const next = hours.at(t);
        if (hours.times[2 * next]! < t) t = hours.times[2 * next + 1]!;
      }
      if (start < Math.min(t, to)) yield [start, Math.min(t, to)];
    }
  }

  /** The civil date of an instant. */
  dayOf(t: EpochMs): EpochDay {
    return Math.floor(wallAt(this.zone, t) / DAY);
  }

  /** The instant of a wall time: forward by a gap, the earlier one in a fold. `msOfDay` may be 24:00. */
  instantAt(day: EpochDay, msOfDay: Millis): EpochMs {
    const at = instantOfWall(this.zone, day * DAY + msOfDay);
    if (at >= 0 && at < SPAN_END) return at;
    throw beyond(at);
  }

  isWorkingDay(day: EpochDay): boolean {
    if (this.strict) this.#checkDays(day, day);
    return this.#days.isOpen(day);
  }

  /** The first working instant of the intervals that belong to a day; NaN if there is none. */
  opening(day: EpochDay): EpochMs {
    if (this.strict) this.#checkDays(day, day);
    return firstInstant(this.#rule, day);
  }

  /** The end of the last interval that belongs to a day, a night shift's on the next morning; NaN if there is none. */
  closing(day: EpochDay): EpochMs {
    return this.isWorkingDay(day) ? this.instantAt(day, this.#rule.hours(day).at(-1)!) : Number.NaN;
  }

  /** The n-th working day strictly after (before, if `n` is negative) a day; 0: the day itself. */
  addDays(day: EpochDay, n: number): EpochDay {
    if (n === 0) return day;
    const days = this.#days;
    const number = n > 0 ? days.upTo(day) + n - 1 : days.before(day) + n;
    let found = days.day(number);
    while (found === undefined) {
      if (!this.hasHours) throw noHours();
      days.include(n < 0 ? days.lo - 1 : days.hi);
      found = days.day(number);
    }
    if (found < 0 || found >= SPAN_END_DAY) throw beyond(day * DAY);
    if (this.strict) this.#checkDays(day, found);
    return found;
  }

  /** The working days in `(a, b]`; negative if `b` is the earlier. */
  daysBetween(a: EpochDay, b: EpochDay): number {
    const days = this.#days;
    if (this.strict) this.#checkDays(a, b);
    return days.upTo(b) - days.upTo(a);
  }

  /** What is not yet published of the dates from one day to another (both included); undefined if all is. */
  provisional(fromDay: EpochDay, toDay: EpochDay): Provisional | undefined {
    const short = this.#rule.horizons.filter(({ from, to }) => fromDay < from || toDay > to);
    if (short.length === 0) return undefined;
    return {
      since: formatCivilDate(Math.min(...short.map(({ from, to }) => (fromDay < from ? fromDay : to + 1)))),
      reason: [...new Set(short.map(({ text }) => text))].join('; '),
      sources: [...new Set(short.map(({ source }) => source))],
    };
  }

  /** Whether a day is worked, and why. */
  dayFacts(day: EpochDay): DayFacts {
    return { working: this.isWorkingDay(day), ...this.#rule.cause(day) };
  }

  #extend(direction: number, t: EpochMs): void {
    if (!this.hasHours) throw noHours();
    this.#hours.extend(direction, t);
  }

  /** Refuses dates that aren't published, from the earlier instant to before the later one. */
  #check(a: EpochMs, b: EpochMs): void {
    const first = Math.min(a, b);
    this.#checkDays(this.dayOf(first), this.dayOf(Math.max(first, a - 1, b - 1)));
  }

  #checkDays(a: EpochDay, b: EpochDay): void {
    const provisional = this.provisional(Math.min(a, b), Math.max(a, b));
    if (provisional !== undefined)
      throw new CalendarError('calendar.provisional', provisional, {
        hint: 'Give it a newer holiday source',
      });
  }
}

const noHours = () =>
  new CalendarError('calendar.no-hours', undefined, { hint: 'Give its week or an exception some hours' });
