import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import { asOf, caseOf, policyOf } from './build.ts';

export const keyed: KpiSpec = {
  id: 'k',
  measure: 'repeatComplaintRate',
  key: ['customer'],
  window: '7 days',
};

/** A complaint of a customer, received at an instant. */
export const from = (customer: string | undefined, received: string, more: Record<string, unknown> = {}) =>
  caseOf([`${received} received`], { ...(customer && { customer }), ...more });

/** The rows of a KPI of repeats found by the customer within 7 days, unless said otherwise. */
export function rowsOf(kpi: Partial<KpiSpec>, timelines: readonly ReturnType<typeof caseOf>[]) {
  const tally = createTally(policyOf({ ...keyed, ...kpi }));
  for (const timeline of timelines) tally.add({ timeline, verdicts: [] });
  return tally.kpis(asOf);
}
