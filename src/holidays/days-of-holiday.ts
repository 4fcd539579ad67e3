import type { HolidaysTypes } from 'date-holidays';
import { parseCivilDate } from '../instant/civil.ts';
import { DAY, type EpochDay, HOUR, MINUTE } from '../instant/types.ts';

/** The days that a holiday covers as a whole, and the one before them on which it starts during the day. */
export interface HolidayDays {
  readonly whole: readonly EpochDay[];
  readonly half: { readonly day: EpochDay; readonly from: string } | null;
}

/**
 * A holiday's days, by the text of its date: `2026-12-24 14:00:00`, or `2026-03-20 00:00:00 -0600` for one that has
 * begun at sunset of the day before. Only its length is taken from instants, of which a shift of clocks may take or
 * add an hour; what is left over at the end is less than a day and not counted.
 */
export function daysOfHoliday({ date, start, end }: HolidaysTypes.Holiday): HolidayDays {
  const day = parseCivilDate(date.slice(0, 10));
  const clock = Number(date.slice(11, 13)) * HOUR + Number(date.slice(14, 16)) * MINUTE;
  const first = clock === 0 ? day : day + 1;
  const over = day + Math.floor((clock + end.getTime() - start.getTime() + HOUR) / DAY);
  return {
    whole: Array.from({ length: Math.max(0, over - first) }, (_, index) => first + index),
    half: clock === 0 ? null : { day, from: date.slice(11, 16) },
  };
}
