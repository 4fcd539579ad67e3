import { checkChoice, checkPart, countOf } from './check-counts.ts';
import { checkOptions } from './check-options.ts';
import { type Rate, rateOf } from './rate.ts';

export const repeatDenominators = ['excluding-repeats', 'all', 'including-repeats'] as const;
export type RepeatDenominator = (typeof repeatDenominators)[number];

/**
 * Repeated complaints set against all complaints; `total` holds the repeats.
 *
 * The rulebooks differ in the denominator, and it decides: of 1000 complaints with 10 repeats it is 1.0101% by
 * `excluding-repeats` (default: total − repeat), 1% by `all` and 0.9901% by `including-repeats` (total + repeat). The
 * first may pass 1 and has no interval.
 *
 * @param counts - Whole numbers; `repeat` at most `total`.
 * @throws KpiError `kpi.count`, `kpi.part`, `kpi.option`, `kpi.unknown-key`
 * @example repeatComplaintRate({ repeat: 10, total: 1000 }, { denominator: 'all' }).value // => 0.01
 */
export function repeatComplaintRate(
  counts: { readonly repeat: number; readonly total: number },
  options?: { readonly denominator?: RepeatDenominator | undefined },
): Rate {
  const { denominator = 'excluding-repeats' } = checkOptions(options, 'denominator');
  checkChoice('denominator', denominator, repeatDenominators);
  const repeat = countOf(counts, 'repeat');
  const total = countOf(counts, 'total');
  checkPart(['repeat', repeat], ['total', total]);
  if (denominator === 'all') return rateOf(repeat, total, denominator);
  if (denominator === 'including-repeats') return rateOf(repeat, total + repeat, denominator);
  return rateOf(repeat, total - repeat, denominator, false);
}
