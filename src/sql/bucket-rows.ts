import { SPAN_END } from '../instant/types.ts';
import { bucketEnd, bucketOf } from '../kpi/buckets.ts';
import type { Scope } from './scope.ts';

/** A bucket of used times under the keys by which lengths find it: hundredths of their natural logarithm. */
export interface BucketRow {
  readonly key: number;
  readonly low: number;
  readonly high: number;
  readonly bucket: number;
}

/**
 * The buckets of used times. A bucket stands under every key that a length in it may have, and under its neighbours':
 * the last digit of a logarithm is the engine's own, the bounds decide.
 */
export function bucketRows(): BucketRow[] {
  const rows: BucketRow[] = [{ key: -1, low: 0, high: 0, bucket: 0 }];
  const last = bucketOf(SPAN_END);
  for (let bucket = 1; bucket <= last; bucket += 1) {
    const low = bucketEnd(bucket - 1) + 1;
    const high = bucketEnd(bucket);
    const [first, end] = [keyOf(low) - 1, keyOf(high) + 1];
    for (let key = Math.max(0, first); key <= end; key += 1) rows.push({ key, low, high, bucket });
  }
  return rows;
}

const keyOf = (ms: number) => Math.floor(Math.log(ms) * 100);

/** The join of a row with the bucket, `k`, of a length in ms that isn't negative. */
export function bucketJoin(ms: string, { dialect, prefix }: Scope): string {
  const key = `CASE WHEN ${ms} = 0 THEN -1 ELSE CAST(FLOOR(LN(${ms}) * 100) AS ${dialect.types.whole}) END`;
  return ` JOIN ${dialect.quote(`${prefix}buckets`)} k ON k.key = ${key} AND ${ms} >= k.low AND ${ms} <= k.high`;
}
