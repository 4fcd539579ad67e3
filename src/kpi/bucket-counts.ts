import type { Bucket } from './buckets.ts';

/** So many buckets are listed before a span is thought of. */
const LISTED = 32;
/** A listed bucket takes as much memory as so many places of a span. */
const PLACES = 2;
const nothing = /* @__PURE__ */ new Float64Array(0);

/**
 * How many lie in each bucket. In a span of buckets that are seldom empty each has its own place; those that lie
 * elsewhere are listed, in order.
 */
export class BucketCounts {
  total = 0;
  private span = nothing;
  private from: Bucket = 0;
  private buckets: Bucket[] = [];
  private counts: number[] = [];
  private room = LISTED;

  add(bucket: Bucket, count: number): void {
    this.total += count;
    const place = bucket - this.from;
    if (place >= 0 && place < this.span.length) this.span[place]! += count;
    else this.addListed(bucket, count);
  }

  private addListed(bucket: Bucket, count: number): void {
    const { buckets, counts } = this;
    const at = this.placeOf(bucket);
    if (buckets[at] === bucket) {
      counts[at]! += count;
      return;
    }
    buckets.splice(at, 0, bucket);
    counts.splice(at, 0, count);
    if (buckets.length > this.room) this.gather();
  }

  /** Before the first listed bucket that isn't smaller. */
  private placeOf(bucket: Bucket): number {
    let low = 0;
    let high = this.buckets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.buckets[middle]! < bucket) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Lays a span over all there is, unless too much of it would be empty. */
  private gather(): void {
    const all = this.list();
    const from = all[0]![0];
    const places = all.at(-1)![0] + 1 - from;
    if (places > PLACES * all.length) {
      this.room *= 2;
      return;
    }
    this.span = new Float64Array(places);
    for (const [bucket, count] of all) this.span[bucket - from] = count;
    this.from = from;
    this.buckets = [];
    this.counts = [];
  }

  /** The buckets that aren't empty, in order. */
  list(): (readonly [Bucket, number])[] {
    const found = this.buckets.map((bucket, at) => [bucket, this.counts[at]!] as const);
    for (const [at, count] of this.span.entries()) if (count > 0) found.push([this.from + at, count]);
    return found.sort((a, b) => a[0] - b[0]);
  }
}
