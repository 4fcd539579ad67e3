import { CalendarError } from '../errors/calendar-error.ts';
import { DAY, type EpochDay, type EpochMs, type Millis, SPAN_END } from '../instant/types.ts';

/** Open intervals, start, end, start, end..., sorted and apart, of the days from `first` to before `end`. */
export type Compile = (first: EpochDay, end: EpochDay) => number[];

/** What is compiled on either side of what was asked for, at least. */
const HALF_YEAR = 183;
/** A zone's date may be one behind that of UTC, or one ahead; and the last day ends on the next. */
const FIRST: EpochMs = -DAY;
const END: EpochMs = SPAN_END + 2 * DAY;

/**
 * A line of time that is open now and then: how much of it lies before an instant and where so much has passed, both
 * in constant time, by typed arrays. Years are compiled when first touched.
 */
export class Line {
  readonly #compile: Compile;
  /** The days compiled: from the first to before the end. */
  #first = Number.POSITIVE_INFINITY;
  #end = Number.NEGATIVE_INFINITY;
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
    if (a < b) this.#cover(a, b);
    else this.#cover(b, a);
    return this.#before(b) - this.#before(a);
  }

  /**
   * The instant that has `amount` more open before it than `t`: the earliest, at most a closing bell, or with a
   * negative `side` the latest, at least an opening one.
   */
  reach(t: EpochMs, amount: Millis, side: number): EpochMs {
    this.#cover(t, t);
    for (;;) {
      const at = this.#reaching(this.#before(t) + amount, side);
      if (Number.isFinite(at)) return at;
      if (at > 0) this.#cover(t, this.#end * DAY);
      else this.#cover(this.#first * DAY - 1, t);
    }
  }

  /** The open intervals in `[from, to)`, clipped to it. */
  *intervals(from: EpochMs, to: EpochMs): Generator<readonly [EpochMs, EpochMs], void, undefined> {
    for (let t = from; t < to; ) {
      this.#cover(t, t);
      // An interval may go on where the compiled days end.
      while (this.#times[2 * this.#at(t) + 1]! >= this.#end * DAY && this.#end * DAY < to) {
        this.#cover(t, this.#end * DAY);
      }
      const index = this.#at(t);
      const start = Math.max(t, this.#times[2 * index]!);
      t = Math.min(to, this.#times[2 * index + 1]!);
      if (start < t) yield [start, t];
    }
  }

  /** The first interval that ends after `t`; the one at Infinity if none of the compiled ones does. */
  #at(t: EpochMs): number {
    let index = this.#byDay[Math.floor(t / DAY) - this.#first]!;
    while (this.#times[2 * index + 1]! <= t) index += 1;
    return index;
  }

  /** What is open before `t`. */
  #before(t: EpochMs): Millis {
    const index = this.#at(t);
    const start = this.#times[2 * index]!;
    return t > start ? this.#sums[index]! + (t - start) : this.#sums[index]!;
  }

  /** Infinity if it lies after the compiled days, -Infinity if before. */
  #reaching(sum: Millis, side: number): EpochMs {
    const last = side > 0 ? sum - 1 : sum; // the millisecond that has to lie in the interval
    if (last < 0) return Number.NEGATIVE_INFINITY;
    // Rounded down to the part before, at worst.
    let index = this.#byPart[Math.floor(last * this.#partsPerMs)] ?? this.#sums.length - 2;
    while (this.#sums[index + 1]! <= last) index += 1;
    return this.#times[2 * index]! + (sum - this.#sums[index]!);
  }

  /** Sees to it that both of two instants lie on compiled days. */
  #cover(a: EpochMs, b: EpochMs): void {
    if (!(a >= this.#first * DAY && b < this.#end * DAY)) this.#extend(a, b);
  }

  /** Compiles some more than what is asked for, so that a long way is made in few steps. */
  #extend(a: EpochMs, b: EpochMs): void {
    if (!(a >= FIRST && b < END)) throw this.#isEverOpen() ? beyond(a < FIRST ? b : a) : noHours();
    const more = Math.max(HALF_YEAR, (this.#end - this.#first) / 2);
    if (b >= this.#end * DAY) this.#end = Math.min(END / DAY, Math.ceil(b / DAY + more));
    if (a < this.#first * DAY) this.#first = Math.max(FIRST / DAY, Math.floor(a / DAY - more));
    this.#index(this.#compile(this.#first, this.#end));
  }

  #isEverOpen(): boolean {
    return this.#sums.length > 2 || this.#compile(FIRST / DAY, END / DAY).length > 0;
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
      this.#end - this.#first,
      (i, index) => times[2 * index + 1]! > (this.#first + i) * DAY,
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
