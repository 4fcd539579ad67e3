import { CalendarError } from '../errors/calendar-error.ts';
import { formatCivilDate, inSpan } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs, type Millis, SPAN_END } from '../instant/types.ts';
import { instantOfWall, wallAt, type Zone } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';
import { beyond, isOpen, type Line, lineOf, openBetween, openIntervals, reach } from './line.ts';
import { openTimes } from './open-times.ts';
import type { Provisional } from './spec.ts';

/** Changes whenever a timetable does: a calendar of another version of the package is compiled again. */
export const VERSION = 2;

/**
 * A calendar's sums on plain numbers, in constant time: instants in epoch ms, civil dates as day numbers. Arguments
 * are taken as checked.
 */
export class Timetable {
  readonly version = VERSION;
  readonly rule: DayRule;
  readonly zone: Zone;
  /** Whether a result outside a source's horizon is refused. */
  readonly strict: boolean;
  readonly #hours: Line;
  /** Each date as its 24 hours in UTC, whatever the zone. */
  readonly #days: Line;

  constructor(rule: DayRule) {
    this.rule = rule;
    this.zone = rule.zone;
    this.strict = rule.strict;
    this.#hours = lineOf(openTimes(rule, false));
    this.#days = lineOf(openTimes(rule, true));
  }

  isWorking(t: EpochMs): boolean {
    if (this.strict) this.#check(t, t + 1);
    return isOpen(this.#hours, t);
  }

  /** The instant `amount` ms of working time after (before, if negative) `t`: a closing bell after, an opening one before. */
  add(t: EpochMs, amount: Millis): EpochMs {
    if (amount === 0) return t;
    const at = reach(this.#hours, t, amount, amount);
    return this.#result(t, at, at);
  }

  /** The working time from `a` to `b`, negative if `b` is the earlier. */
  between(a: EpochMs, b: EpochMs): Millis {
    if (this.strict) this.#check(a, b);
    return openBetween(this.#hours, a, b);
  }

  /** `t` itself while open, else the next opening. */
  next(t: EpochMs): EpochMs {
    const at = reach(this.#hours, t, 0, -1);
    return this.#result(t, at + 1, at);
  }

  /** `t` itself in (start, end] of an interval, else the last closing. */
  previous(t: EpochMs): EpochMs {
    const at = reach(this.#hours, t, 0, 1);
    return this.#result(t, at - 1, at);
  }

  /** The working intervals in `[from, to)`, clipped to it; touching ones are joined. */
  intervals(from: EpochMs, to: EpochMs): Iterable<readonly [EpochMs, EpochMs]> {
    if (this.strict && from < to) this.#check(from, to);
    return openIntervals(this.#hours, from, to);
  }

  /** The civil date of an instant. */
  dayOf(t: EpochMs): EpochDay {
    return Math.floor(wallAt(this.zone, t) / DAY);
  }

  /** The instant of a wall time: forward by a gap, the earlier one in a fold. `msOfDay` may be 24:00. */
  instantAt(day: EpochDay, msOfDay: Millis): EpochMs {
    const at = instantOfWall(this.zone, day * DAY + msOfDay);
    if (at >= 0 && at < SPAN_END) return at;
    throw beyond(at);
  }

  isWorkingDay(day: EpochDay): boolean {
    if (this.strict) this.provisional(day, day);
    return isOpen(this.#days, day * DAY);
  }

  /** The end of the last interval that belongs to a day, a night shift's on the next morning; NaN if there is none. */
  closing(day: EpochDay): EpochMs {
    return this.isWorkingDay(day) ? this.instantAt(day, this.rule.hours(day).at(-1)!) : Number.NaN;
  }

  /** The n-th working day strictly after (before, if `n` is negative) a day; 0: the day itself. */
  addDays(day: EpochDay, n: number): EpochDay {
    if (n === 0) return day;
    const ends = n > 0 ? 1 : 0; // after the day, at the end of the n-th
    const found = reach(this.#days, (day + ends) * DAY, n * DAY, n) / DAY - ends;
    if (!inSpan(found)) throw beyond(day * DAY);
    if (this.strict) this.provisional(day, found);
    return found;
  }

  /** The working days in `(a, b]`; negative if `b` is the earlier. */
  daysBetween(a: EpochDay, b: EpochDay): number {
    if (this.strict) this.provisional(a, b);
    return openBetween(this.#days, (a + 1) * DAY, (b + 1) * DAY) / DAY;
  }

  /**
   * What is not yet published of the dates between two days (both included); undefined if all is. A strict calendar
   * refuses instead.
   */
  provisional(a: EpochDay, b: EpochDay): Provisional | undefined {
    const [start, end] = a < b ? [a, b] : [b, a];
    const short = this.rule.horizons.filter(({ from, to }) => start < from || end > to);
    if (short.length === 0) return undefined;
    const provisional = {
      since: formatCivilDate(Math.min(...short.map(({ from, to }) => (start < from ? start : to + 1)))),
      reason: [...new Set(short.map(({ text }) => text))].join('; '),
      sources: [...new Set(short.map(({ source }) => source.id))],
    };
    if (!this.strict) return provisional;
    throw new CalendarError('calendar.provisional', provisional, { hint: 'Give it a newer holiday source' });
  }

  /** Refuses dates that aren't published, from the earlier instant to before the later one. */
  #check(a: EpochMs, b: EpochMs): void {
    const first = Math.min(a, b);
    this.provisional(this.dayOf(first), this.dayOf(Math.max(first, a - 1, b - 1)));
  }

  /** What was found from `t`, having looked as far as `seen`; refused outside the span. */
  #result(t: EpochMs, seen: EpochMs, at: EpochMs): EpochMs {
    if (seen < 0 || at >= SPAN_END) throw beyond(t);
    if (this.strict) this.#check(t, seen);
    return at;
  }
}
