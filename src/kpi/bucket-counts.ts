import type { Bucket } from './buckets.ts';

/** So many buckets are listed, whatever they span. */
const LISTED = 32;
/** A bucket of the list takes as much memory as so many places of a span. */
const PLACES = 4;
/** What a span gets beyond what it needs, so that it seldom has to grow. */
const SPARE = 32;
const MOST_OF_32_BITS = 0xffff_ffff;
const nothing = /* @__PURE__ */ new Uint32Array(0);

/**
 * How many lie in each bucket. A few that lie far apart are listed, in order; where it takes less memory each bucket
 * of a span has its own place.
 */
export class BucketCounts {
  total = 0;
  private readonly buckets: Bucket[] = [];
  private readonly counts: number[] = [];
  private span: Uint32Array | Float64Array = nothing;
  private from: Bucket = 0;

  add(bucket: Bucket, count: number): void {
    this.total += count;
    if (this.span === nothing) this.addListed(bucket, count);
    else this.addToSpan(bucket, count);
  }

  private addToSpan(bucket: Bucket, count: number): void {
    if (this.total > MOST_OF_32_BITS && this.span instanceof Uint32Array)
      this.span = Float64Array.from(this.span);
    if (bucket < this.from || bucket >= this.from + this.span.length) this.reach(bucket);
    this.span[bucket - this.from]! += count;
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
    if (buckets.length > LISTED && buckets.at(-1)! - buckets[0]! < PLACES * buckets.length) this.spread();
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

  private spread(): void {
    const listed = this.list();
    this.buckets.length = 0;
    this.counts.length = 0;
    this.lay(listed[0]![0], listed.at(-1)![0]);
    for (const [bucket, count] of listed) this.span[bucket - this.from] = count;
  }

  private reach(bucket: Bucket): void {
    const { span, from } = this;
    this.lay(Math.min(bucket, from), Math.max(bucket, from + span.length - 1));
    this.span.set(span, from - this.from);
  }

  private lay(first: Bucket, last: Bucket): void {
    this.from = Math.max(0, first - SPARE);
    const places = last + SPARE + 1 - this.from;
    this.span = this.total > MOST_OF_32_BITS ? new Float64Array(places) : new Uint32Array(places);
  }

  /** The buckets that aren't empty, in order. */
  list(): (readonly [Bucket, number])[] {
    const found = this.buckets.map((bucket, at) => [bucket, this.counts[at]!] as const);
    for (const [at, count] of this.span.entries()) if (count > 0) found.push([this.from + at, count]);
    return found;
  }
}
