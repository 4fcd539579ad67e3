import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Calls given up in the queue as a share of the calls offered.
 *
 * Where `shortAbandoned` is stated, that many of the abandoned calls were given up too soon to count and are left
 * out of the numerator; the denominator stays. `basis` says which was done.
 *
 * @param counts - Whole numbers; `shortAbandoned` at most `abandoned`, and that at most `offered`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example abandonRate({ abandoned: 60, offered: 1000, shortAbandoned: 10 }).value // => 0.05
 */
export function abandonRate(counts: {
  readonly abandoned: number;
  readonly offered: number;
  readonly shortAbandoned?: number | undefined;
}): Rate {
  const abandoned = countOf(counts, 'abandoned');
  const offered = countOf(counts, 'offered');
  const short = countOf(counts, 'shortAbandoned', 0);
  checkPart(['shortAbandoned', short], ['abandoned', abandoned]);
  checkPart(['abandoned', abandoned], ['offered', offered]);
  return rateOf(
    abandoned - short,
    offered,
    counts.shortAbandoned === undefined ? 'offered' : 'without-short',
  );
}
