import { DAY, type EpochDay, SPAN_END_DAY } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import { firstInstant } from './first-instant.ts';
import { beyond } from './hour-table.ts';

/** What is compiled at once: about a year. */
const BLOCK = 366;

/** The working days of some blocks of days, numbered, with an index from number to day. Grows as it is asked. */
export class DayTable {
  /** The compiled days, `[lo, hi)`. */
  lo: EpochDay = 0;
  hi: EpochDay = 0;
  /** The number of working days before each compiled day and the one after; counted from the first ever compiled. */
  #before: Int32Array = new Int32Array(1);
  #days: Int32Array = new Int32Array(0);
  readonly #rule: DayRule;

  constructor(rule: DayRule) {
    this.#rule = rule;
  }

  /** How many working days come before `day`. */
  before(day: EpochDay): number {
    if (!(day >= this.lo && day < this.hi)) this.include(day);
    return this.#before[day - this.lo]!;
  }

  /** How many working days there are up to and including `day`. */
  upTo(day: EpochDay): number {
    if (!(day >= this.lo && day < this.hi)) this.include(day);
    return this.#before[day - this.lo + 1]!;
  }

  isOpen(day: EpochDay): boolean {
    return this.upTo(day) > this.before(day);
  }

  /** The working day before which there are `count` of them; undefined if it lies in no compiled block. */
  day(count: number): EpochDay | undefined {
    return this.#days[count - this.#before[0]!];
  }

  /** Compiles the blocks up to and including that of `day`. */
  include(day: EpochDay): void {
    // One more on either side of the span: a zone's date may be one ahead of that of UTC, or one behind.
    if (!(day >= -1 && day <= SPAN_END_DAY)) throw beyond(day * DAY);
    const from = Math.floor(day / BLOCK) * BLOCK;
    const isFirst = this.hi === this.lo;
    this.#compile(
      isFirst ? from : Math.min(from, this.lo),
      isFirst ? from + BLOCK : Math.max(from + BLOCK, this.hi),
    );
  }

  #compile(lo: EpochDay, hi: EpochDay): void {
    const days: EpochDay[] = [];
    const before = new Int32Array(hi - lo + 1);
    for (let day = lo; day < hi; day += 1) {
      const known = day >= this.lo && day < this.hi;
      if (known ? this.isOpen(day) : !Number.isNaN(firstInstant(this.#rule, day))) days.push(day);
      before[day - lo + 1] = days.length;
    }
    const shift = this.hi === this.lo ? 0 : this.#before[0]! - before[this.lo - lo]!;
    this.#before = before.map((count) => count + shift);
    this.#days = Int32Array.from(days);
    this.lo = lo;
    this.hi = hi;
  }
}
