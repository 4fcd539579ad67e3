import { checkChoice, checkPart, countOf } from './check-counts.ts';
import { checkOptions } from './check-options.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Cases replied to as a share of the cases received.
 *
 * With `flow` the replies of a period are set against the receipts of that period: such a figure hides what was
 * carried over, may pass 1, and has no interval.
 *
 * @param counts - Whole numbers; `replied` at most `received` unless it is a flow.
 * @throws KpiError `kpi.count`, `kpi.part`, `kpi.option`, `kpi.unknown-key`
 * @example replyRate({ replied: 95, received: 100 }).value // => 0.95
 */
export function replyRate(
  counts: { readonly replied: number; readonly received: number },
  options?: { readonly flow?: boolean | undefined },
): Rate {
  const { flow = false } = checkOptions(options, 'flow');
  checkChoice('flow', flow, [true, false]);
  const replied = countOf(counts, 'replied');
  const received = countOf(counts, 'received');
  if (!flow) checkPart(['replied', replied], ['received', received]);
  return rateOf(replied, received, flow ? 'flow' : 'received', !flow);
}
