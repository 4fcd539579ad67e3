import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { Cell } from '../../src/kpi/cell.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import { mergeTallies } from '../../src/kpi/merge-tallies.ts';
import { type RepeatRules, Repeats } from '../../src/kpi/repeats.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, at, caseOf, policyOf } from './build.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const keyed: KpiSpec = { id: 'k', measure: 'repeatComplaintRate', key: ['customer'], window: '7 days' };
const from = (customer: string | undefined, received: string, more: Record<string, unknown> = {}) =>
  caseOf([`${received} received`], { ...(customer && { customer }), ...more });

function rowsOf(kpi: Partial<KpiSpec>, timelines: readonly ReturnType<typeof caseOf>[]) {
  const tally = createTally(policyOf({ ...keyed, ...kpi }));
  for (const timeline of timelines) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}

describe('repeats found by key', () => {
  const week = [
    from('li', '09-01 10:00'),
    from('li', '09-08 10:00'),
    from('li', '09-15 10:01'),
    from('wang', '09-08 11:00'),
  ];

  it('gives 1 of 4: on the seventh day is within 7 days, a minute later is not; another customer is none', () => {
    expect(rowsOf({ denominator: 'all' }, week)).toMatchObject([
      { numerator: 1, denominator: 4, basis: 'all' },
    ]);
  });

  it('gives 2 of 4 where the first one counts as well', () => {
    expect(rowsOf({ denominator: 'all', countFirst: true }, week)).toMatchObject([
      { numerator: 2, denominator: 4 },
    ]);
  });

  it('counts the first one in its own month, though the repeat comes in the next', () => {
    const turn = [from('li', '09-30 10:00'), from('li', '10-02 10:00')];
    expect(rowsOf({ countFirst: true, denominator: 'all' }, turn)).toMatchObject([
      { period: '2026-09', numerator: 1, denominator: 1 },
      { period: '2026-10', numerator: 1, denominator: 1 },
    ]);
    expect(rowsOf({ denominator: 'all' }, turn)).toMatchObject([
      { period: '2026-09', numerator: 0 },
      { period: '2026-10', numerator: 1 },
    ]);
  });

  it('takes as one complaint what follows the one before within an hour, link by link: 3 of 5 are left', () => {
    const chain = ['10:00', '10:50', '11:45'].map((time) => from('li', `09-01 ${time}`));
    const cases = [...chain, from('li', '09-01 13:00'), from('wang', '09-01 11:00')];
    const [row] = rowsOf({ mergeWindow: '1 hour', denominator: 'all' }, cases);
    expect(row).toMatchObject({ numerator: 1, denominator: 3 });
    expect(row!.choices).toEqual({
      by: 'key',
      key: ['customer'],
      window: '7 days',
      mergeWindow: '1 hour',
      countFirst: false,
      merged: 2,
    });
  });

  it('measures the window from the first of those taken as one: 7 days after 10:00, not after 10:30', () => {
    const cases = [from('li', '09-01 10:00'), from('li', '09-01 10:30'), from('li', '09-08 10:15')];
    expect(rowsOf({ mergeWindow: '1 hour' }, cases)).toMatchObject([{ numerator: 0, denominator: 2 }]);
    expect(rowsOf({}, cases)).toMatchObject([{ numerator: 2, denominator: 1, value: 2, interval: null }]);
  });

  it('takes several attributes together, told apart by type', () => {
    const about = (subject: unknown) => from('li', '09-01 10:00', { subject });
    const cases = [about('1'), about(1), about('1'), about('seam')];
    expect(rowsOf({ key: ['customer', 'subject'], denominator: 'all' }, cases)).toMatchObject([
      { numerator: 1, denominator: 4 },
    ]);
  });

  it('leaves a complaint without a customer out of both counts, and shows it', () => {
    const cases = [from(undefined, '09-01 10:00'), from('', '09-01 11:00'), from('li', '09-01 10:00')];
    expect(rowsOf({}, cases)).toMatchObject([{ numerator: 0, denominator: 1, undetermined: 2 }]);
  });

  it('is provisional until the window of the last complaint has passed: on 1 November that of 25 October has', () => {
    expect(rowsOf({}, [from('li', '10-25 00:00')])[0]).not.toHaveProperty('provisional');
    expect(rowsOf({}, [from('li', '10-26 00:00')])[0]).toMatchObject({
      provisional: { since: '2026-11-01', reason: 'window-open' },
    });
  });

  it('states that repeats were found by their links where there is no key', () => {
    const tally = createTally(policyOf({ id: 'k', measure: 'repeatComplaintRate' }));
    tally.add({ timeline: from('li', '09-01 10:00', { repeatOf: 'a' }), verdicts: [] });
    expect(tally.kpis(asOf)).toMatchObject([{ numerator: 1, choices: { by: 'repeatOf' } }]);
  });

  it('merges months into the same rows as one count, in any order', () => {
    const months = ['08-31 20:00', '09-01 10:00', '09-29 10:00', '10-01 10:00', '10-03 10:00'].map((text) => {
      const tally = createTally(policyOf({ ...keyed, countFirst: true }));
      tally.add({ timeline: from('li', text), verdicts: [] });
      return tally;
    });
    const [a, b, c, d, e] = months.map((tally) => JSON.parse(JSON.stringify(tally)));
    const merged = mergeTallies(mergeTallies(e, b), mergeTallies(d, mergeTallies(a, c)));
    expect(
      merged.kpis(asOf).map(({ period, numerator, denominator }) => [period, numerator, denominator]),
    ).toEqual([
      ['2026-08', 1, 0],
      ['2026-09', 2, 0],
      ['2026-10', 2, 0],
    ]);
  });
});

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

  it('counts no complaint that its condition leaves out', () => {
    const cases = [
      from('li', '09-01 10:00', { kind: 'praise' }),
      from('li', '09-02 10:00', { kind: 'complaint' }),
    ];
    expect(rowsOf({ when: { kind: 'complaint' } }, cases)).toMatchObject([{ numerator: 0, denominator: 1 }]);
    expect(rowsOf({ denominator: 'all' }, cases)).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('takes of two complaints at one instant the group that comes first by letter as the first, whichever came first', () => {
    const web = from('li', '09-01 10:00', { kind: 'a', channel: 'web' });
    const chat = from('li', '09-01 10:00', { kind: 'a', channel: 'chat' });
    for (const cases of [
      [web, chat],
      [chat, web],
    ]) {
      const rows = rowsOf({ groupBy: ['kind', 'channel'], denominator: 'all' }, cases);
      expect(rows.map(({ group, numerator }) => [group!.channel, numerator])).toEqual([
        ['chat', 0],
        ['web', 1],
      ]);
    }
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

  it('shows a row as not exact where the input was not in order', () => {
    const tally = createTally(policyOf(keyed));
    tally.add({ timeline: from('li', '09-01 10:00'), verdicts: [] });
    const snapshot = JSON.parse(JSON.stringify(tally));
    const day = (text: string) => at(text).getTime();
    snapshot.repeats[0].forgotten = [[day('08-01 00:00'), day('10-01 00:00')]];
    const merged = mergeTallies(snapshot, tally);
    expect(merged.kpis(asOf)).toMatchObject([{ provisional: { reason: 'input-unsorted' } }]);
    expect(merged.findings()).toMatchObject([
      { code: 'kpi.unsorted', message: expect.stringMatching(/^k: cases came out of order/) },
    ]);
  });
});
