import type { EpochDay, EpochMs } from '../instant/types.ts';
import { triggerDay } from './day-plan.ts';
import { reckonDue } from './reckon.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment } from './types.ts';
import { units } from './units.ts';

/** Due by the start of a run whose clock is never stopped, with its steps if traced. */
export type DueFrom = (from: EpochMs, trace: boolean) => DueMoment;

/** Makes a limit ready for any number of starts. */
export function dueFrom(terms: Pick<Reckoning, 'limit' | 'timetable' | 'counting'>): DueFrom {
  const { limit, timetable, counting } = terms;
  const { start, end, cutOff } = counting;
  const reckon: DueFrom = (from, trace) => reckonDue({ from, limit, timetable, counting, trace });
  if (units[limit.unit].ms > 0 || start !== 'next-day' || cutOff || end === 'same-time') return reckon;
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
