import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { Cell } from '../../src/kpi/cell.ts';
import { type RepeatRules, Repeats } from '../../src/kpi/repeats.ts';

const DAY = 86_400_000;

const HOUR = 3_600_000;

interface Ticket {
  readonly key: string;
  readonly at: number;
}

/** What the rules say, read literally: merge, then look at every pair. */
function naive(tickets: readonly Ticket[], { window, mergeWindow, countFirst }: RepeatRules) {
  const keys = [...new Set(tickets.map(({ key }) => key))];
  let all = 0;
  let repeats = 0;
  let merged = 0;
  for (const key of keys) {
    const times = tickets.filter((ticket) => ticket.key === key).map((ticket) => ticket.at);
    times.sort((a, b) => a - b);
    const isSame = (n: number) => n > 0 && times[n]! - times[n - 1]! <= mergeWindow;
    const left = times.filter((_, n) => !isSame(n));
    const near = (a: number | undefined, b: number | undefined) =>
      a !== undefined && b !== undefined && b - a <= window;
    all += left.length;
    merged += times.length - left.length;
    repeats += left.filter((t, n) => near(left[n - 1], t) || (countFirst && near(t, left[n + 1]))).length;
  }
  return { all, repeats, merged };
}

/** Repeats that keep no more than `kept` complaints if the input is in order, and what they come to. */
function counting(rules: RepeatRules, kept: number) {
  const found = { all: 0, repeats: 0, merged: 0 };
  const count = (_: Cell, isRepeat: boolean) => {
    found.all += 1;
    if (isRepeat) found.repeats += 1;
  };
  const repeats = new Repeats(
    rules,
    {
      merged: () => {
        found.merged += 1;
      },
      settle: count,
    },
    kept,
  );
  return {
    repeats,
    settled: () => found,
    result: () => {
      repeats.each(count);
      return found;
    },
  };
}

const cell = new Cell({ period: 0, group: [] }, 4, false);

const rules = fc.record({
  window: fc.integer({ min: 0, max: 40 }),
  mergeWindow: fc.integer({ min: -1, max: 30 }),
  countFirst: fc.boolean(),
});

const tickets = fc.array(
  fc.record({ key: fc.constantFrom('a', 'b', 'c'), at: fc.integer({ min: 0, max: 600 }) }),
  { maxLength: 60 },
);

const inOrder = (list: readonly Ticket[]) => [...list].sort((a, b) => a.at - b.at);

describe('Repeats', () => {
  test.prop([tickets, rules], { numRuns: 500 })('finds in any order what the rules say', (list, given) => {
    const { repeats, result } = counting(given, 1000);
    for (const { key, at } of list) repeats.add(key, at, cell);
    expect(result()).toEqual(naive(list, given));
  });

  test.prop([tickets, rules, fc.integer({ min: 1, max: 8 }), fc.boolean()], { numRuns: 500 })(
    'finds the same of input in order, forwards or backwards, of which it forgets what is over',
    (list, given, kept, backwards) => {
      const { repeats, result } = counting(given, kept);
      const sorted = inOrder(list);
      for (const { key, at } of backwards ? sorted.reverse() : sorted) repeats.add(key, at, cell);
      expect(result()).toEqual(naive(list, given));
      expect(repeats.unsorted).toBe(false);
    },
  );

  test.prop(
    [tickets, rules, fc.integer({ min: 1, max: 8 }), fc.array(fc.nat(600), { maxLength: 4 }), fc.nat()],
    { numRuns: 500 },
  )(
    'finds the same of contiguous parts that have each forgotten what is over, merged in any order',
    (list, given, kept, cuts, order) => {
      const bounds = [...cuts].sort((a, b) => a - b);
      const parts = [0, ...bounds].map((start, n) =>
        inOrder(list.filter(({ at }) => at >= start && at < (bounds[n] ?? Number.POSITIVE_INFINITY))),
      );
      const whole = counting(given, kept);
      const sum = { all: 0, repeats: 0, merged: 0 };
      while (parts.length > 0) {
        const [part = []] = parts.splice(order % parts.length, 1);
        const own = counting(given, kept);
        for (const { key, at } of part) own.repeats.add(key, at, cell);
        whole.repeats.merge(JSON.parse(JSON.stringify(own.repeats.toJSON([cell]))), [cell]);
        for (const slot of ['all', 'repeats', 'merged'] as const) sum[slot] += own.settled()[slot];
      }
      const own = whole.result();
      for (const slot of ['all', 'repeats', 'merged'] as const) sum[slot] += own[slot];
      expect(sum).toEqual(naive(list, given));
      expect(whole.repeats.unsorted).toBe(false);
    },
  );

  it('keeps of 100,000 complaints in order only those of the last window and the first: under 2,000', () => {
    const { repeats, result } = counting({ window: DAY, mergeWindow: HOUR, countFirst: true }, 500);
    for (let n = 0; n < 100_000; n++) repeats.add(`${n % 70_000}`, n * 600_000, cell);
    const { complaints } = repeats.toJSON([cell]);
    expect(complaints.length).toBeLessThan(2000);
    expect(result().all).toBe(100_000);
  });

  it('says so where a complaint comes among others that it has forgotten', () => {
    const { repeats } = counting({ window: 5, mergeWindow: -1, countFirst: false }, 3);
    for (let n = 0; n < 50; n++) repeats.add(`${n}`, n * 10, cell);
    expect(repeats.unsorted).toBe(false);
    repeats.add('7', 71, cell);
    expect(repeats.unsorted).toBe(true);
  });

  it('forgets nothing of 100 complaints in no order at all', () => {
    const given = { window: 5, mergeWindow: -1, countFirst: false };
    const { repeats, result, settled } = counting(given, 20);
    const list = Array.from({ length: 100 }, (_, n) => ({ key: `${n % 5}`, at: ((n * 37) % 101) * 4 }));
    for (const { key, at } of list) repeats.add(key, at, cell);
    expect(settled().all).toBe(0);
    expect(result()).toEqual(naive(list, given));
  });

  it('says why figures are inexact, or what the order of 100,001 complaints has cost in memory', () => {
    const day = { window: DAY, mergeWindow: -1, countFirst: false };
    const early = counting(day, 3).repeats;
    for (const n of [...Array(50).keys(), 7]) early.add(`${n}`, n * 10 * DAY, cell);
    expect(early.oddity()).toContain('some repeats were not found');
    const late = counting(day, 100_000).repeats;
    for (let n = 0; n < 99_999; n++) late.add(`${n}`, n % 2 === 0 ? n : -n, cell);
    late.add('the last that is kept whatever its order', 0, cell);
    expect(late.oddity()).toBeUndefined();
    late.add('more', 0, cell);
    expect(late.oddity()).toContain('100001 complaints are kept in memory');
  });
});
