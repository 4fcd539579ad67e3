import { readRule } from './read-rule.ts';
import { snapshot } from './snapshot.ts';
import type { Calendar, CalendarSpec } from './spec.ts';
import { Timetable, VERSION } from './timetable.ts';

/** Where a calendar keeps its compiled form, known to every copy of the package in a process. */
const key = Symbol.for('duly.calendar');

/** The timetables of calendars that another version of the package has made; those are frozen. */
const foreign = new WeakMap<object, Timetable>();

/** A frozen calendar with its compiled form out of sight: not enumerable, not in the JSON. */
export function attachTimetable(copy: CalendarSpec): Calendar {
  const value = new Timetable(readRule({ value: copy, path: [] }));
  return Object.freeze(Object.defineProperty({ ...copy }, key, { value })) as Calendar;
}

/**
 * The compiled form of a calendar. A plain specification is checked and compiled at each call: define it once instead.
 */
export function timetableOf(calendar: CalendarSpec): Timetable {
  const kept = (calendar as { readonly [key]?: Timetable } | null)?.[key];
  return kept?.version === VERSION ? kept : compileAgain(calendar, kept !== undefined);
}

function compileAgain(calendar: CalendarSpec, isDefined: boolean): Timetable {
  const known = foreign.get(calendar);
  if (known !== undefined) return known;
  const timetable = new Timetable(readRule({ value: snapshot(calendar), path: [] }));
  if (isDefined) foreign.set(calendar, timetable);
  return timetable;
}
