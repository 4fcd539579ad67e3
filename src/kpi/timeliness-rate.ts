import { checkChoice, countOf } from './check-counts.ts';
import { checkOptions } from './check-options.ts';
import { type Rate, rateOf } from './rate.ts';
import { type Basis, bases } from './types.ts';

/**
 * Runs that kept their promise as a share of those that the basis counts.
 *
 * - `due` (default): all that are decided: on time, late, broken, or open and overdue;
 * - `closed`: only those that are done: on time, late or broken;
 * - `received`: all there are, the pending and the undetermined ones included.
 *
 * @param counts - Whole numbers; `broken` and `undetermined` default to 0.
 * @throws KpiError `kpi.count`, `kpi.option`, `kpi.unknown-key`
 * @example timelinessRate({ onTime: 80, late: 5, overdue: 5, pending: 10 }, { basis: 'received' }).value // => 0.8
 */
export function timelinessRate(
  counts: {
    readonly onTime: number;
    readonly late: number;
    readonly overdue: number;
    readonly pending: number;
    readonly broken?: number | undefined;
    readonly undetermined?: number | undefined;
  },
  options?: { readonly basis?: Basis | undefined },
): Rate {
  const { basis = 'due' } = checkOptions(options, 'basis');
  checkChoice('basis', basis, bases);
  const onTime = countOf(counts, 'onTime');
  const closed = onTime + countOf(counts, 'late') + countOf(counts, 'broken', 0);
  const due = closed + countOf(counts, 'overdue');
  const received = due + countOf(counts, 'pending') + countOf(counts, 'undetermined', 0);
  return rateOf(onTime, { closed, due, received }[basis], basis);
}
