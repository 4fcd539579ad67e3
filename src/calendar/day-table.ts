import { civilOf, epochDayOf } from '../instant/civil.ts';
import { DAY, type EpochDay, FIRST_YEAR, LAST_YEAR } from '../instant/types.ts';
import { offsetPieces } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';

/** A day on either side of the span is kept too: a zone's date may be one ahead of or behind that of UTC. */
const FIRST_DAY = epochDayOf(FIRST_YEAR, 1, 1) - 1;
const END_DAY = epochDayOf(LAST_YEAR + 1, 1, 1) + 1;

/** The working days of some years, numbered, with an index from number to day. Grows as it is asked. */
export class DayTable {
  /** The compiled days, `[lo, hi)`; none yet. */
  lo: EpochDay = 0;
  hi: EpochDay = 0;
  /** The number of working days. */
  size = 0;
  #rule: DayRule;
  /** The working days before each day. */
  #before: Int32Array = new Int32Array(1);
  #days: Int32Array = new Int32Array(0);

  constructor(rule: DayRule) {
    this.#rule = rule;
  }

  /** Compiles the years up to and including that of `day`; false outside the span. */
  include(day: EpochDay): boolean {
    if (!(day >= FIRST_DAY && day < END_DAY)) return false;
    const { year } = civilOf(day);
    const from = Math.max(FIRST_DAY, epochDayOf(year, 1, 1));
    const to = Math.min(END_DAY, epochDayOf(year + 1, 1, 1));
    if (this.lo === this.hi) this.#compile(from, to);
    else if (day < this.lo || day >= this.hi) this.#compile(Math.min(from, this.lo), Math.max(to, this.hi));
    return true;
  }

  /** The number of working days from `lo` to before `day`, which is in `[lo, hi]`. */
  before(day: EpochDay): number {
    return this.#before[day - this.lo]!;
  }

  /** The working day of a number in `[0, size)`. */
  day(number: number): EpochDay {
    return this.#days[number]!;
  }

  #compile(lo: EpochDay, hi: EpochDay): void {
    const open = new Uint8Array(hi - lo);
    for (let day = lo; day < hi; day += 1) {
      const known = day >= this.lo && day < this.hi;
      if (known ? this.before(day + 1) > this.before(day) : this.#rule.hours(day).length > 0)
        open[day - lo] = 1;
    }
    this.#closeLostDays(open, lo);
    const before = new Int32Array(hi - lo + 1);
    open.forEach((one, index) => {
      before[index + 1] = before[index]! + one;
    });
    const days = new Int32Array(before[hi - lo]!);
    open.forEach((one, index) => {
      if (one === 1) days[before[index]!] = lo + index;
    });
    this.lo = lo;
    this.hi = hi;
    this.size = days.length;
    this.#before = before;
    this.#days = days;
  }

  /** A day whose hours all lie in gaps of the wall clock has no working instant and is no working day. */
  #closeLostDays(open: Uint8Array, lo: EpochDay): void {
    if (!open.includes(1)) return;
    const pieces = offsetPieces(this.#rule.zone, (lo - 1) * DAY, (lo + open.length + 2) * DAY);
    pieces.forEach((piece, index) => {
      const previous = pieces[index - 1];
      if (previous === undefined || previous.offset >= piece.offset) return;
      const [gap, end] = [piece.start + previous.offset, piece.start + piece.offset];
      // The evening before may have its hours in the gap as well.
      for (let day = Math.floor(gap / DAY) - 1; day * DAY < end; day += 1) {
        if (open[day - lo] === 1 && this.#isLost(day, gap, end)) open[day - lo] = 0;
      }
    });
  }

  #isLost(day: EpochDay, gap: number, end: number): boolean {
    const hours = this.#rule.hours(day);
    return hours.every((at, index) => {
      if (index % 2 === 1) return true;
      return day * DAY + at >= gap && day * DAY + hours[index + 1]! <= end;
    });
  }
}
