import type { Provisional } from '../calendar/spec.ts';
import { compareText } from './count-codes.ts';
import type { ProvisionalCount } from './report.ts';

/** Counts the runs that rest on holidays not published yet, by reason. */
export interface ProvisionalCounter {
  add(provisional: Provisional): void;
  merge(count: ProvisionalCount): void;
  list(): ProvisionalCount;
}

export function countProvisional(): ProvisionalCounter {
  const byReason = new Map<string, { since: string; runs: number }>();
  let total = 0;
  const count = (reason: string, since: string, runs: number) => {
    total += runs;
    const entry = byReason.get(reason);
    if (entry === undefined) byReason.set(reason, { since, runs });
    else {
      entry.runs += runs;
      if (since < entry.since) entry.since = since;
    }
  };
  return {
    add: ({ reason, since }) => count(reason, since, 1),
    merge({ reasons }) {
      for (const { reason, since, runs } of reasons) count(reason, since, runs);
    },
    list: () => ({
      runs: total,
      reasons: [...byReason]
        .map(([reason, { since, runs }]) => ({ reason, since, runs }))
        .sort((a, b) => b.runs - a.runs || compareText(a.reason, b.reason)),
    }),
  };
}
