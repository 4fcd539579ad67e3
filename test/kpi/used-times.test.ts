import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { bucketEnd, bucketOf, bucketValue } from '../../src/kpi/buckets.ts';
import { UsedTimes } from '../../src/kpi/used-times.ts';

const LONGEST = 7_258_118_400_000; // 1970 to 2200
/** Short, everyday and century-long times alike. */
const ms = fc.oneof(
  fc.nat(200),
  fc.nat(100_000),
  fc.nat(2_000_000_000),
  fc.integer({ min: 0, max: LONGEST }),
);
const sample = fc.array(ms, { minLength: 1, maxLength: 60 });

function usedTimesOf(list: readonly number[]): UsedTimes {
  const times = new UsedTimes();
  for (const item of list) times.add(item);
  return times;
}

/** Nearest rank on the sample itself. */
const nearestRank = (list: readonly number[], p: number): number =>
  [...list].sort((a, b) => a - b)[Math.ceil((p * list.length) / 100) - 1]!;

describe('buckets', () => {
  it('keep 0 and each ms below 100 for themselves', () => {
    for (let value = 0; value < 100; value += 1) expect(bucketValue(bucketOf(value))).toBe(value);
  });

  test.prop([ms])('stand for every ms within 1%', (value) => {
    const bucket = bucketOf(value);
    expect(Math.abs(bucketValue(bucket) - value)).toBeLessThanOrEqual(value * 0.01);
    expect(bucketEnd(bucket)).toBeGreaterThanOrEqual(value);
    expect(bucketEnd(bucket) - value).toBeLessThanOrEqual(value * 0.01);
    if (bucket > 0) expect(bucketEnd(bucket - 1)).toBeLessThan(value);
  });

  it('reach to 2200', () => {
    expect(bucketEnd(bucketOf(LONGEST))).toBeGreaterThanOrEqual(LONGEST);
  });
});

describe('UsedTimes', () => {
  test.prop([sample, fc.integer({ min: 1, max: 100 })])(
    'gives percentiles within 1% of the nearest rank',
    (list, p) => {
      const exact = nearestRank(list, p);
      expect(Math.abs(usedTimesOf(list).percentile(p)! - exact)).toBeLessThanOrEqual(exact * 0.01);
    },
  );

  test.prop([sample])('gives the mean exactly', (list) => {
    const [sum, count] = usedTimesOf(list).mean()!;
    expect(sum).toBe(list.reduce((total, item) => total + BigInt(item), 0n));
    expect(count).toBe(BigInt(list.length));
  });

  test.prop([sample, sample])('merges to what one pass over both gives, through JSON', (a, b) => {
    const merged = usedTimesOf(a);
    merged.merge(JSON.parse(JSON.stringify(usedTimesOf(b))));
    expect(merged.toJSON()).toEqual(usedTimesOf([...b, ...a]).toJSON());
  });

  it('keeps a sum beyond 2^53 to the last ms', () => {
    const times = new UsedTimes();
    for (let n = 0; n < 3000; n += 1) times.add(LONGEST - 1);
    expect(times.mean()).toEqual([BigInt(LONGEST - 1) * 3000n, 3000n]);
  });

  it('ranks 7% of 100 as the 7th, not the 8th', () => {
    const times = usedTimesOf(Array.from({ length: 100 }, (_, n) => (n < 7 ? 10 : 40)));
    expect(times.percentile(7)).toBe(10);
    expect(times.percentile(7.01)).toBe(40);
  });

  it('has nothing to say of nothing', () => {
    expect(usedTimesOf([]).percentiles([50, 99])).toEqual([null, null]);
    expect(usedTimesOf([]).mean()).toBeNull();
    expect(usedTimesOf([]).distribution()).toEqual([]);
  });

  it('distributes 0, 0 and 60,000 ms as two entries that add up to 3', () => {
    const distribution = usedTimesOf([60_000, 0, 0]).distribution();
    expect(distribution.map(([, runs]) => runs)).toEqual([2, 1]);
    expect(distribution[0]![0]).toBe(0);
    expect(distribution[1]![0]).toBe(60_000);
  });
});
