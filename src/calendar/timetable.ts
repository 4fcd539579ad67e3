import { CalendarError } from '../errors/calendar-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs, type Millis, SPAN_END, SPAN_END_DAY } from '../instant/types.ts';
import { instantOfWall, offsetAt, offsetPieces, wallAt, type Zone } from '../instant/zone.ts';
import type { DayCause, DayRule } from './day-rule.ts';
import { DayTable } from './day-table.ts';
import { beyond, HourTable } from './hour-table.ts';
import type { Provisional } from './spec.ts';

/** What there is to say of one date. */
export interface DayFacts extends DayCause {
  readonly working: boolean;
}

/**
 * A calendar's sums on plain numbers, in constant time: instants in epoch ms, civil dates as day numbers. Arguments
 * are taken as checked. Years are compiled when first touched.
 */
export class Timetable {
  readonly zone: Zone;
  /** Whether a result outside a source's horizon is refused. */
  readonly strict: boolean;
  #rule: DayRule;
  #times: HourTable;
  #days: DayTable;
  #hasHours: boolean | undefined;

  constructor(rule: DayRule) {
    this.zone = rule.zone;
    this.strict = rule.strict;
    this.#rule = rule;
    this.#times = new HourTable(rule);
    this.#days = new DayTable(rule);
  }

  /** Whether the calendar has any working time at all. */
  get hasHours(): boolean {
    this.#hasHours ??= hasHours(this.#rule);
    return this.#hasHours;
  }

  isWorking(t: EpochMs): boolean {
    const times = this.#times;
    if (!(t >= times.lo && t < times.hi)) times.include(t);
    if (this.strict) this.#check(t, t);
    const index = times.at(t);
    return index < times.size && times.starts[index]! <= t;
  }

  /** The instant `amount` ms of working time after (before, if negative) `t`: a closing bell after, an opening one before. */
  add(t: EpochMs, amount: Millis): EpochMs {
    if (amount === 0) return t;
    const times = this.#times;
    if (!(t >= times.lo && t < times.hi)) times.include(t);
    let work = times.worked(t) + amount;
    while (work > times.total) this.#extend(1, t);
    while (work < 0) {
      this.#extend(-1, t);
      work = times.worked(t) + amount;
    }
    const index = times.reaching(amount > 0 ? work - 1 : work);
    const at = times.starts[index]! + (work - times.sums[index]!);
    if (at >= SPAN_END) throw beyond(t);
    if (this.strict) this.#check(t, at);
    return at;
  }

  /** The working time from `a` to `b`, negative if `b` is the earlier. */
  between(a: EpochMs, b: EpochMs): Millis {
    const times = this.#times;
    if (!(a >= times.lo && a < times.hi)) times.include(a);
    if (!(b >= times.lo && b < times.hi)) times.include(b);
    if (this.strict) this.#check(a, b);
    return times.worked(b) - times.worked(a);
  }

  /** `t` itself while open, else the next opening. */
  next(t: EpochMs): EpochMs {
    const times = this.#times;
    if (!(t >= times.lo && t < times.hi)) times.include(t);
    let index = times.at(t);
    while (index === times.size) {
      this.#extend(1, t);
      index = times.at(t);
    }
    const at = Math.max(t, times.starts[index]!);
    if (this.strict) this.#check(t, at);
    return at;
  }

  /** `t` itself in (start, end] of an interval, else the last closing. */
  previous(t: EpochMs): EpochMs {
    if (t === 0) throw beyond(t);
    const times = this.#times;
    if (!(t >= times.lo && t < times.hi)) times.include(t);
    if (t === times.lo) times.include(t - 1);
    let index = times.at(t - 1);
    while (index === 0 && !(times.size > 0 && times.starts[0]! < t)) {
      this.#extend(-1, t);
      index = times.at(t - 1);
    }
    const at = index < times.size && times.starts[index]! < t ? t : times.ends[index - 1]!;
    if (this.strict) this.#check(t, at);
    return at;
  }

  /** The working intervals in `[from, to)`, clipped to it; touching ones are joined. */
  *intervals(from: EpochMs, to: EpochMs): Iterable<readonly [EpochMs, EpochMs]> {
    const times = this.#times;
    if (this.strict && from < to) this.#check(from, to - 1);
    for (let t = from; t < to; ) {
      if (!(t >= times.lo && t < times.hi)) times.include(t);
      const index = times.at(t);
      if (index === times.size) {
        t = times.hi;
        continue;
      }
      const start = Math.max(t, times.starts[index]!);
      if (start >= to) return;
      t = times.ends[index]!;
      // What ends with the compiled years may go on in the next.
      while (t < to && t === times.hi) {
        times.include(t);
        const next = times.at(t - 1);
        t = times.ends[next]!;
      }
      yield [start, Math.min(t, to)];
    }
  }

  /** The civil date of an instant. */
  dayOf(t: EpochMs): EpochDay {
    return Math.floor((t + offsetAt(this.zone, t)) / DAY);
  }

  /** The instant of a wall time: forward by a gap, the earlier one in a fold. `msOfDay` may be 24:00. */
  instantAt(day: EpochDay, msOfDay: Millis): EpochMs {
    const at = instantOfWall(this.zone, day * DAY + msOfDay);
    if (at >= 0 && at < SPAN_END) return at;
    throw beyond(at < 0 ? 0 : SPAN_END - 1);
  }

  isWorkingDay(day: EpochDay): boolean {
    if (this.strict) this.#checkDays(day, day);
    return this.#isOpen(day);
  }

  /** The first working instant of the intervals that belong to a day; NaN if there is none. */
  opening(day: EpochDay): EpochMs {
    if (!this.isWorkingDay(day)) return Number.NaN;
    const hours = this.#rule.hours(day);
    for (let index = 0; ; index += 2) {
      const at = this.instantAt(day, hours[index]!);
      if (wallAt(this.zone, at) === day * DAY + hours[index]!) return at;
      // It opens in a gap: with the gap's end, unless it has closed by then.
      const { start, offset } = offsetPieces(this.zone, at - 2 * DAY, at + 1).at(-1)!;
      if (day * DAY + hours[index + 1]! > start + offset) return start;
    }
  }

  /** The end of the last interval that belongs to a day, a night shift's on the next morning; NaN if there is none. */
  closing(day: EpochDay): EpochMs {
    return this.isWorkingDay(day) ? this.instantAt(day, this.#rule.hours(day).at(-1)!) : Number.NaN;
  }

  /** The n-th working day strictly after (before, if `n` is negative) a day; 0: the day itself. */
  addDays(day: EpochDay, n: number): EpochDay {
    if (n === 0) return day;
    const days = this.#days;
    if (!(day >= days.lo && day < days.hi)) this.#include(day, day);
    let number = n > 0 ? days.before(day + 1) + n - 1 : days.before(day) + n;
    while (number < 0 || number >= days.size) {
      if (!this.hasHours) throw new CalendarError('calendar.no-hours', undefined);
      this.#include(number < 0 ? days.lo - 1 : days.hi, day);
      number = n > 0 ? days.before(day + 1) + n - 1 : days.before(day) + n;
    }
    const found = days.day(number);
    if (found < 0 || found >= SPAN_END_DAY) throw beyond(day * DAY);
    if (this.strict) this.#checkDays(day, found);
    return found;
  }

  /** The working days in `(a, b]`; negative if `b` is the earlier. */
  daysBetween(a: EpochDay, b: EpochDay): number {
    const days = this.#days;
    if (!(a >= days.lo && a < days.hi)) this.#include(a, a);
    if (!(b >= days.lo && b < days.hi)) this.#include(b, b);
    if (this.strict) this.#checkDays(a, b);
    return days.before(b + 1) - days.before(a + 1);
  }

  /** What is not yet published of the dates from one day to another (both included); undefined if all is. */
  provisional(fromDay: EpochDay, toDay: EpochDay): Provisional | undefined {
    const short = this.#rule.horizons.filter(({ from, to }) => fromDay < from || toDay > to);
    if (short.length === 0) return undefined;
    const since = Math.min(...short.map(({ from, to }) => (fromDay < from ? fromDay : to + 1)));
    const sources = [...new Set(short.map(({ source }) => source))];
    const spans = short.map(
      ({ source, from, to }) => `${source} covers ${formatCivilDate(from)} to ${formatCivilDate(to)}`,
    );
    return { since: formatCivilDate(since), reason: [...new Set(spans)].join('; '), sources };
  }

  /** Whether a day is worked, and why. */
  dayFacts(day: EpochDay): DayFacts {
    return { working: this.isWorkingDay(day), ...this.#rule.cause(day) };
  }

  #isOpen(day: EpochDay): boolean {
    const days = this.#days;
    if (!(day >= days.lo && day < days.hi)) this.#include(day, day);
    return days.before(day + 1) > days.before(day);
  }

  #include(day: EpochDay, from: EpochDay): void {
    if (!this.#days.include(day)) throw beyond(Math.min(Math.max(from, 0), SPAN_END_DAY - 1) * DAY);
  }

  #extend(direction: 1 | -1, from: EpochMs): void {
    if (!this.hasHours) throw new CalendarError('calendar.no-hours', undefined);
    if (!this.#times.extend(direction)) throw beyond(from);
  }

  #check(a: EpochMs, b: EpochMs): void {
    this.#checkDays(this.dayOf(Math.min(a, b)), this.dayOf(Math.max(a, b)));
  }

  #checkDays(a: EpochDay, b: EpochDay): void {
    const provisional = this.provisional(Math.min(a, b), Math.max(a, b));
    if (provisional === undefined) return;
    throw new CalendarError(
      'calendar.provisional',
      { reason: provisional.reason },
      { hint: `Nothing is published from ${provisional.since} on` },
    );
  }
}

/** Looks at one year first: hardly any calendar has none there but some elsewhere. */
function hasHours(rule: DayRule): boolean {
  const some = (from: EpochDay, to: EpochDay) => {
    for (let day = from; day < to; day += 1) if (rule.hours(day).length > 0) return true;
    return false;
  };
  return some(20_000, 20_366) || some(0, SPAN_END_DAY);
}
