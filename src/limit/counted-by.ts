import type { Timetable } from '../calendar/timetable.ts';
import type { CountedBy, Counting, Limit } from './types.ts';
import { units } from './units.ts';

/** The holiday sources by which limits were counted, each with the state of its publication. */
export function countedBy(limits: readonly Limit[], counting: Counting, timetable: Timetable): CountedBy[] {
  if (!limits.some((limit) => asksCalendar(limit, counting))) return [];
  return timetable.rule.horizons.map(({ source: { id, revision, partial } }) => ({
    id,
    revision,
    ...(partial !== undefined && { partial }),
  }));
}

/** Whether a limit asks which days are worked; hours on the clock and plain civil days don't. */
function asksCalendar({ unit }: Limit, { end, roll, cutOff, rollHours }: Counting): boolean {
  const { ms, working } = units[unit];
  if (working) return true;
  return ms > 0 ? rollHours === true : cutOff !== undefined || roll !== 'none' || end === 'close-of-business';
}
