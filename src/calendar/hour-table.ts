import { CalendarError } from '../errors/calendar-error.ts';
import { civilOf, epochDayOf } from '../instant/civil.ts';
import { DAY, type EpochMs, FIRST_YEAR, LAST_YEAR, type Millis } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import { appendOpenTime, appendOpenTimes } from './open-times.ts';

/**
 * The working intervals of some whole years (UTC) in typed arrays, with the working time before each, an index by day
 * and an index by working time. Grows by years as it is asked.
 */
export class HourTable {
  /** Start, end, start, end...; the last start is Infinity. */
  times: Float64Array = new Float64Array(0);
  /**
   * The working time before each interval, after all of them, and Infinity; counted from the first year ever compiled:
   * what has been counted once stays right when earlier years come in.
   */
  sums: Float64Array = new Float64Array(1);
  readonly #rule: DayRule;
  /** The years compiled: from the first to before the end. */
  #first = 0;
  #end = 0;
  #firstDay = 0;
  #days = 0;
  /** The first interval that ends after the start of each UTC day. */
  #byDay: Int32Array = new Int32Array(0);
  /** The interval in which each of as many equal parts of the working time begins as there are intervals. */
  #byWork: Int32Array = new Int32Array(0);
  #partsPerMs = 0;

  constructor(rule: DayRule) {
    this.#rule = rule;
  }

  /** The first instant after the compiled years. */
  get end(): EpochMs {
    return (this.#firstDay + this.#days) * DAY;
  }

  /** The first interval that ends after `t`; the one at Infinity if none of the compiled years does. */
  at(t: EpochMs): number {
    // One product instead of a quotient: at midnight it may fall on the day before, which gives the same answer.
    let day = Math.floor(t * (1 / DAY)) - this.#firstDay;
    if (!(day >= 0 && day < this.#days)) {
      this.#include(t);
      day = Math.floor(t / DAY) - this.#firstDay;
    }
    let index = this.#byDay[day]!;
    while (this.times[2 * index + 1]! <= t) index += 1;
    return index;
  }

  /** The working time up to `t`. */
  worked(t: EpochMs): Millis {
    const index = this.at(t);
    const start = this.times[2 * index]!;
    return t > start ? this.sums[index]! + (t - start) : this.sums[index]!;
  }

  /**
   * The instant up to which there is that much working time: the earliest, a closing bell, if `amount` is positive,
   * the latest, an opening one, if it is negative. Infinity or NaN if it lies in no compiled year.
   */
  reaching(work: Millis, amount: Millis): EpochMs {
    const last = amount > 0 ? work - 1 : work; // the millisecond that has to lie in the interval
    // Rounded down to the part before, at worst.
    const part = Math.floor((last - this.sums[0]!) * this.#partsPerMs);
    if (!(part >= 0 && part < this.#byWork.length)) return Number.NaN;
    let index = this.#byWork[part]!;
    while (this.sums[index + 1]! <= last) index += 1;
    return this.times[2 * index]! + (work - this.sums[index]!);
  }

  /** Compiles some more years, later (1) or earlier (-1) ones, for a sum that counts from `t`. */
  extend(direction: number, t: EpochMs): void {
    // By a quarter, so that a long way is made in few steps.
    const more = Math.ceil((this.#end - this.#first) / 4);
    const first = direction > 0 ? this.#first : Math.max(FIRST_YEAR, this.#first - more);
    const end = direction > 0 ? Math.min(LAST_YEAR + 1, this.#end + more) : this.#end;
    if (first === this.#first && end === this.#end) throw beyond(t);
    this.#compile(first, end);
  }

  #include(t: EpochMs): void {
    const { year } = civilOf(Math.floor(t / DAY));
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw beyond(t);
    if (this.#days === 0) this.#compile(year, year + 1);
    else if (year < this.#first) this.#compile(year, this.#end);
    else if (year >= this.#end) this.#compile(this.#first, year + 1);
  }

  #compile(first: number, end: number): void {
    const times: EpochMs[] = [];
    let before = this.sums[0]!;
    const append = (from: number, to: number) => {
      if (from < to)
        appendOpenTimes(times, this.#rule, epochDayOf(from, 1, 1) * DAY, epochDayOf(to, 1, 1) * DAY);
    };
    if (this.#days === 0) {
      append(first, end);
    } else {
      append(first, this.#first);
      for (let i = 0; i < times.length; i += 2) before -= times[i + 1]! - times[i]!;
      for (let i = 0; i < this.times.length - 2; i += 2)
        appendOpenTime(times, this.times[i]!, this.times[i + 1]!);
      append(this.#end, end);
    }
    this.#first = first;
    this.#end = end;
    this.#firstDay = epochDayOf(first, 1, 1);
    this.#days = epochDayOf(end, 1, 1) - this.#firstDay;
    this.#index(times, before);
  }

  #index(times: readonly EpochMs[], before: Millis): void {
    const size = times.length / 2;
    this.times = Float64Array.from([...times, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    this.sums = new Float64Array(size + 2).fill(before);
    this.sums[size + 1] = Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i += 1) this.sums[i + 1] = this.sums[i]! + (times[2 * i + 1]! - times[2 * i]!);
    this.#byDay = indexOf(
      this.#days + 1,
      (day, index) => this.times[2 * index + 1]! > (this.#firstDay + day) * DAY,
    );
    const part = Math.max(1, Math.ceil((this.sums[size]! - before) / Math.max(1, size)));
    this.#partsPerMs = 1 / part;
    this.#byWork = indexOf(size + 1, (at, index) => this.sums[index + 1]! > before + at * part);
  }
}

/** For each number below `length`, the first index that is far enough; both only rise. */
function indexOf(length: number, isFarEnough: (at: number, index: number) => boolean): Int32Array {
  let index = 0;
  return Int32Array.from({ length }, (_, at) => {
    while (!isFarEnough(at, index)) index += 1;
    return index;
  });
}

/** The error for a sum that leaves the supported span. */
export function beyond(t: EpochMs) {
  return new CalendarError('calendar.span', { from: t });
}
