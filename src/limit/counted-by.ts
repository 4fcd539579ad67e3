import type { CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import type { CountedBy, Counting, Limit } from './types.ts';
import { units } from './units.ts';

/** The holiday sources by which limits were counted, each with the state of its publication. */
export function countedBy(limits: readonly Limit[], counting: Counting, timetable: Timetable): CountedBy[] {
  return limits.some((limit) => asksCalendar(limit, counting)) ? sourcesOf(timetable.rule.spec) : [];
}

/** Whether a limit asks which days are worked; hours on the clock and plain civil days don't. */
function asksCalendar({ unit }: Limit, { end, roll, cutOff, rollHours }: Counting): boolean {
  const { ms, working } = units[unit];
  if (working) return true;
  return ms > 0 ? rollHours === true : cutOff !== undefined || roll !== 'none' || end === 'close-of-business';
}

function sourcesOf(spec: CalendarSpec): CountedBy[] {
  if ('intersect' in spec) return spec.intersect.flatMap(sourcesOf);
  if ('union' in spec) return spec.union.flatMap(sourcesOf);
  return (spec.holidays ?? []).flatMap((holiday) => {
    if (typeof holiday !== 'object' || !('horizon' in holiday)) return [];
    const { id, revision, partial } = holiday;
    return [{ id, revision, ...(partial && { partial }) }];
  });
}
