import type { Calendar } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';

/** The calendars that statements refer to, each by its number; equal ones are one. */
export class CalendarNames {
  readonly all: { readonly key: string; readonly calendar: Calendar; readonly timetable: Timetable }[] = [];
  private readonly numbers = new Map<Timetable, number>();

  /** The number of a calendar, from 1. */
  of(calendar: Calendar): number {
    const timetable = timetableOf(calendar);
    const found = this.numbers.get(timetable);
    if (found !== undefined) return found;
    const key = JSON.stringify(calendar);
    const same = this.all.findIndex((other) => other.key === key);
    const number = same < 0 ? this.all.push({ key, calendar, timetable }) : same + 1;
    this.numbers.set(timetable, number);
    return number;
  }

  /** The same by its compiled form, which must have been named before. */
  ofTimetable(timetable: Timetable): number {
    return this.numbers.get(timetable)!;
  }

  timetable = (number: number): Timetable => this.all[number - 1]!.timetable;
}
