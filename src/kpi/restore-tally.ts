import { KpiError } from '../errors/kpi-error.ts';
import { Tally, type TallySnapshot } from './tally.ts';

/**
 * The tally that a snapshot was taken of; it goes on counting where that one was.
 *
 * @throws KpiError `kpi.snapshot`
 */
export function restoreTally(snapshot: TallySnapshot): Tally {
  if (snapshot?.format !== 'duly-tally/1') throw new KpiError('kpi.snapshot', { given: snapshot });
  const { timeZone, standards, calendars, kpis } = snapshot;
  const tally = new Tally({ timeZone, standards, calendars, kpis });
  tally.absorb(snapshot);
  return tally;
}
