import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { inSpan, parseCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';

/** A value of the specification with its place in it. */
export interface Given {
  readonly value: unknown;
  readonly path: ErrorPath;
}

type Refusal = ConstructorParameters<typeof CalendarError>;

export function refuse<C extends Refusal[0]>(
  { path }: Given,
  code: C,
  data: Extract<Refusal, [C, ...unknown[]]>[1],
  hint: string,
): never {
  throw new CalendarError(...([code, data, { path, hint }] as unknown as Refusal));
}

export function refuseShape(given: Given, expected: string): never {
  return refuse(given, 'calendar.shape', { given: given.value, expected }, `Give ${expected}`);
}

/** Whether this is an object or an array that has the key. */
export const has = ({ value }: Given, key: string | number): boolean => Object.hasOwn(Object(value), key);

/** The value at a key, or what stands for an absent one. */
export function at(given: Given, key: string | number, otherwise?: unknown): Given {
  const value = has(given, key) ? (given.value as Record<string | number, unknown>)[key] : otherwise;
  return { value, path: [...given.path, key] };
}

/** The elements of an array. */
export function itemsOf(given: Given, expected: string): Given[] {
  if (!Array.isArray(given.value)) refuseShape(given, expected);
  return given.value.map((_, index) => at(given, index));
}

/** The keys of an object, which must be among those known, if any are named. */
export function keysOf(given: Given, expected: string, known?: readonly string[]): string[] {
  const { value } = given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseShape(given, expected);
  const keys = Object.keys(value);
  for (const key of keys) {
    if (known?.includes(key) === false)
      refuse(at(given, key), 'calendar.unknown-key', { given: key }, `Known are ${known.join(', ')}`);
  }
  return keys;
}

/** A civil date of the supported span. */
export function dateOf(given: Given, text = given.value): EpochDay {
  const day = parseCivilDate(text);
  if (!inSpan(day)) refuse(given, 'calendar.date', { given: text }, 'Write "YYYY-MM-DD"');
  return day;
}
