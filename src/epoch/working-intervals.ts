import type { CalendarSpec } from '../calendar/spec.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { intervalsOf } from '../calendar/working-intervals.ts';
import type { EpochMs } from '../instant/types.ts';
import { checkedInstant } from './checked.ts';

/**
 * The working intervals between two instants, in epoch ms; as `workingIntervals` of `duly`.
 *
 * @throws InstantError `instant.syntax`, `instant.not-whole`, `instant.range` for a number that is no ms from 1970
 * to 2199.
 * @throws CalendarError `calendar.range-reversed` if `to` is before `from`.
 * @example
 * [...workingIntervals({ from: Date.UTC(2026, 0, 9), to: Date.UTC(2026, 0, 10) }, office)].length // => 2
 */
export function workingIntervals(
  range: { readonly from: EpochMs; readonly to: EpochMs },
  calendar: CalendarSpec,
): Iterable<{ start: EpochMs; end: EpochMs }> {
  const { from: first, to: last } = Object(range) as typeof range;
  const from = checkedInstant(first, ['from']);
  const to = checkedInstant(last, ['to']);
  return intervalsOf(timetableOf(calendar), from, to, (at) => at);
}
