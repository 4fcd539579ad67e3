import { CalendarError } from '../errors/calendar-error.ts';
import { DAY, type EpochMs, type Millis } from '../instant/types.ts';

/**
 * A line of time that is open now and then, compiled to typed arrays as far as it has been asked about: how much of it
 * is open before an instant, and where so much has passed, both in constant time.
 */
export interface Line {
  /** Open intervals within two instants: start, end, start, end..., sorted and apart. */
  readonly compile: (from: EpochMs, until: EpochMs) => number[];
  /** What it may be asked about. */
  readonly first: EpochMs;
  readonly end: EpochMs;
  /** What is published, where nothing else may be asked about. */
  readonly reason: string;
  compiled: Span;
}

/** What is compiled of a line. */
interface Span {
  readonly from: EpochMs;
  readonly until: EpochMs;
  /** Start, end, start, end...; the last two are Infinity. */
  readonly times: Float64Array;
  /** What is open before each interval, and before Infinity. */
  readonly sums: Float64Array;
  /** All that is open. */
  readonly total: Millis;
  /** The first interval that ends after the start of each day. */
  readonly byDay: Int32Array;
  /** The interval in which each of as many equal parts of the open time begins as there are intervals. */
  readonly byPart: Int32Array;
  readonly partsPerMs: number;
}

/** What is compiled on either side of what was asked for, at least. */
const HALF_YEAR = 183 * DAY;

/** A line of which nothing is compiled yet. */
export const lineOf = (compile: Line['compile'], first: EpochMs, end: EpochMs, reason: string): Line => ({
  compile,
  first,
  end,
  reason,
  compiled: spanOf(Number.POSITIVE_INFINITY, -Number.POSITIVE_INFINITY, []),
});

export function isOpen(line: Line, t: EpochMs): boolean {
  const span = cover(line, t, t + 1);
  return span.times[2 * indexAt(span, t)]! <= t;
}

/** What is open from `a` to `b`, negative if `b` is the earlier. */
export function openBetween(line: Line, a: EpochMs, b: EpochMs): Millis {
  const span = a < b ? cover(line, a, b) : cover(line, b, a);
  return openBefore(span, b) - openBefore(span, a);
}

/**
 * The instant that has `amount` more open before it than `t`: the earliest, at most a closing bell, or with a negative
 * `side` the latest, at least an opening one.
 */
export function reach(line: Line, t: EpochMs, amount: Millis, side: number): EpochMs {
  const span = cover(line, t, t);
  const { sums } = span;
  const sum = openBefore(span, t) + amount;
  const last = side > 0 ? sum - 1 : sum; // the millisecond that has to lie in the interval
  if (last >= 0 && last < span.total) {
    // Rounded down to the part before, at worst.
    let index = span.byPart[(last * span.partsPerMs) | 0]!;
    while (sums[index + 1]! <= last) index += 1;
    return span.times[2 * index]! + (sum - sums[index]!);
  }
  if (last < 0) extend(line, span.from - 1, t);
  else extend(line, t, span.until + 1);
  return reach(line, t, amount, side);
}

/** The open intervals in `[from, to)`, clipped to it. */
export function* openIntervals(
  line: Line,
  from: EpochMs,
  to: EpochMs,
): Generator<readonly [EpochMs, EpochMs], void, undefined> {
  for (let t = from; t < to; ) {
    const span = cover(line, t, to);
    const index = indexAt(span, t);
    const start = Math.max(t, span.times[2 * index]!);
    t = Math.min(to, span.times[2 * index + 1]!);
    if (start < t) yield [start, t];
  }
}

/** The first interval that ends after `t`; the one at Infinity if none of the compiled ones does. */
function indexAt({ byDay, from, times }: Span, t: EpochMs): number {
  // A product is quicker than a quotient, and figures than names, which engines look up anew. At midnight it may fall on
  // the day before, which gives the same answer.
  let index = byDay[((t - from) * (1 / 86_400_000)) | 0]!;
  while (times[2 * index + 1]! <= t) index += 1;
  return index;
}

function openBefore(span: Span, t: EpochMs): Millis {
  const index = indexAt(span, t);
  const start = span.times[2 * index]!;
  const sum = span.sums[index]!;
  return t > start ? sum + (t - start) : sum;
}

/** What is compiled, in which two instants and all between them lie. */
function cover(line: Line, a: EpochMs, b: EpochMs): Span {
  const { compiled } = line;
  return a >= compiled.from && b <= compiled.until ? compiled : extend(line, a, b);
}

/** Compiles some more than what is asked for, whole days of UTC, so that a long way is made in few steps. */
function extend(line: Line, a: EpochMs, b: EpochMs): Span {
  const { first, end, reason, compile, compiled } = line;
  if (!(a >= first && b <= end)) {
    if (reason) throw unpublished(reason);
    throw compile(first, end).length > 0 ? beyond(a < first ? b : a) : noHours();
  }
  let { from, until } = compiled;
  const more = Math.max(HALF_YEAR, (until - from) / 2);
  if (b > until) until = Math.min(end, Math.ceil((b + more) / DAY) * DAY);
  if (a < from) from = Math.max(first, Math.floor((a - more) / DAY) * DAY);
  line.compiled = spanOf(from, until, compile(from, until));
  return line.compiled;
}

function spanOf(from: EpochMs, until: EpochMs, intervals: readonly EpochMs[]): Span {
  const size = intervals.length / 2;
  const times = new Float64Array([...intervals, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  const sums = new Float64Array(size + 1);
  for (let i = 0; i < size; i += 1) sums[i + 1] = sums[i]! + (times[2 * i + 1]! - times[2 * i]!);
  const total = sums[size]!;
  const part = Math.ceil(total / size);
  return {
    from,
    until,
    times,
    sums,
    total,
    byDay: risingIndex((until - from) / DAY + 1, (i, at) => times[2 * at + 1]! > from + i * DAY),
    byPart: risingIndex(size, (i, at) => sums[at + 1]! > i * part || at >= size),
    partsPerMs: 1 / part,
  };
}

/** For each number below `length`, the first index that is far enough; both only rise. */
function risingIndex(length: number, isFarEnough: (i: number, at: number) => boolean): Int32Array {
  let at = 0;
  return Int32Array.from({ length }, (_, i) => {
    while (!isFarEnough(i, at)) at += 1;
    return at;
  });
}

/** The error for a sum that leaves the supported span. */
export const beyond = (t: EpochMs) =>
  new CalendarError('calendar.span', { from: new Date(t) }, { hint: 'Check the amount' });

const noHours = () => new CalendarError('calendar.no-hours', undefined, { hint: 'Give it hours' });

/** The error for a date that is needed and lies outside a source's horizon. */
export const unpublished = (reason: string) =>
  new CalendarError('calendar.provisional', { reason }, { hint: 'Give a newer holiday source' });
