import { abandonRate } from './abandon-rate.ts';
import type { Cell } from './cell.ts';
import { connectRate } from './connect-rate.ts';
import { AT_GOAL, BELOW_GOAL, OBSERVED, PASSED, SCORE_SUM, SCORED, slotOf } from './count-runs.ts';
import { firstContactResolutionRate } from './first-contact-resolution-rate.ts';
import type { Fraction } from './fraction.ts';
import { holds } from './meets-goal.ts';
import type { Goal } from './parse-goal.ts';
import { type Rate, rateOf } from './rate.ts';
import { type RepeatDenominator, repeatComplaintRate } from './repeat-complaint-rate.ts';
import { replyRate } from './reply-rate.ts';
import { resolutionRate } from './resolution-rate.ts';
import { responseRate } from './response-rate.ts';
import { returnVisitRate } from './return-visit-rate.ts';
import type { RepeatChoices } from './row.ts';
import { type SatisfactionDenominator, satisfactionRate } from './satisfaction-rate.ts';
import { serviceLevel } from './service-level.ts';
import { timelinessRate } from './timeliness-rate.ts';
import type { KpiSpec, Measure } from './types.ts';
import { rankOf } from './used-times.ts';

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
  /** What decides a rate of repeats besides its denominator. */
  readonly choices?: RepeatChoices;
  /** Whether the goal is met, where the value is only known within 1%. */
  readonly met?: boolean | null;
  /** How many more runs would have had to keep the goal, where it is known. */
  readonly short?: number | null;
}

type ResultOf = (cell: Cell, spec: KpiSpec, goal: Goal | undefined) => Result;

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

/** What passed of all that checklists observed; of a company's own kind that observes nothing, the runs that it calls met. */
const passRate: ResultOf = (cell, spec, goal) => {
  const { late, overdue, broken, met } = slotOf;
  const judged = [met, late, overdue, broken].some((slot) => cell.counts[slot]! > 0);
  if (judged && cell.counts[OBSERVED] === 0) return runs(cell, spec, goal);
  return { ...rateOf(cell.counts[PASSED]!, cell.counts[OBSERVED]!, 'observed'), ...beside(cell) };
};

/**
 * The smallest used time that `p` per cent of the done runs don't exceed, within 1%. Whether it meets the goal is
 * known exactly, because the runs on either side of the goal were counted; the value never contradicts that.
 */
const percentile: ResultOf = (cell, { basis = 'due', p }, goal) => {
  const { counts, used } = cell;
  const value = used!.percentile(p!);
  const rank = rankOf(p!, used!.count);
  const below = counts[BELOW_GOAL]!;
  const upTo = below + counts[AT_GOAL]!;
  const order = below >= rank ? -1 : upTo >= rank ? 0 : 1;
  const known = goal !== undefined && value !== null;
  return {
    numerator: null,
    denominator: used!.count,
    value: known ? onSide(order, value, Number(goal.bound[0])) : value,
    interval: null,
    basis,
    met: known ? holds(goal.operator, order) : null,
    short: goal?.operator === '<=' ? rank - upTo : goal?.operator === '<' ? rank - below : null,
    ...beside(cell),
  };
};

/** An estimate of a whole number that is less than, equal to or greater than a bound. */
function onSide(order: number, estimate: number, bound: number): number {
  return order < 0 ? Math.min(estimate, bound - 1) : order > 0 ? Math.max(estimate, bound + 1) : bound;
}

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

const repeats: ResultOf = ({ counts: [total = 0, repeat = 0, merged = 0, keyless = 0] }, spec) => ({
  ...repeatComplaintRate(
    { repeat, total },
    { denominator: spec.denominator as RepeatDenominator | undefined },
  ),
  pending: 0,
  ...(keyless > 0 && { undetermined: keyless }),
  choices: choicesOf(spec, merged),
});

function choicesOf({ key, window, mergeWindow, countFirst = false }: KpiSpec, merged: number): RepeatChoices {
  if (key === undefined) return { by: 'repeatOf' };
  return { by: 'key', key, window: window!, mergeWindow: mergeWindow ?? null, countFirst, merged };
}

/** The mean score of the runs that have one. */
const score: ResultOf = (cell, { basis = 'due' }) => {
  const count = cell.counts[SCORED]!;
  const sum = cell.counts[SCORE_SUM]! / 10_000;
  return {
    ...rateOf(sum, count, basis, false),
    ...beside(cell),
  };
};

/** What each measure makes of its counts. */
export const resultOf: { readonly [measure in Measure]?: ResultOf } = {
  replyRate: ({ counts: [received = 0, replied = 0, pending = 0] }, { flow }) => ({
    ...replyRate({ replied, received }, { flow: flow === true }),
    pending,
  }),
  resolutionRate: ({ counts: [received = 0, resolved = 0, pending = 0] }) => ({
    ...resolutionRate({ resolved, received }),
    pending,
  }),
  timelinessRate: runs,
  passRate,
  score,
  percentile,
  mean,
  satisfactionRate: satisfaction,
  repeatComplaintRate: repeats,
  responseRate: ({ counts: [asked = 0, responded = 0] }) => ({
    ...responseRate({ responded, asked }),
    pending: asked - responded,
  }),
  returnVisitRate: ({ counts: [closed = 0, visited = 0] }) => ({
    ...returnVisitRate({ visited, closed }),
    pending: closed - visited,
  }),
  firstContactResolutionRate: ({ counts: [contacts = 0, resolvedAtFirst = 0] }) => ({
    ...firstContactResolutionRate({ resolvedAtFirst, contacts }),
    pending: 0,
  }),
  connectRate: ({ counts: [offered = 0, connected = 0, , , , , pending = 0] }) => ({
    ...connectRate({ connected, offered }),
    pending,
  }),
  abandonRate: (
    { counts: [offered = 0, , abandoned = 0, , , short = 0, pending = 0] },
    { shortAbandoned },
  ) => ({
    ...abandonRate({ abandoned, offered, shortAbandoned: shortAbandoned === undefined ? undefined : short }),
    pending,
  }),
  serviceLevel: ({ counts }, { formula }) => {
    const [
      ,
      answered = 0,
      abandoned = 0,
      answeredInTime = 0,
      abandonedInTime = 0,
      shortAbandoned = 0,
      pending = 0,
    ] = counts;
    return {
      ...serviceLevel(
        { answered, abandoned, answeredInTime, abandonedInTime, shortAbandoned },
        { formula: formula! },
      ),
      pending,
    };
  },
  count: ({ counts: [count = 0] }) => ({
    numerator: count,
    denominator: null,
    value: count,
    interval: null,
    basis: 'events',
    pending: 0,
  }),
};
