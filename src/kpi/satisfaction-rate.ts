import { KpiError } from '../errors/kpi-error.ts';
import { checkChoice, checkPart, countOf, weightOf } from './check-counts.ts';
import { checkOptions } from './check-options.ts';
import { type Rate, rateOf } from './rate.ts';

export const satisfactionDenominators = ['surveyed', 'all'] as const;
export type SatisfactionDenominator = (typeof satisfactionDenominators)[number];

/**
 * Satisfied customers as a share of those surveyed (default) or of all.
 *
 * `basicWeight` (0 to 1, at most 4 decimals, default 0) is what a basically satisfied one counts for; the numerator
 * is then exact to 4 decimals, and a rate with a weight between 0 and 1 has no interval.
 *
 * @param counts - Whole numbers; satisfied and basically satisfied together at most `surveyed`, that at most `total`.
 * @throws KpiError `kpi.count`, `kpi.part`, `kpi.weight`, `kpi.option`, `kpi.unknown-key`, `kpi.missing`
 *   without the total of `all`
 * @example satisfactionRate({ satisfied: 140, basicallySatisfied: 20, surveyed: 200 }, { basicWeight: 0.9 }).value // => 0.79
 */
export function satisfactionRate(
  counts: {
    readonly satisfied: number;
    readonly basicallySatisfied?: number | undefined;
    readonly surveyed: number;
    readonly total?: number | undefined;
  },
  options?: {
    readonly denominator?: SatisfactionDenominator | undefined;
    readonly basicWeight?: number | undefined;
  },
): Rate {
  const { denominator = 'surveyed', basicWeight = 0 } = checkOptions(options, 'denominator', 'basicWeight');
  checkChoice('denominator', denominator, satisfactionDenominators);
  const weight = weightOf('basicWeight', basicWeight);
  const satisfied = countOf(counts, 'satisfied');
  const basically = countOf(counts, 'basicallySatisfied', 0);
  const surveyed = countOf(counts, 'surveyed');
  checkPart(['satisfied + basicallySatisfied', satisfied + basically], ['surveyed', surveyed]);
  const total = denominator === 'all' || counts.total !== undefined ? totalOf(counts) : surveyed;
  checkPart(['surveyed', surveyed], ['total', total]);
  // Whole ten-thousandths, divided once: 140 + 0.9 × 20 is 158, not 157.99999999999997.
  const numerator = (satisfied * 10_000 + weight * basically) / 10_000;
  const weighted = weight > 0 && weight < 10_000;
  return rateOf(numerator, denominator === 'all' ? total : surveyed, denominator, !weighted);
}

function totalOf(counts: { readonly total?: number | undefined }): number {
  if (counts.total !== undefined) return countOf(counts, 'total');
  throw new KpiError(
    'kpi.missing',
    { name: 'total', expected: 'the number of all cases' },
    { path: ['total'] },
  );
}
