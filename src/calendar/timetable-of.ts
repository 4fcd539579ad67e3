import { readRule } from './read-rule.ts';
import { snapshot } from './snapshot.ts';
import type { Calendar, CalendarSpec } from './spec.ts';
import { Timetable } from './timetable.ts';

/**
 * Where a calendar keeps its compiled form, known to every copy of the package in a process. The number changes
 * whenever a timetable does: a calendar of another version is read from what it says, like a plain specification.
 */
const key = Symbol.for('duly.calendar.4');

const compile = (value: unknown) => new Timetable(readRule({ value, path: [] }));

/** A frozen calendar with its compiled form out of sight: not enumerable, not in the JSON. */
export const attachTimetable = (copy: CalendarSpec): Calendar =>
  Object.freeze(Object.defineProperty({ ...copy }, key, { value: compile(copy) })) as Calendar;

/**
 * The compiled form of a calendar. A plain specification is checked and compiled at each call: define it once instead.
 */
export const timetableOf = (calendar: CalendarSpec): Timetable =>
  (calendar as { readonly [key]?: Timetable } | null)?.[key] ?? compile(snapshot(calendar));
