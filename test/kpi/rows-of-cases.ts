import type { Timeline } from '../../src/case/timeline.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, policyOf } from './build.ts';

/** The rows of KPIs over cases, at the moment at which the tests look. */
export function rowsOf(kpi: KpiSpec | readonly KpiSpec[], timelines: readonly Timeline[]) {
  const tally = createTally(policyOf(...[kpi].flat()));
  for (const timeline of timelines) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}
