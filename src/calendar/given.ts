import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { inSpan, parseCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';

type Refusal = ConstructorParameters<typeof CalendarError>;

/** A value of the specification with its place in it. */
export class Given {
  readonly value: unknown;
  readonly path: ErrorPath;

  constructor(value: unknown, path: ErrorPath) {
    this.value = value;
    this.path = path;
  }

  /** The value at a key, if this is an object or an array; undefined if there is none. */
  at(key: string | number): Given {
    return new Given((this.value as Record<string | number, unknown>)[key], [...this.path, key]);
  }

  /** Whether there is a value, and it is an object that has the key. */
  has(key: string): boolean {
    return Object.hasOwn(this.value as object, key);
  }

  /** The elements of an array. */
  items(expected: string): Given[] {
    if (!Array.isArray(this.value)) this.expected(expected);
    return (this.value as unknown[]).map((_, index) => this.at(index));
  }

  /** The keys of an object, which must be among those known, if any are named. */
  keys(expected: string, known?: readonly string[]): string[] {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value))
      this.expected(expected);
    const keys = Object.keys(this.value as object);
    for (const key of keys) {
      if (known?.includes(key) === false) {
        this.at(key).fail('calendar.unknown-key', { given: key }, `Known are ${known.join(', ')}`);
      }
    }
    return keys;
  }

  /** A civil date of the supported span. */
  date(text: unknown = this.value): EpochDay {
    const day = parseCivilDate(text);
    if (!inSpan(day)) this.fail('calendar.date', { given: text }, 'Write "YYYY-MM-DD"');
    return day;
  }

  expected(expected: string): never {
    return this.fail('calendar.shape', { given: this.value, expected }, `Give ${expected}`);
  }

  fail<C extends Refusal[0]>(code: C, data: Extract<Refusal, [C, ...unknown[]]>[1], hint: string): never {
    throw new CalendarError(...([code, data, { path: this.path, hint }] as unknown as Refusal));
  }
}
