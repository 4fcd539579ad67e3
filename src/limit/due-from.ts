import { DAY, type EpochDay, type EpochMs, SPAN_END } from '../instant/types.ts';
import { triggerDay } from './day-plan.ts';
import { reckonDue } from './reckon.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment } from './types.ts';
import { limitMillis, units } from './units.ts';

/** Due by the start of a run whose clock is never stopped, with its steps if traced. */
export type DueFrom = (from: EpochMs, trace: boolean) => DueMoment;

/** Makes a limit ready for any number of starts. */
export function dueFrom(terms: Pick<Reckoning, 'limit' | 'timetable' | 'counting'>): DueFrom {
  const { limit, timetable, counting } = terms;
  const { start, cutOff, hours, rollHours } = counting;
  const { ms, working } = units[limit.unit];
  const reckon: DueFrom = (from, trace) => reckonDue({ from, limit, timetable, counting, trace });
  if (ms > 0) {
    if (rollHours || hours === 'from-next-hour') return reckon;
    const length = limitMillis(limit);
    // In between all dates are published, whatever the zone; elapsed time asks for none.
    const horizons = working ? timetable.rule.horizons : [];
    const first = Math.max(0, ...horizons.map(({ from }) => from + 1)) * DAY;
    const last = Math.min(SPAN_END, ...horizons.map(({ to }) => to * DAY));
    return (from, trace) => {
      const at = working ? timetable.add(from, length) : from + length;
      return trace || from < first || at >= last ? reckon(from, trace) : { at };
    };
  }
  if (start !== 'next-day' || cutOff) return reckon;
  // Such a due instant hangs on the day of its start alone, and many start on the same day.
  const known = new Map<EpochDay, DueMoment>();
  return (from, trace) => {
    if (trace) return reckon(from, trace);
    const day = triggerDay({ from, timetable });
    let due = known.get(day);
    if (due === undefined) {
      due = reckon(from, trace);
      known.set(day, due);
    }
    return due;
  };
}
