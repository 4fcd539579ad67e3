import { expect } from 'vitest';
import type { Timeline } from '../../src/case/timeline.ts';
import type { CaseEvent } from '../../src/case/types.ts';
import { createTally } from '../../src/kpi/create-tally.ts';
import type { KpiSpec } from '../../src/kpi/types.ts';
import type { Verdict } from '../../src/standards/verdict.ts';
import { asOf, at, policyOf, verdictOf } from './build.ts';

interface Counted {
  readonly cases?: readonly Timeline[];
  readonly verdicts?: readonly Verdict[];
}

/** The rows of KPIs over cases and verdicts, at the moment at which the tests look. */
export function rowsOf(
  kpis: readonly KpiSpec[],
  { cases = [], verdicts = [] }: Counted,
  groupBy: readonly string[] = [],
) {
  const tally = createTally(policyOf(...kpis), { groupBy });
  for (const timeline of cases) tally.add({ timeline, verdicts: [] });
  tally.add({ verdicts });
  return tally.kpis(asOf);
}

/** A row of September by all its keys; an interval is only said to be there. */
export const expectWholeRow = (kpi: Partial<KpiSpec>, counted: Counted, measured: object) => {
  const spec = { id: 'k', ...kpi } as KpiSpec;
  const { interval, ...row } = rowsOf([spec], counted)[0]!;
  expect({ ...row, interval: interval?.length ?? null }).toEqual({
    id: 'k',
    measure: spec.measure,
    period: '2026-09',
    group: null,
    pending: 0,
    goal: null,
    met: null,
    interval: 2,
    ...measured,
  });
};

export const received = '09-10 10:00 received';

export const rated = (satisfaction: string | null, when = '09-12 10:00') =>
  ({ type: 'rated', at: at(when), ...(satisfaction !== null && { satisfaction }) }) as CaseEvent;

const september = { due: at('09-20 10:00'), from: at('09-10 10:00') };

export const verdict = (status: Parameters<typeof verdictOf>[0], parts: Partial<Verdict> = {}) =>
  verdictOf(status, { ...september, ...parts } as Partial<Verdict>);
