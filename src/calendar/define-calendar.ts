import { snapshot } from './snapshot.ts';
import type { Calendar, CalendarSpec } from './spec.ts';
import { attachTimetable } from './timetable-of.ts';

/**
 * A calendar, checked and ready for sums: a frozen copy of the specification, whose JSON is the specification.
 *
 * Intervals are `[start, end)` on the wall clock of `timeZone`; they may cross midnight (and then belong to the day
 * they start on) and may end at 24:00. An exception beats a make-up day beats a holiday beats the week. Hours are
 * compiled when first asked for, a year at a time. The argument is not changed.
 *
 * @throws CalendarError with the path of what is wrong: an unknown zone or key, an interval that is none, has no
 * length or overlaps another (also the evening before's), a date that doesn't exist.
 * @example
 * const office = defineCalendar({ timeZone: 'Asia/Shanghai', week: { mon: ['09:00-12:00', '13:00-18:00'] } });
 * isWorkingTime('2026-01-05T09:00:00+08:00', office) // => true
 */
export function defineCalendar(spec: CalendarSpec): Calendar {
  return attachTimetable(snapshot(spec) as CalendarSpec);
}
