import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Calls answered by a human as a share of the calls offered to humans.
 *
 * Calls given up in the queue are among the offered ones, calls ended in the menu are not.
 *
 * @param counts - Whole numbers; `connected` at most `offered`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example connectRate({ connected: 900, offered: 1000 }).value // => 0.9
 */
export function connectRate(counts: { readonly connected: number; readonly offered: number }): Rate {
  const connected = countOf(counts, 'connected');
  const offered = countOf(counts, 'offered');
  checkPart(['connected', connected], ['offered', offered]);
  return rateOf(connected, offered, 'offered');
}
