import { dayOf } from '../calendar/day-of.ts';
import { readHours } from '../calendar/hours.ts';
import { instantAt } from '../calendar/instant-at.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { listOf, oneOf, type Shape, text } from '../errors/shape.ts';
import { addMonths, civilOf, epochDayOf, weekdayOf } from '../instant/civil.ts';
import { DAY, type EpochMs } from '../instant/types.ts';

/** A stretch of civil time within which something has to happen: `[from, to)`. */
export interface Slot {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export type SlotPeriod = 'day' | 'half-day' | 'week' | 'month' | 'quarter' | 'year';

/** How civil time is cut into slots. */
export interface SlotRule {
  /** Weeks begin on Monday; half-days meet at 12:00. */
  readonly per: SlotPeriod;
  /** These hours of each day are the slots instead, as `'08:00-12:00'`; one past midnight begins on its first day. */
  readonly windows?: readonly string[];
}

export const slotKeys: Readonly<Record<string, Shape>> = {
  per: oneOf('day', 'half-day', 'week', 'month', 'quarter', 'year'),
  'windows?': {
    ...listOf(text, 1),
    check: (value: unknown) => void readHours({ value, path: [] }),
  } as Shape,
};

/** The slots that lie wholly between two instants, in order; civil time is that of the timetable's zone. */
export function* slotsIn(
  { per, windows }: SlotRule,
  timetable: Timetable,
  from: EpochMs,
  to: EpochMs,
): Generator<Slot, void> {
  const months = (!windows && { month: 1, quarter: 3, year: 12 }[per as string]) || 0;
  const days = per === 'week' && !windows ? 7 : 1;
  const own = windows && readHours({ value: windows, path: [] });
  let day = dayOf(timetable, from);
  if (days > 1) day -= weekdayOf(day);
  if (months) {
    const { year, month } = civilOf(day);
    day = epochDayOf(year, month - ((month - 1) % months), 1);
  }
  while (instantAt(timetable, day, 0) < to) {
    const next = months ? addMonths(day, months) : day + days;
    const end = (next - day) * DAY;
    const hours = own ?? (per === 'half-day' ? [0, DAY / 2, DAY / 2, DAY] : [0, end]);
    for (let n = 0; n < hours.length; n += 2) {
      const slot = {
        from: instantAt(timetable, day, hours[n]!),
        to: instantAt(timetable, day, hours[n + 1]!),
      };
      if (slot.from >= from && slot.to <= to) yield slot;
    }
    day = next;
  }
}
