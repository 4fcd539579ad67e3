import { KpiError } from '../errors/kpi-error.ts';
import type { Millis } from '../instant/types.ts';
import { isTally } from './merge-tallies.ts';
import { restoreTally } from './restore-tally.ts';
import type { StandardTally } from './row.ts';
import type { Tally, TallySnapshot } from './tally.ts';
import { rankOf } from './used-times.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** The limit that a history would have kept. */
export interface Attainable {
  /** The id of the standard. */
  readonly standard: string;
  /** The share of the runs that was asked for, from 0 to 1. */
  readonly share: number;
  /**
   * The shortest limit, in ms of used time (working time where the standard counts that), that the share of the runs
   * would have kept: at most 1% above the run that decides. `null` where there are no runs, or so many are open past due
   * that no limit is known to do it.
   */
  readonly ms: Millis | null;
  /** The limits of Wilson's 95% interval of the share; `null` where it leads to the runs that are open past due. */
  readonly interval: readonly [Millis | null, Millis | null];
  /** All that are decided: the done ones, and those open past due, which took longer than any that is done. */
  readonly runs: number;
  /** Runs that were done, in time or late. */
  readonly done: number;
  /** Runs open past due. */
  readonly overdue: number;
  /** Left out, because they may yet be done at once: open and not due. */
  readonly pending: number;
}

/** What a report says of its standards. */
export interface StandardsReport {
  readonly standards: readonly Pick<StandardTally, 'id' | 'overdue' | 'pending' | 'distribution'>[];
}

/**
 * Which limit a history would have kept in a given share of its runs: "95% were answered within 6 h 12 min".
 *
 * @param history - A tally, its snapshot, a snapshot of an audit, or a report.
 * @param standard - The id of a standard with a due instant.
 * @param share - Over 0 and at most 1: 0.95 for 95%.
 * @returns The limit in ms of used time, its uncertainty, and the runs that it comes from.
 * @throws KpiError `kpi.standard`, `kpi.option`, `kpi.snapshot`
 * @example
 * const report = await audit([ticket], policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * attainable(report, 'answer', 0.95).runs // => 1
 */
export function attainable(
  history: Tally | TallySnapshot | { readonly tally: TallySnapshot } | StandardsReport,
  standard: string,
  share: number,
): Attainable {
  const rows = standardsOf(history);
  const row = rows.find(({ id }) => id === standard);
  if (row === undefined)
    throw new KpiError('kpi.standard', { given: standard, known: rows.map(({ id }) => id) });
  if (!(share > 0 && share <= 1)) {
    const expected = 'a share over 0 and at most 1: 0.95 for 95%';
    throw new KpiError('kpi.option', { name: 'share', given: share, expected }, { path: ['share'] });
  }
  const { distribution, overdue, pending } = row;
  const done = distribution.reduce((sum, [, runs]) => sum + runs, 0);
  const runs = done + overdue;
  const limitAt = (rank: number) => limitOf(distribution, Math.max(1, rank));
  const rank = rankOf(share * 100, runs);
  const [low, high] = wilsonInterval(share * runs, runs);
  return {
    standard,
    share,
    ms: limitAt(rank),
    interval: [limitAt(Math.floor(low * runs)), limitAt(Math.min(runs, Math.ceil(high * runs)))],
    runs,
    done,
    overdue,
    pending,
  };
}

function standardsOf(history: Parameters<typeof attainable>[0]): StandardsReport['standards'] {
  if (isTally(history)) return history.standards();
  if (typeof history !== 'object' || history === null) throw new KpiError('kpi.snapshot', { given: history });
  if ('tally' in history) return restoreTally(history.tally).standards();
  if ('runs' in history) return restoreTally(history).standards();
  if (Array.isArray(history.standards)) return history.standards;
  throw new KpiError('kpi.snapshot', { given: history });
}

/** The limit that so many runs kept. */
function limitOf(distribution: StandardTally['distribution'], rank: number): Millis | null {
  let seen = 0;
  for (const [upToMs, runs] of distribution) {
    seen += runs;
    if (seen >= rank) return upToMs;
  }
  return null;
}
