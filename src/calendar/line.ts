import { CalendarError } from '../errors/calendar-error.ts';
import { DAY, type EpochMs, type Millis, SPAN_END } from '../instant/types.ts';

/**
 * A line of time that is open now and then, compiled to typed arrays as far as it has been asked about: how much of it
 * is open before an instant, and where so much has passed, both in constant time.
 */
export interface Line {
  /** Open intervals, start, end, start, end..., sorted and apart, of whole days from one midnight to another. */
  readonly compile: (from: EpochMs, until: EpochMs) => number[];
  /** What is compiled: whole days, from the first instant to before the last. */
  from: EpochMs;
  until: EpochMs;
  /** Start, end, start, end...; the last two are Infinity. */
  times: Float64Array;
  /** What is open before each interval, before Infinity, and Infinity. */
  sums: Float64Array;
  /** The first interval that ends after the start of each day. */
  byDay: Int32Array;
  /** The interval in which each of as many equal parts of the open time begins as there are intervals. */
  byPart: Int32Array;
  partsPerMs: number;
}

/** What is compiled on either side of what was asked for, at least. */
const HALF_YEAR = 183 * DAY;
/** A zone's date may be one behind that of UTC, or one ahead; and the last day ends on the next. */
const FIRST: EpochMs = -DAY;
const END: EpochMs = SPAN_END + 2 * DAY;

/** A line of which nothing is compiled yet. */
export const lineOf = (compile: Line['compile']): Line => ({
  compile,
  from: Number.POSITIVE_INFINITY,
  until: Number.NEGATIVE_INFINITY,
  times: new Float64Array(),
  sums: new Float64Array(),
  byDay: new Int32Array(),
  byPart: new Int32Array(),
  partsPerMs: 0,
});

export function isOpen(line: Line, t: EpochMs): boolean {
  cover(line, t, t);
  return line.times[2 * indexAt(line, t)]! <= t;
}

/** What is open from `a` to `b`, negative if `b` is the earlier. */
export function openBetween(line: Line, a: EpochMs, b: EpochMs): Millis {
  if (a < b) cover(line, a, b);
  else cover(line, b, a);
  return openBefore(line, b) - openBefore(line, a);
}

/**
 * The instant that has `amount` more open before it than `t`: the earliest, at most a closing bell, or with a negative
 * `side` the latest, at least an opening one.
 */
export function reach(line: Line, t: EpochMs, amount: Millis, side: number): EpochMs {
  cover(line, t, t);
  const { sums } = line;
  const sum = openBefore(line, t) + amount;
  const last = side > 0 ? sum - 1 : sum; // the millisecond that has to lie in the interval
  // Rounded down to the part before, at worst.
  let index = line.byPart[Math.floor(last * line.partsPerMs)];
  if (index === undefined) return reachFurther(line, t, amount, side, last);
  while (sums[index + 1]! <= last) index += 1;
  return line.times[2 * index]! + (sum - sums[index]!);
}

function reachFurther(line: Line, t: EpochMs, amount: Millis, side: number, last: Millis): EpochMs {
  if (last < 0) extend(line, line.from - 1, t);
  else extend(line, t, line.until);
  return reach(line, t, amount, side);
}

/** The open intervals in `[from, to)`, clipped to it. */
export function* openIntervals(
  line: Line,
  from: EpochMs,
  to: EpochMs,
): Generator<readonly [EpochMs, EpochMs], void, undefined> {
  for (let t = from; t < to; ) {
    cover(line, t, t);
    // An interval may go on where the compiled days end.
    while (line.times[2 * indexAt(line, t) + 1]! >= line.until && line.until < to)
      extend(line, t, line.until);
    const index = indexAt(line, t);
    const start = Math.max(t, line.times[2 * index]!);
    t = Math.min(to, line.times[2 * index + 1]!);
    if (start < t) yield [start, t];
  }
}

/** The first interval that ends after `t`; the one at Infinity if none of the compiled ones does. */
function indexAt({ byDay, from, times }: Line, t: EpochMs): number {
  // A product is quicker than a quotient. At midnight it may fall on the day before, which gives the same answer.
  let index = byDay[Math.floor((t - from) * (1 / DAY))]!;
  while (times[2 * index + 1]! <= t) index += 1;
  return index;
}

function openBefore(line: Line, t: EpochMs): Millis {
  const index = indexAt(line, t);
  const start = line.times[2 * index]!;
  const sum = line.sums[index]!;
  return t > start ? sum + (t - start) : sum;
}

/** Sees to it that an instant and a later one lie on compiled days. */
function cover(line: Line, a: EpochMs, b: EpochMs): void {
  if (!(a >= line.from && b < line.until)) extend(line, a, b);
}

/** Compiles some more than what is asked for, so that a long way is made in few steps. */
function extend(line: Line, a: EpochMs, b: EpochMs): void {
  if (!(a >= FIRST && b < END)) throw isEverOpen(line) ? beyond(a < FIRST ? b : a) : noHours();
  const more = Math.max(HALF_YEAR, Math.floor((line.until - line.from) / DAY / 2) * DAY);
  if (!(b < line.until)) line.until = Math.min(END, Math.floor(b / DAY + 1) * DAY + more);
  if (!(a >= line.from)) line.from = Math.max(FIRST, Math.floor(a / DAY) * DAY - more);
  index(line, line.compile(line.from, line.until));
}

const isEverOpen = ({ sums, compile }: Line) => sums.length > 2 || compile(FIRST, END).length > 0;

function index(line: Line, times: number[]): void {
  const size = times.length / 2;
  const sums = new Float64Array(size + 2);
  for (let i = 0; i < size; i += 1) sums[i + 1] = sums[i]! + (times[2 * i + 1]! - times[2 * i]!);
  const part = Math.ceil(sums[size]! / size) || 1;
  sums[size + 1] = Number.POSITIVE_INFINITY;
  times.push(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  line.times = new Float64Array(times);
  line.sums = sums;
  line.byDay = risingIndex(
    (line.until - line.from) / DAY,
    (i, at) => times[2 * at + 1]! > line.from + i * DAY,
  );
  line.byPart = risingIndex(size, (i, at) => sums[at + 1]! > i * part);
  line.partsPerMs = 1 / part;
}

/** For each number below `length`, the first index that is far enough; both only rise. */
function risingIndex(length: number, isFarEnough: (i: number, at: number) => boolean): Int32Array {
  let at = 0;
  return new Int32Array(length).map((_, i) => {
    while (!isFarEnough(i, at)) at += 1;
    return at;
  });
}

/** The error for a sum that leaves the supported span. */
export const beyond = (t: EpochMs) =>
  new CalendarError('calendar.span', { from: new Date(t) }, { hint: 'Check the amount and the dates' });

const noHours = () =>
  new CalendarError('calendar.no-hours', undefined, { hint: 'Give its week or an exception some hours' });
