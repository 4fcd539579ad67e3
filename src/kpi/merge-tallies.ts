import { KpiError } from '../errors/kpi-error.ts';
import { restoreTally } from './restore-tally.ts';
import type { Tally, TallyDefinition, TallySnapshot } from './tally.ts';

/**
 * A new tally of all that two have counted; both may also be snapshots. Neither is changed.
 *
 * Order and grouping of merges make no difference to any figure, and an empty tally changes nothing.
 *
 * @throws KpiError `kpi.merge` if they don't count the same standards and KPIs in the same zone, `kpi.snapshot`
 * @example
 * const { verdicts } = assess(ticket, policy, { asOf: '2026-08-01T00:00:00+08:00' });
 * const [north, south] = [createTally(policy), createTally(policy)];
 * north.add({ timeline: null, verdicts });
 * south.add({ timeline: null, verdicts });
 * mergeTallies(north, south.snapshot()).standards()[0].late // => 2
 */
export function mergeTallies(a: Tally | TallySnapshot, b: Tally | TallySnapshot): Tally {
  const first = snapshotOf(a);
  const second = snapshotOf(b);
  for (const what of ['timeZone', 'standards', 'calendars', 'kpis'] as const) checkSame(what, first, second);
  const merged = restoreTally(first);
  merged.absorb(second);
  return merged;
}

function snapshotOf(tally: Tally | TallySnapshot): TallySnapshot {
  if (isTally(tally)) return tally.snapshot();
  if (tally?.format !== 'duly-tally/1') throw new KpiError('kpi.snapshot', { given: tally });
  return tally;
}

/** Also one that another copy of the package has made. */
export const isTally = (tally: unknown): tally is Pick<Tally, 'snapshot' | 'standards'> =>
  typeof (tally as Partial<Tally> | null)?.snapshot === 'function';

function checkSame(what: keyof TallyDefinition, a: TallyDefinition, b: TallyDefinition): void {
  if (JSON.stringify(a[what]) !== JSON.stringify(b[what])) throw new KpiError('kpi.merge', { what });
}
