import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Customers who answered a survey as a share of those who were asked.
 *
 * @param counts - Whole numbers; `responded` at most `asked`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example responseRate({ responded: 30, asked: 120 }).value // => 0.25
 */
export function responseRate(counts: { readonly responded: number; readonly asked: number }): Rate {
  const responded = countOf(counts, 'responded');
  const asked = countOf(counts, 'asked');
  checkPart(['responded', responded], ['asked', asked]);
  return rateOf(responded, asked, 'asked');
}
