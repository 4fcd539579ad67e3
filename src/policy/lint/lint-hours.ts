import { defineCalendar } from '../../calendar/define-calendar.ts';
import type { CalendarSpec } from '../../calendar/spec.ts';
import { timetableOf } from '../../calendar/timetable-of.ts';
import { DulyError, type ErrorPath, show } from '../../errors/duly-error.ts';
import { limitShape } from '../../limit/shape.ts';
import { isWorking } from './is-working.ts';
import type { LintStandard, LintView } from './lint-view.ts';

/** Warns of limits in working time on calendars that never open. */
export function lintHours(view: LintView): void {
  const closed = new Map<string | undefined, boolean>();
  const isClosed = (name: string | undefined) => {
    if (!closed.has(name)) closed.set(name, hasNoHours(view, name));
    return closed.get(name) === true;
  };
  for (const { part, path } of view.standards) {
    for (const { shape, value, path: place } of view.valuesIn(part, path)) {
      if (shape !== limitShape || !isWorking(value)) continue;
      const name = calendarAt(part, place);
      if (isClosed(name)) warn(view, place, name);
    }
  }
}

function warn(view: LintView, path: ErrorPath, name: string | undefined): void {
  const which = name === undefined ? "the policy's calendar" : `calendar ${show(name)}`;
  const message = `a limit in working time never ends: ${which} has no hours`;
  view.warn('no-hours', path, message, 'Give the calendar hours, or count in elapsed time');
}

/** The calendar named closest to a place within a standard. */
function calendarAt(standard: LintStandard, [, , ...path]: ErrorPath): string | undefined {
  let name = standard.calendar;
  let value: unknown = standard;
  for (const key of path) {
    value = (value as Record<string | number, unknown>)[key];
    const own = typeof value === 'object' && value !== null ? (value as LintStandard).calendar : undefined;
    if (typeof own === 'string') name = own;
  }
  return name;
}

function hasNoHours(view: LintView, name: string | undefined): boolean {
  const { calendar, calendars } = view.document;
  const path = name === undefined ? ['calendar'] : ['calendars', name];
  if (!view.isSound(...path)) return false;
  const spec = name === undefined ? calendar : (calendars as Record<string, unknown>)[name];
  try {
    timetableOf(defineCalendar(spec as CalendarSpec)).next(0);
    return false;
  } catch (error) {
    return error instanceof DulyError && error.code === 'calendar.no-hours';
  }
}
