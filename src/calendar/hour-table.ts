import { CalendarError } from '../errors/calendar-error.ts';
import { civilOf, epochDayOf } from '../instant/civil.ts';
import { DAY, type EpochMs, FIRST_YEAR, LAST_YEAR, type Millis } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import { appendOpenTimes } from './open-times.ts';

const startOf = (year: number): EpochMs => epochDayOf(year, 1, 1) * DAY;

/**
 * The working intervals of some whole years (UTC) in typed arrays, with the working time before each, an index by day
 * and an index by working time. Grows by years as it is asked.
 */
export class HourTable {
  /** The compiled instants, `[lo, hi)`; nothing yet. */
  lo: EpochMs = 0;
  hi: EpochMs = 0;
  /** The number of intervals, and their working time together. */
  size = 0;
  total: Millis = 0;
  starts: Float64Array = new Float64Array(0);
  ends: Float64Array = new Float64Array(0);
  /** The working time before each interval, and at last all of it. */
  sums: Float64Array = new Float64Array(1);
  #rule: DayRule;
  /** The first interval that ends after the start of each UTC day. */
  #byDay: Int32Array = new Int32Array(0);
  /** The interval in which each multiple of `#bucket` of working time lies. */
  #byWork: Int32Array = new Int32Array(0);
  #bucket: Millis = 1;
  #firstDay = 0;

  constructor(rule: DayRule) {
    this.#rule = rule;
  }

  /** Compiles the years up to and including that of `t`. */
  include(t: EpochMs): void {
    const { year } = civilOf(Math.floor(t / DAY));
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
      throw beyond(Math.min(Math.max(t, 0), startOf(LAST_YEAR + 1) - 1));
    if (this.lo === this.hi) this.#compile(year, year + 1);
    else if (t < this.lo) this.#compile(year, this.#years()[1]);
    else if (t >= this.hi) this.#compile(this.#years()[0], year + 1);
  }

  /** Compiles some more years after or before those there are; false if there are no more. */
  extend(direction: 1 | -1): boolean {
    const [first, end] = this.#years();
    // By a quarter, so that a long way is made in few steps.
    const step = Math.ceil((end - first) / 4);
    const from = direction > 0 ? first : Math.max(FIRST_YEAR, first - step);
    const to = direction > 0 ? Math.min(LAST_YEAR + 1, end + step) : end;
    if (from === first && to === end) return false;
    this.#compile(from, to);
    return true;
  }

  /** The first interval that ends after `t`, which must lie in `[lo, hi)`; `size` if there is none. */
  at(t: EpochMs): number {
    const day = Math.floor(t / DAY) - this.#firstDay;
    let low = this.#byDay[day]!;
    let high = this.#byDay[day + 1]!;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! > t) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The working time from `lo` to `t`. */
  worked(t: EpochMs): Millis {
    const index = this.at(t);
    const before = this.sums[index]!;
    if (index === this.size) return before;
    const start = this.starts[index]!;
    return t > start ? before + (t - start) : before;
  }

  /** The interval in which the working time after `lo` reaches more than `work`, which is in `[0, total)`. */
  reaching(work: Millis): number {
    const bucket = Math.floor(work / this.#bucket);
    let low = this.#byWork[bucket]!;
    let high = this.#byWork[bucket + 1]!;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sums[middle]! <= work) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The years compiled so far: the first, and the one after the last. */
  #years(): [number, number] {
    return [civilOf(this.lo / DAY).year, civilOf(this.hi / DAY).year];
  }

  #compile(first: number, end: number): void {
    const [lo, hi] = [startOf(first), startOf(end)];
    const times: EpochMs[] = [];
    if (this.lo === this.hi) {
      appendOpenTimes(this.#rule, lo, hi, times);
    } else {
      if (lo < this.lo) appendOpenTimes(this.#rule, lo, this.lo, times);
      this.#appendKnown(times);
      if (hi > this.hi) appendOpenTimes(this.#rule, this.hi, hi, times);
    }
    this.lo = lo;
    this.hi = hi;
    this.#index(times);
  }

  #appendKnown(times: EpochMs[]): void {
    for (let index = 0; index < this.size; index += 1) {
      const start = this.starts[index]!;
      if (times.length > 0 && times.at(-1) === start) times.pop();
      else times.push(start);
      times.push(this.ends[index]!);
    }
  }

  #index(times: readonly EpochMs[]): void {
    const size = times.length / 2;
    this.size = size;
    this.starts = new Float64Array(size);
    this.ends = new Float64Array(size);
    this.sums = new Float64Array(size + 1);
    for (let index = 0; index < size; index += 1) {
      const start = times[2 * index]!;
      const end = times[2 * index + 1]!;
      this.starts[index] = start;
      this.ends[index] = end;
      this.sums[index + 1] = this.sums[index]! + (end - start);
    }
    this.total = this.sums[size]!;
    this.#indexDays();
    this.#indexWork();
  }

  #indexDays(): void {
    this.#firstDay = this.lo / DAY;
    const days = (this.hi - this.lo) / DAY;
    this.#byDay = new Int32Array(days + 1);
    let index = 0;
    for (let day = 0; day <= days; day += 1) {
      while (index < this.size && this.ends[index]! <= this.lo + day * DAY) index += 1;
      this.#byDay[day] = index;
    }
  }

  #indexWork(): void {
    const { size, total } = this;
    this.#bucket = Math.max(1, Math.ceil(total / Math.max(1, size)));
    const buckets = Math.ceil(total / this.#bucket);
    this.#byWork = new Int32Array(buckets + 1).fill(size - 1);
    let index = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      while (this.sums[index + 1]! <= bucket * this.#bucket) index += 1;
      this.#byWork[bucket] = index;
    }
  }
}

/** The error for a sum that leaves the supported span. */
export function beyond(from: EpochMs) {
  return new CalendarError('calendar.span', { from: new Date(from).toISOString() });
}
