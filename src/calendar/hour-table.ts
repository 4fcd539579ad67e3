import { CalendarError } from '../errors/calendar-error.ts';
import { DAY, type EpochMs, type Millis, SPAN_END } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import { appendOpenTime, appendOpenTimes } from './open-times.ts';

/** What is compiled at once: about a year. */
const BLOCK_DAYS = 366;
const BLOCK = BLOCK_DAYS * DAY;
const LAST_BLOCK = Math.floor((SPAN_END - 1) / BLOCK);

/**
 * The working intervals of some blocks of days in typed arrays, with the working time before each, an index by day
 * and an index by working time. Grows by blocks as it is asked.
 */
export class HourTable {
  /** Start, end, start, end...; the last start is Infinity. */
  times: Float64Array = new Float64Array(0);
  /**
   * The working time before each interval, after all of them, and Infinity; counted from the first block ever compiled:
   * what has been counted once stays right when earlier ones come in.
   */
  sums: Float64Array = new Float64Array(1);
  readonly #rule: DayRule;
  /** The blocks compiled: from the first to before the end. */
  #first = 0;
  #end = 0;
  /** The first interval that ends after the start of each UTC day. */
  #byDay: Int32Array = new Int32Array(1);
  /** The interval in which each of as many equal parts of the working time begins as there are intervals. */
  #byWork: Int32Array = new Int32Array(0);
  #partsPerMs = 0;

  constructor(rule: DayRule) {
    this.#rule = rule;
  }

  /** The first instant after the compiled blocks. */
  get end(): EpochMs {
    return this.#end * BLOCK;
  }

  /** The first interval that ends after `t`; the one at Infinity if none of the compiled ones does. */
  at(t: EpochMs): number {
    // One product instead of a quotient: at midnight it may fall on the day before, which gives the same answer.
    let day = Math.floor(t * (1 / DAY)) - this.#first * BLOCK_DAYS;
    if (!(day >= 0 && day < this.#byDay.length - 1)) {
      this.#include(t);
      day = Math.floor(t / DAY) - this.#first * BLOCK_DAYS;
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
   * the latest, an opening one, if it is negative. Infinity or NaN if it lies in no compiled block.
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

  /** Compiles some more blocks, later (1) or earlier (-1) ones, for a sum that counts from `t`. */
  extend(direction: number, t: EpochMs): void {
    // By a quarter, so that a long way is made in few steps.
    const more = Math.ceil((this.#end - this.#first) / 4);
    if (direction > 0 ? this.end >= SPAN_END : this.#first === 0) throw beyond(t);
    if (direction > 0) this.#compile(this.#first, Math.min(LAST_BLOCK + 1, this.#end + more));
    else this.#compile(Math.max(0, this.#first - more), this.#end);
  }

  #include(t: EpochMs): void {
    if (!(t >= 0 && t < SPAN_END)) throw beyond(t);
    const block = Math.floor(t / BLOCK);
    if (this.#end === 0) this.#compile(block, block + 1);
    else if (block < this.#first || block >= this.#end) {
      this.#compile(Math.min(block, this.#first), Math.max(block + 1, this.#end));
    }
  }

  #compile(first: number, end: number): void {
    const times: EpochMs[] = [];
    const known = this.times;
    const from = this.#end === 0 ? end : this.#first;
    let before = this.sums[0]!;
    appendOpenTimes(times, this.#rule, first * BLOCK, from * BLOCK);
    for (let i = 0; this.#end > 0 && i < times.length; i += 2) before -= times[i + 1]! - times[i]!;
    for (let i = 0; i < known.length - 2; i += 2) appendOpenTime(times, known[i]!, known[i + 1]!);
    appendOpenTimes(times, this.#rule, Math.max(this.#end, from) * BLOCK, end * BLOCK);
    this.#first = first;
    this.#end = end;
    this.#index(times, before);
  }

  #index(times: readonly EpochMs[], before: Millis): void {
    const size = times.length / 2;
    this.times = Float64Array.from([...times, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    this.sums = new Float64Array(size + 2).fill(before);
    this.sums[size + 1] = Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i += 1) this.sums[i + 1] = this.sums[i]! + (times[2 * i + 1]! - times[2 * i]!);
    const isAfter = (day: number, index: number) =>
      this.times[2 * index + 1]! > this.#first * BLOCK + day * DAY;
    this.#byDay = indexOf((this.#end - this.#first) * BLOCK_DAYS + 1, isAfter);
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
  return new CalendarError('calendar.span', { from: t }, { hint: 'Check the amount and the dates' });
}
