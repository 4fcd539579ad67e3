import { BucketCounts } from './bucket-counts.ts';
import { type Bucket, bucketEnd, bucketOf, bucketValue } from './buckets.ts';
import type { Fraction } from './fraction.ts';

/** The sum is kept as `high` × 10⁹ + `low`, both safe integers, because 10 million runs may pass 2⁵³ ms. */
const RADIX = 1_000_000_000;

/** Used times as JSON: the sum's two parts, the extremes, and the count of each bucket that isn't empty, in order. */
export interface UsedTimesJson {
  readonly sum: readonly [high: number, low: number];
  /** `null` of nothing. */
  readonly range: readonly [min: number, max: number] | null;
  readonly buckets: readonly (readonly [Bucket, number])[];
}

/** Used times of any number of runs: counts per bucket and an exact sum. Order never matters. */
export class UsedTimes {
  private readonly buckets = new BucketCounts();
  private high = 0;
  private low = 0;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;

  get count(): number {
    return this.buckets.total;
  }

  /** Takes in a used time in ms; parts below a ms are floored. */
  add(ms: number): void {
    const whole = Math.max(0, Math.floor(ms));
    this.buckets.add(bucketOf(whole), 1);
    this.addSum(0, whole);
    this.addRange(whole, whole);
  }

  private addRange(min: number, max: number): void {
    this.min = Math.min(this.min, min);
    this.max = Math.max(this.max, max);
  }

  private addSum(high: number, low: number): void {
    const sum = this.low + low;
    const carry = Math.floor(sum / RADIX);
    this.high += high + carry;
    this.low = sum - carry * RADIX;
  }

  merge({ sum, range, buckets }: UsedTimesJson): void {
    for (const [bucket, count] of buckets) this.buckets.add(bucket, count);
    this.addSum(sum[0], sum[1]);
    if (range !== null) this.addRange(range[0], range[1]);
  }

  toJSON(): UsedTimesJson {
    return {
      sum: [this.high, this.low],
      range: this.count === 0 ? null : [this.min, this.max],
      buckets: this.buckets.list(),
    };
  }

  /** The mean in ms, exactly; `null` of nothing. */
  mean(): Fraction | null {
    if (this.count === 0) return null;
    return [BigInt(this.high) * BigInt(RADIX) + BigInt(this.low), BigInt(this.count)];
  }

  /** The `p`-th percentile (0 < p <= 100) by nearest rank, in ms within 1%; `null` of nothing. */
  percentile(p: number): number | null {
    return this.percentiles([p])[0] ?? null;
  }

  /** Several percentiles in ascending order, in one pass. */
  percentiles(ps: readonly number[]): (number | null)[] {
    if (this.count === 0) return ps.map(() => null);
    const buckets = this.buckets.list();
    let index = 0;
    let seen = buckets[0]![1];
    return ps.map((p) => {
      const rank = rankOf(p, this.count);
      while (seen < rank) seen += buckets[++index]![1];
      // No percentile lies outside what was seen: of one run it is that run's time.
      return Math.min(Math.max(bucketValue(buckets[index]![0]), this.min), this.max);
    });
  }

  /**
   * How many took at most so many ms (and more than the entry before), for the buckets that aren't empty. The last
   * entry ends with the longest time there was.
   */
  distribution(): (readonly [upToMs: number, runs: number])[] {
    return this.buckets.list().map(([bucket, count]) => [Math.min(bucketEnd(bucket), this.max), count]);
  }
}

/** ⌈p × n / 100⌉ with p of at most 4 decimals, by whole numbers: 7% of 100 is rank 7, not 8. */
export function rankOf(p: number, count: number): number {
  const scaled = BigInt(Math.round(p * 10_000)) * BigInt(count);
  return Number((scaled + 999_999n) / 1_000_000n);
}
