import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { attainable } from '../../src/kpi/attainable.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { Tally } from '../../src/kpi/tally.ts';
import { policyOf, verdictOf } from './build.ts';

const MINUTE = 60_000;

function tallyOf(usedMs: readonly number[], { overdue = 0, pending = 0 } = {}): Tally {
  const tally = createTally(policyOf());
  for (const used of usedMs) tally.add({ verdicts: [verdictOf('met', { usedMs: used })] });
  for (let n = 0; n < overdue; n++) tally.add({ verdicts: [verdictOf('overdue')] });
  for (let n = 0; n < pending; n++) tally.add({ verdicts: [verdictOf('pending')] });
  return tally;
}

const hundred = Array.from({ length: 100 }, (_, n) => (n + 1) * MINUTE);

describe('attainable', () => {
  it('says that 95 of 100 answers of 1 to 100 minutes came within 95 minutes and 1%', () => {
    const { ms, interval, ...counts } = attainable(tallyOf(hundred), 's', 0.95);
    expect(counts).toEqual({ standard: 's', share: 0.95, runs: 100, done: 100, overdue: 0, pending: 0 });
    expect(ms).toBeGreaterThanOrEqual(95 * MINUTE);
    expect(ms).toBeLessThanOrEqual(95 * MINUTE * 1.01);
    // Wilson's interval of 95 of 100 is 88.8% to 97.8%.
    expect(interval[0]).toBeGreaterThanOrEqual(88 * MINUTE);
    expect(interval[0]).toBeLessThanOrEqual(88 * MINUTE * 1.01);
    expect(interval[1]).toBeGreaterThanOrEqual(98 * MINUTE);
    expect(interval[1]).toBeLessThanOrEqual(98 * MINUTE * 1.01);
  });

  it('counts 10 open past due as longer than all 90 done: no limit is known for 95%, one for 90%', () => {
    const tally = tallyOf(hundred.slice(0, 90), { overdue: 10, pending: 7 });
    expect(attainable(tally, 's', 0.95)).toMatchObject({
      ms: null,
      runs: 100,
      done: 90,
      overdue: 10,
      pending: 7,
    });
    const ninety = attainable(tally, 's', 0.9);
    expect(ninety.ms).toBeGreaterThanOrEqual(90 * MINUTE);
    expect(ninety.interval[1]).toBeNull();
  });

  it('has no limit where nothing was judged', () => {
    expect(attainable(tallyOf([]), 's', 0.95)).toMatchObject({ ms: null, interval: [null, null], runs: 0 });
  });

  it('says the same of a tally, its snapshot, the snapshot of an audit and a report, JSON or not', () => {
    const tally = tallyOf(hundred, { overdue: 2 });
    const snapshot = JSON.parse(JSON.stringify(tally));
    const expected = attainable(tally, 's', 0.5);
    expect(attainable(snapshot, 's', 0.5)).toEqual(expected);
    expect(attainable({ tally: snapshot }, 's', 0.5)).toEqual(expected);
    expect(attainable({ standards: tally.standards() }, 's', 0.5)).toEqual(expected);
  });

  it('refuses a standard that is not there, a share that is none, and what is no history', () => {
    const tally = tallyOf(hundred);
    const code = (value: string) => expect.objectContaining({ code: value });
    expect(() => attainable(tally, 'x', 0.95)).toThrow(code('kpi.standard'));
    for (const share of [0, -1, 95, Number.NaN, '95' as never])
      expect(() => attainable(tally, 's', share)).toThrow(code('kpi.option'));
    for (const history of [null, undefined, {}, 7])
      expect(() => attainable(history as never, 's', 0.95)).toThrow(code('kpi.snapshot'));
  });

  test.prop([
    fc.array(fc.nat(40 * 86_400_000), { minLength: 1, maxLength: 60 }),
    fc.integer({ min: 1, max: 100 }),
  ])('names a limit that the share kept, and none 1% shorter would have done', (used, percent) => {
    const { ms, interval } = attainable(tallyOf(used), 's', percent / 100);
    const kept = (limit: number) => used.filter((one) => one <= limit).length;
    expect(kept(ms!) * 100).toBeGreaterThanOrEqual(percent * used.length);
    expect(kept(Math.floor(ms! / 1.01) - 1) * 100).toBeLessThan(percent * used.length);
    expect(interval[0]).toBeLessThanOrEqual(ms!);
    expect(interval[1]).toBeGreaterThanOrEqual(ms!);
  });
});
