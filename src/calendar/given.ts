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

/** The value at a key, or what stands for an absent one. */
export function at(given: Given, key: string, otherwise?: unknown): Given {
  const { [key]: value = otherwise } = Object(given.value) as Record<string, unknown>;
  return { value, path: [...given.path, key] };
}

/** The elements of an array. */
export function itemsOf({ value, path }: Given): Given[] {
  if (!Array.isArray(value)) refuseShape({ value, path }, 'an array');
  return value.map((item, index) => ({ value: item, path: [...path, index] }));
}

/** The values of an object by their keys, which must be among those known, if any are named. */
export function entriesOf(
  given: Given,
  known?: readonly string[],
  expected = 'an object',
): (readonly [string, Given])[] {
  const { value } = given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuseShape(given, expected);
  return Object.keys(value).map((key) => {
    const place = at(given, key);
    if (known?.includes(key) === false)
      refuse(place, 'calendar.unknown-key', { given: key }, `Known are ${known.join(', ')}`);
    return [key, place];
  });
}

/** The values of an object whose keys are dates. */
export const byDate = (given: Given): (readonly [EpochDay, Given])[] =>
  entriesOf(given).map(([date, place]) => [dateOf(place, date), place]);

/** The elements of an array of dates. */
export const datesOf = (given: Given): (readonly [EpochDay, Given])[] =>
  itemsOf(given).map((place) => [dateOf(place), place]);

/** A civil date of the supported span. */
export function dateOf(given: Given, text = given.value): EpochDay {
  const day = parseCivilDate(text);
  return inSpan(day) ? day : refuse(given, 'calendar.date', { given: text }, 'Write "YYYY-MM-DD"');
}
