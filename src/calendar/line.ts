import { CalendarError } from '../errors/calendar-error.ts';
import { DAY, type EpochMs, type Millis, SPAN_END } from '../instant/types.ts';

/** Open intervals, start, end, start, end..., sorted and apart, of whole days from one midnight to another. */
export type Compile = (from: EpochMs, until: EpochMs) => number[];

/** What is compiled on either side of what was asked for, at least. */
const HALF_YEAR = 183 * DAY;
/** A zone's date may be one behind that of UTC, or one ahead; and the last day ends on the next. */
const FIRST: EpochMs = -DAY;
const END: EpochMs = SPAN_END + 2 * DAY;

/**
 * A line of time that is open now and then: how much of it lies before an instant and where so much has passed, both
 * in constant time, by typed arrays. Years are compiled when first touched.
 */
export class Line {
  readonly #compile: Compile;
  /** What is compiled: whole days, from the first instant to before the last. */
  #from = Number.POSITIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  /** Start, end, start, end...; the last two are Infinity. */
  #times = new Float64Array();
  /** What is open before each interval, before Infinity, and Infinity. */
  #sums = new Float64Array();
  /** The first interval that ends after the start of each day. */
  #byDay: Int32Array = new Int32Array();
  /** The interval in which each of as many equal parts of the open time begins as there are intervals. */
  #byPart: Int32Array = new Int32Array();
  #partsPerMs = 0;

  constructor(compile: Compile) {
    this.#compile = compile;
  }

  isOpen(t: EpochMs): boolean {
    this.#cover(t, t);
    return this.#times[2 * this.#at(t)]! <= t;
  }

  /** What is open from `a` to `b`, negative if `b` is the earlier. */
  between(a: EpochMs, b: EpochMs): Millis {
    this.#cover(a, b);
    this.#cover(b, a);
    return this.#before(b) - this.#before(a);
  }

  /**
   * The instant that has `amount` more open before it than `t`: the earliest, at most a closing bell, or with a
   * negative `side` the latest, at least an opening one.
   */
  reach(t: EpochMs, amount: Millis, side: number): EpochMs {
    this.#cover(t, t);
    const sum = this.#before(t) + amount;
    const last = side > 0 ? sum - 1 : sum; // the millisecond that has to lie in the interval
    // Rounded down to the part before, at worst.
    let index = this.#byPart[Math.floor(last * this.#partsPerMs)];
    if (index === undefined) return this.#further(t, amount, side, last);
    while (this.#sums[index + 1]! <= last) index += 1;
    return this.#times[2 * index]! + (sum - this.#sums[index]!);
  }

  /** The open intervals in `[from, to)`, clipped to it. */
  *intervals(from: EpochMs, to: EpochMs): Generator<readonly [EpochMs, EpochMs], void, undefined> {
    for (let t = from; t < to; ) {
      this.#cover(t, t);
      // An interval may go on where the compiled days end.
      while (this.#times[2 * this.#at(t) + 1]! >= this.#until && this.#until < to)
        this.#cover(t, this.#until);
      const index = this.#at(t);
      const start = Math.max(t, this.#times[2 * index]!);
      t = Math.min(to, this.#times[2 * index + 1]!);
      if (start < t) yield [start, t];
    }
  }

  /** The first interval that ends after `t`; the one at Infinity if none of the compiled ones does. */
  #at(t: EpochMs): number {
    let index = this.#byDay[Math.floor((t - this.#from) / DAY)]!;
    while (this.#times[2 * index + 1]! <= t) index += 1;
    return index;
  }

  /** What is open before `t`. */
  #before(t: EpochMs): Millis {
    const index = this.#at(t);
    const start = this.#times[2 * index]!;
    const sum = this.#sums[index]!;
    return t > start ? sum + (t - start) : sum;
  }

  /** Sees to it that an instant and a later one lie on compiled days. */
  #cover(a: EpochMs, b: EpochMs): void {
    if (!(a >= this.#from && b < this.#until)) this.#extend(a, b);
  }

  #further(t: EpochMs, amount: Millis, side: number, last: Millis): EpochMs {
    if (last < 0) this.#extend(this.#from - 1, t);
    else this.#extend(t, this.#until);
    return this.reach(t, amount, side);
  }

  /** Compiles some more than what is asked for, so that a long way is made in few steps. */
  #extend(a: EpochMs, b: EpochMs): void {
    if (!(a >= FIRST && b < END)) throw this.#isEverOpen() ? beyond(a < FIRST ? b : a) : noHours();
    const more = Math.max(HALF_YEAR, Math.floor((this.#until - this.#from) / DAY / 2) * DAY);
    if (!(b < this.#until)) this.#until = Math.min(END, Math.ceil((b + 1) / DAY) * DAY + more);
    if (!(a >= this.#from)) this.#from = Math.max(FIRST, Math.floor(a / DAY) * DAY - more);
    this.#index(this.#compile(this.#from, this.#until));
  }

  #isEverOpen(): boolean {
    return this.#sums.length > 2 || this.#compile(FIRST, END).length > 0;
  }

  #index(times: number[]): void {
    const size = times.length / 2;
    const sums = new Float64Array(size + 2);
    for (let i = 0; i < size; i += 1) sums[i + 1] = sums[i]! + (times[2 * i + 1]! - times[2 * i]!);
    const part = Math.ceil(sums[size]! / size) || 1;
    sums[size + 1] = Number.POSITIVE_INFINITY;
    times.push(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    this.#times = Float64Array.from(times);
    this.#sums = sums;
    this.#byDay = risingIndex(
      (this.#until - this.#from) / DAY,
      (i, index) => times[2 * index + 1]! > this.#from + i * DAY,
    );
    this.#byPart = risingIndex(size, (i, index) => sums[index + 1]! > i * part);
    this.#partsPerMs = 1 / part;
  }
}

/** For each number below `length`, the first index that is far enough; both only rise. */
function risingIndex(length: number, isFarEnough: (at: number, index: number) => boolean): Int32Array {
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

const noHours = () =>
  new CalendarError('calendar.no-hours', undefined, { hint: 'Give its week or an exception some hours' });
