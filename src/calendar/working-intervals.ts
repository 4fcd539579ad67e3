import { CalendarError } from '../errors/calendar-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs, InstantInput } from '../instant/types.ts';
import { REVERSED } from './read-rule.ts';
import type { CalendarSpec } from './spec.ts';
import type { Timetable } from './timetable.ts';
import { timetableOf } from './timetable-of.ts';

/**
 * The working intervals, `[start, end)`, between two instants, clipped to them; touching ones are one.
 *
 * Made one by one as they are asked for; the result can be gone through more than once.
 *
 * @throws InstantError if either is no instant from 1970 to 2199.
 * @throws CalendarError `calendar.range-reversed` if `to` is before `from`.
 * @example
 * [...workingIntervals({ from: '2026-01-09T10:00:00+08:00', to: '2026-01-09T23:00:00+08:00' }, office)].length // => 2
 */
export function workingIntervals(
  range: { readonly from: InstantInput; readonly to: InstantInput },
  calendar: CalendarSpec,
): Iterable<{ start: Date; end: Date }> {
  const { from: first, to: last } = Object(range) as typeof range;
  const from = toEpoch(first, ['from']);
  const to = toEpoch(last, ['to']);
  return intervalsOf(timetableOf(calendar), from, to, (at) => new Date(at));
}

/** The intervals of a range with both ends in another form. */
export function intervalsOf<T>(
  timetable: Timetable,
  from: EpochMs,
  to: EpochMs,
  form: (at: EpochMs) => T,
): Iterable<{ start: T; end: T }> {
  if (to < from) {
    const range = { from: new Date(from), to: new Date(to) };
    throw new CalendarError('calendar.range-reversed', range, { hint: REVERSED });
  }
  return {
    *[Symbol.iterator]() {
      for (const [start, end] of timetable.intervals(from, to)) yield { start: form(start), end: form(end) };
    },
  };
}
