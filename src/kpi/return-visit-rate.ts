import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Cases that were visited again after their end as a share of the cases closed.
 *
 * @param counts - Whole numbers; `visited` at most `closed`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example returnVisitRate({ visited: 45, closed: 60 }).value // => 0.75
 */
export function returnVisitRate(counts: { readonly visited: number; readonly closed: number }): Rate {
  const visited = countOf(counts, 'visited');
  const closed = countOf(counts, 'closed');
  checkPart(['visited', visited], ['closed', closed]);
  return rateOf(visited, closed, 'closed');
}
