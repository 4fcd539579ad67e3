import { checkPart, countOf } from './check-counts.ts';
import { type Rate, rateOf } from './rate.ts';

/**
 * Contacts resolved at the first contact as a share of all of them.
 *
 * @param counts - Whole numbers; `resolvedAtFirst` at most `contacts`.
 * @throws KpiError `kpi.count`, `kpi.part`
 * @example firstContactResolutionRate({ resolvedAtFirst: 70, contacts: 100 }).value // => 0.7
 */
export function firstContactResolutionRate(counts: {
  readonly resolvedAtFirst: number;
  readonly contacts: number;
}): Rate {
  const resolvedAtFirst = countOf(counts, 'resolvedAtFirst');
  const contacts = countOf(counts, 'contacts');
  checkPart(['resolvedAtFirst', resolvedAtFirst], ['contacts', contacts]);
  return rateOf(resolvedAtFirst, contacts, 'contacts');
}
