import type { Escalation, Ladder } from '../escalation/types.ts';
import type { RungRow } from './report.ts';

type Counts = { -readonly [State in Escalation['state']]: number };

/** Counts what became of every rung of every ladder, in the order of the policy. */
export interface RungCounter {
  add(escalation: Escalation): void;
  merge(rows: readonly RungRow[]): void;
  list(): RungRow[];
}

export function countRungs(ladders: readonly Ladder[]): RungCounter {
  const rows = ladders.flatMap((ladder) =>
    ladder.rungs.map((rung) => ({ ladder: ladder.id, rung: rung.id, level: rung.level, counts: noCounts() })),
  );
  const byLadder = new Map<string, Map<string, Counts>>();
  for (const { ladder, rung, counts } of rows) {
    const rungs = byLadder.get(ladder) ?? new Map<string, Counts>();
    byLadder.set(ladder, rungs.set(rung, counts));
  }

  return {
    add({ ladder, rung, state }) {
      const counts = byLadder.get(ladder)?.get(rung);
      if (counts !== undefined) counts[state] += 1;
    },
    merge(others) {
      for (const other of others) {
        const counts = byLadder.get(other.ladder)?.get(other.rung);
        if (counts === undefined) continue;
        for (const state of Object.keys(counts) as Escalation['state'][]) counts[state] += other[state];
      }
    },
    list: () => rows.map(({ ladder, rung, level, counts }) => ({ ladder, rung, level, ...counts })),
  };
}

const noCounts = (): Counts => ({ taken: 0, missed: 0, cancelled: 0, due: 0, upcoming: 0 });
