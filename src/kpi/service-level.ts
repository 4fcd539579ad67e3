import { checkChoice, checkPart, countOf } from './check-counts.ts';
import { checkOptions } from './check-options.ts';
import { type Rate, rateOf } from './rate.ts';

export const serviceLevelFormulas = [1, 2, 3, 4, 5] as const;
export type ServiceLevelFormula = (typeof serviceLevelFormulas)[number];

/**
 * Calls served within the threshold, by one of the five formulas in use.
 *
 * 1. (answered in time + abandoned in time) / (answered + abandoned)
 * 2. answered in time / answered
 * 3. answered in time / (answered + abandoned)
 * 4. answered in time / (answered + abandoned after the threshold)
 * 5. (answered in time + short abandoned) / (answered + abandoned)
 *
 * No standard prefers one and the same data give five figures, so the formula is never assumed; `basis` echoes it.
 *
 * @param counts - Whole numbers; `abandonedInTime` holds the short ones.
 * @throws KpiError `kpi.count`, `kpi.part`, `kpi.option`, `kpi.unknown-key`
 * @example serviceLevel({ answered: 1000, abandoned: 0, answeredInTime: 860, abandonedInTime: 0 }, { formula: 2 }).value // => 0.86
 */
export function serviceLevel(
  counts: {
    readonly answered: number;
    readonly abandoned: number;
    readonly answeredInTime: number;
    readonly abandonedInTime: number;
    readonly shortAbandoned?: number | undefined;
  },
  options: { readonly formula: ServiceLevelFormula },
): Rate {
  const { formula } = checkOptions(options, 'formula');
  checkChoice('formula', formula, serviceLevelFormulas);
  const answered = countOf(counts, 'answered');
  const abandoned = countOf(counts, 'abandoned');
  const inTime = countOf(counts, 'answeredInTime');
  const abandonedInTime = countOf(counts, 'abandonedInTime');
  const short = countOf(counts, 'shortAbandoned', 0);
  checkPart(['answeredInTime', inTime], ['answered', answered]);
  checkPart(['abandonedInTime', abandonedInTime], ['abandoned', abandoned]);
  checkPart(['shortAbandoned', short], ['abandonedInTime', abandonedInTime]);
  const offered = answered + abandoned;
  const [part, whole] = (
    {
      1: [inTime + abandonedInTime, offered],
      2: [inTime, answered],
      3: [inTime, offered],
      4: [inTime, offered - abandonedInTime],
      5: [inTime + short, offered],
    } as const
  )[formula!];
  return rateOf(part, whole, `formula-${formula}`);
}
