import type { EpochDay } from '../instant/types.ts';

/** Days off with their names; those of one day are joined. */
export class DayNames {
  readonly #names = new Map<EpochDay, string[]>();
  readonly #first: EpochDay;
  readonly #last: EpochDay;

  /** Days outside of `first` to `last` are left out. */
  constructor(first: EpochDay, last: EpochDay) {
    this.#first = first;
    this.#last = last;
  }

  add(day: EpochDay, name: string): void {
    if (day < this.#first || day > this.#last) return;
    const names = this.#names.get(day);
    if (names === undefined) this.#names.set(day, [name]);
    else if (!names.includes(name)) names.push(name);
  }

  has(day: EpochDay): boolean {
    return this.#names.has(day);
  }

  /** In the order of the calendar. */
  list(): [EpochDay, string][] {
    return [...this.#names].sort(([a], [b]) => a - b).map(([day, names]) => [day, names.join(' / ')]);
  }
}
