import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { isRecord } from '../errors/record.ts';
import { inSpan, parseCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';

/** A value of the specification with its place in it. */
export interface Given {
  readonly value: unknown;
  readonly path: ErrorPath;
}

type Refusal = ConstructorParameters<typeof CalendarError>;

/** Throws about a value; what a message needs to know besides is its `data`. */
export function refuse(given: Given, code: Refusal[0], hint: string, data?: Refusal[1]): never {
  const { value, path } = given;
  throw new CalendarError(...([code, { given: value, ...data }, { path, hint }] as unknown as Refusal));
}

export function refuseShape(given: Given, expected: string): never {
  return refuse(given, 'calendar.shape', `Give ${expected}`, { given: given.value, expected });
}

/** The value at a key, or what stands for an absent one. */
export function at(given: Given, key: string | number, otherwise?: unknown): Given {
  const { [key]: value = otherwise } = Object(given.value) as Record<string, unknown>;
  return { value, path: [...given.path, key] };
}

/** The elements of an array. */
export function itemsOf(given: Given): Given[] {
  if (!Array.isArray(given.value)) refuseShape(given, 'an array');
  return given.value.map((_, index) => at(given, index));
}

/** The values of an object by their keys, which must be among those known, if any are named. */
export function entriesOf(
  given: Given,
  known?: readonly string[],
  expected = 'an object',
): (readonly [string, Given])[] {
  if (!isRecord(given.value)) refuseShape(given, expected);
  return Object.keys(given.value).map((key) => {
    const place = at(given, key);
    if (known?.includes(key) === false)
      refuse(place, 'calendar.unknown-key', `Known are ${known.join(', ')}`, { given: key });
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
  return inSpan(day) ? day : refuse(given, 'calendar.date', 'Write "YYYY-MM-DD"', { given: text });
}
