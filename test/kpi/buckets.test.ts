import { describe, expect, it } from 'vitest';
import { bucketEnd, bucketOf, bucketValue } from '../../src/kpi/buckets.ts';

const LONGEST = 7_258_118_400_000; // 1970 to 2200
const last = bucketOf(LONGEST);

describe('each bucket', () => {
  it('begins where the one before ends, and ends at 101% of its first ms', () => {
    for (let bucket = 1; bucket < last; bucket += 1) {
      const [first, end] = [bucketEnd(bucket - 1) + 1, bucketEnd(bucket)];
      expect([bucketOf(first), bucketOf(end)]).toEqual([bucket, bucket]);
      expect(end).toBe(Math.floor(first * 1.01));
    }
  });

  it('has a value that errs by the same share at both ends, in whole ms from 10 s on', () => {
    for (let bucket = 1; bucket < last; bucket += 1) {
      const [first, end, value] = [bucketEnd(bucket - 1) + 1, bucketEnd(bucket), bucketValue(bucket)];
      const rounding = first < 10_000 ? 1e-12 : 1 / first;
      expect(Math.abs(value / first - 1 - (1 - value / end))).toBeLessThanOrEqual(rounding);
      if (first >= 10_000) expect(Number.isInteger(value)).toBe(true);
    }
    expect(bucketValue(bucketOf(9_999))).not.toBe(Math.round(bucketValue(bucketOf(9_999))));
  });
});
