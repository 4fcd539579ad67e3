import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { BucketCounts } from '../../src/kpi/bucket-counts.ts';

type Entry = readonly [bucket: number, count: number];

function countsOf(entries: readonly Entry[]): BucketCounts {
  const counts = new BucketCounts();
  for (const [bucket, count] of entries) counts.add(bucket, count);
  return counts;
}

/** The same by a map. */
function listOf(entries: readonly Entry[]): Entry[] {
  const map = new Map<number, number>();
  for (const [bucket, count] of entries) map.set(bucket, (map.get(bucket) ?? 0) + count);
  return [...map].sort((a, b) => a[0] - b[0]);
}

const totalOf = (entries: readonly Entry[]) => entries.reduce((sum, [, count]) => sum + count, 0);

const upTo = (last: number) =>
  fc.array(fc.tuple(fc.nat(last), fc.integer({ min: 1, max: 9 })), { maxLength: 400 });
/** Everywhere, close together, and close together with a few far off, which come first, last or between. */
const entries = fc.oneof(
  upTo(2_500),
  upTo(60),
  fc
    .tuple(upTo(90), fc.integer({ min: 0, max: 2_400 }))
    .map(([list, from]) => list.map(([bucket, count]) => [bucket + from, count] as const)),
  fc.tuple(upTo(2_500), upTo(90)).map(([far, near]) => [...far.slice(0, 5), ...near, ...far.slice(5, 9)]),
);

describe('BucketCounts', () => {
  test.prop([entries])('counts what a map counts, in order, however close together it lies', (list) => {
    const counts = countsOf(list);
    expect(counts.list()).toEqual(listOf(list));
    expect(counts.total).toBe(totalOf(list));
  });

  test.prop([entries])('does not care for the order', (list) => {
    expect(countsOf(list.toReversed()).list()).toEqual(countsOf(list).list());
  });

  it.each([
    ['3 buckets', 3],
    ['100 buckets side by side', 100],
  ])('counts beyond 2^32 in each of %s', (_, buckets) => {
    const each = Array.from({ length: buckets }, (_, bucket) => [bucket, 3_000_000_000] as const);
    expect(countsOf([...each, ...each]).list()).toEqual(each.map(([bucket]) => [bucket, 6_000_000_000]));
  });

  it('counts beyond 2^32 in 50 buckets, then in a bucket below and one above them', () => {
    const near = Array.from({ length: 50 }, (_, at) => [500 + at, 100_000_000] as const);
    const far = [
      [0, 5_000_000_000],
      [2_000, 5_000_000_000],
    ] as const;
    expect(countsOf([...near, ...far]).list()).toEqual([far[0], ...near, far[1]]);
  });

  it('counts 100 buckets, each 200 beyond the one before, the last one first', () => {
    const apart = Array.from({ length: 100 }, (_, at) => [20_000 - 200 * at, 1] as const);
    expect(countsOf(apart).list()).toEqual(apart.toReversed());
  });
});
