import type { Cell } from './cell.ts';
import { slotOf } from './count-runs.ts';
import type { Fraction } from './fraction.ts';
import { type Rate, rateOf } from './rate.ts';
import { repeatComplaintRate } from './repeat-complaint-rate.ts';
import { replyRate } from './reply-rate.ts';
import { resolutionRate } from './resolution-rate.ts';
import { responseRate } from './response-rate.ts';
import { returnVisitRate } from './return-visit-rate.ts';
import { type SatisfactionDenominator, satisfactionRate } from './satisfaction-rate.ts';
import { timelinessRate } from './timeliness-rate.ts';
import type { KpiSpec, Measure } from './types.ts';

/** What one cell of a KPI comes to. */
export interface Result {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly basis: string;
  /** What isn't decided yet, shown beside whatever the basis does with it. */
  readonly pending: number;
  /** Runs that lack what their verdict needs; present where there are any. */
  readonly undetermined?: number;
  /** Beside a satisfaction rate: how many of those asked (of all, where nobody was asked explicitly) answered. */
  readonly responseRate?: Rate;
  /** The value before it was rounded, where numerator and denominator don't give it. */
  readonly exact?: Fraction | null;
}

type ResultOf = (cell: Cell, spec: KpiSpec) => Result;

const status = ({ counts }: Cell, name: keyof typeof slotOf): number => counts[slotOf[name]]!;

const beside = (cell: Cell): { readonly pending: number; readonly undetermined?: number } => {
  const undetermined = status(cell, 'undetermined');
  return { pending: status(cell, 'pending'), ...(undetermined === 0 ? {} : { undetermined }) };
};

const runs: ResultOf = (cell, { basis }) => ({
  ...timelinessRate(
    {
      onTime: status(cell, 'met'),
      late: status(cell, 'late'),
      overdue: status(cell, 'overdue'),
      pending: status(cell, 'pending'),
      broken: status(cell, 'broken'),
      undetermined: status(cell, 'undetermined'),
    },
    { basis },
  ),
  ...beside(cell),
});

/** The smallest used time that `p` per cent of the done runs don't exceed, within 1%. */
const percentile: ResultOf = (cell, { basis = 'due', p }) => ({
  numerator: null,
  denominator: cell.used!.count,
  value: cell.used!.percentile(p!),
  interval: null,
  basis,
  ...beside(cell),
});

const mean: ResultOf = (cell, { basis = 'due' }) => {
  const exact = cell.used!.mean();
  const [sum, count] = exact ?? [0n, 0n];
  return {
    numerator: Number(sum),
    denominator: Number(count),
    value: exact === null ? null : Number(sum) / Number(count),
    interval: null,
    basis,
    exact,
    ...beside(cell),
  };
};

const satisfaction: ResultOf = ({ counts }, { denominator, basicWeight }) => {
  const [total = 0, satisfied = 0, basicallySatisfied = 0, surveyed = 0, asked = 0, answered = 0] = counts;
  return {
    ...satisfactionRate(
      { satisfied, basicallySatisfied, surveyed, total },
      { denominator: denominator as SatisfactionDenominator | undefined, basicWeight },
    ),
    pending: asked - answered,
    responseRate: asked > 0 ? responseRate({ responded: answered, asked }) : rateOf(surveyed, total, 'all'),
  };
};

/** What each measure makes of its counts. */
export const resultOf: { readonly [measure in Measure]?: ResultOf } = {
  replyRate: ({ counts: [received = 0, replied = 0, pending = 0] }, { flow = false }) => ({
    ...replyRate({ replied, received }, { flow }),
    pending,
  }),
  resolutionRate: ({ counts: [received = 0, resolved = 0, pending = 0] }) => ({
    ...resolutionRate({ resolved, received }),
    pending,
  }),
  timelinessRate: runs,
  passRate: runs,
  percentile,
  mean,
  satisfactionRate: satisfaction,
  repeatComplaintRate: ({ counts: [total = 0, repeat = 0] }, { denominator }) => ({
    ...repeatComplaintRate(
      { repeat, total },
      { denominator: denominator === 'surveyed' ? undefined : denominator },
    ),
    pending: 0,
  }),
  responseRate: ({ counts: [asked = 0, responded = 0] }) => ({
    ...responseRate({ responded, asked }),
    pending: asked - responded,
  }),
  returnVisitRate: ({ counts: [closed = 0, visited = 0] }) => ({
    ...returnVisitRate({ visited, closed }),
    pending: closed - visited,
  }),
  count: ({ counts: [count = 0] }) => ({
    numerator: count,
    denominator: null,
    value: count,
    interval: null,
    basis: 'events',
    pending: 0,
  }),
};
