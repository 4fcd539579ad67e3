import { SPAN_END } from '../instant/types.ts';

/** Which bucket a used time falls in: bucket 0 is no time at all. */
export type Bucket = number;

/**
 * The largest whole ms of each bucket. Whole numbers only, so every engine draws the same lines: a bucket ends at
 * 101% of its first value, so that whatever stands for it, its end included, is within 1% of all in it; below 100 ms
 * each value has its own.
 */
const ends = /* @__PURE__ */ drawBuckets();

/** From here on buckets are hardly rounded. */
const COARSE = 10_000;
/** The bucket of that many ms, and how many buckets times grow e-fold in. */
const coarse = /* @__PURE__ */ ends.findIndex((end) => end >= COARSE);
const PER_E = 1 / Math.log(1.01);

function drawBuckets(): Float64Array {
  const found = [0];
  for (let first = 1; first <= SPAN_END; ) {
    const end = Math.floor((first * 101) / 100);
    found.push(end);
    first = end + 1;
  }
  return Float64Array.from(found);
}

/** The bucket of a used time in whole ms, 0 or more. */
export function bucketOf(ms: number): Bucket {
  if (ms >= COARSE) {
    // Each bucket is about 1% longer than the one before: a logarithm comes to the bucket, or to the one after it.
    const bucket = Math.round(coarse + Math.log(ms / COARSE) * PER_E);
    return ends[bucket - 1]! < ms ? bucket : bucket - 1;
  }
  let low = 0;
  let high = coarse;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The largest used time of a bucket. */
export function bucketEnd(bucket: Bucket): number {
  return ends[bucket]!;
}

/** The value that stands for all of a bucket: within 1% of each, whole ms from ten seconds on. */
export function bucketValue(bucket: Bucket): number {
  if (bucket === 0) return 0;
  const first = ends[bucket - 1]! + 1;
  const last = ends[bucket]!;
  // The harmonic mean makes the error at both ends the same share.
  const middle = first + ((last - first) * first) / (first + last);
  return first < 10_000 ? middle : Math.round(middle);
}
