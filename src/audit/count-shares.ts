import type { Verdict } from '../standards/verdict.ts';
import type { LimitShares } from './report.ts';

/** Counts the done runs of each standard by the share of their limit that they used. */
export interface ShareCounter {
  add(run: Pick<Verdict, 'standard' | 'status' | 'share'>): void;
  merge(counts: Readonly<Record<string, LimitShares>> | undefined): void;
  /** By standard; only those that have any. */
  list(): Readonly<Record<string, LimitShares>>;
}

const KEPT = 10;
const LAST = 20;

export function countShares(): ShareCounter {
  const byStandard = new Map<string, number[]>();
  const countsOf = (standard: string): number[] => {
    const known = byStandard.get(standard);
    if (known !== undefined) return known;
    const fresh = new Array<number>(LAST + 1).fill(0);
    byStandard.set(standard, fresh);
    return fresh;
  };
  return {
    add(run) {
      const { standard, status } = run;
      if (status !== 'met' && status !== 'late') return;
      const { share } = run;
      if (share === null) return;
      const tenth = Math.ceil(share * 10) - 1;
      // What is late by the clock may have used no working time more than the limit.
      const slot = status === 'met' ? clamp(tenth, 0, KEPT - 1) : clamp(tenth, KEPT, LAST);
      countsOf(standard)[slot]! += 1;
    },
    merge(counts = {}) {
      for (const [standard, shares] of Object.entries(counts)) {
        const own = countsOf(standard);
        for (const [slot, runs] of shares.entries()) own[slot]! += runs;
      }
    },
    list: () =>
      Object.fromEntries(
        [...byStandard]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([standard, counts]) => [standard, [...counts]]),
      ),
  };
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
