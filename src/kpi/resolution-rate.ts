import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Cases resolved as a share of the cases received.
 *
 * @param counts - Whole numbers; `resolved` at most `received`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example resolutionRate({ resolved: 150, received: 200 }).value // => 0.75
 */
export function resolutionRate(counts: { readonly resolved: number; readonly received: number }): Rate {
  const resolved = countOf(counts, 'resolved');
  const received = countOf(counts, 'received');
  checkPart(['resolved', resolved], ['received', received]);
  return rateOf(resolved, received, 'received');
}
