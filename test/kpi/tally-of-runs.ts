import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Status } from '../../src/standards/verdict.ts';
import { caseOf, policyOf, verdictOf } from './build.ts';

export const timeline = caseOf(['09-30 10:00 received']);

/** A tally with so many runs of each status. */
export function tallyOf(kpis: readonly KpiSpec[], counts: Partial<Record<Status, number>>) {
  const tally = createTally(policyOf(...kpis));
  for (const [status, count] of Object.entries(counts) as [Status, number][])
    for (let n = 0; n < count; n += 1) tally.add({ timeline, verdicts: [verdictOf(status)] });
  return tally;
}

export const timely = (parts: Partial<KpiSpec> = {}): KpiSpec => ({
  id: 'timely',
  measure: 'timelinessRate',
  of: 's',
  ...parts,
});
