/** Stands for the rest of an object or array that an example leaves out with `...`. */
export const rest: unique symbol = Symbol('rest');

/**
 * Whether a value is the one that an example announces.
 *
 * Objects compare by their own keys, absent like undefined; a Date equals its instant written with an offset; what
 * can only be iterated equals the list of its items.
 */
export function sameValue(got: unknown, expected: unknown): boolean {
  if (got instanceof Date) return sameInstant(got, expected);
  if (!isObject(got) || !isObject(expected)) return Object.is(got, expected);
  if (Array.isArray(expected)) return sameItems(listOf(got), expected);
  return !Array.isArray(got) && sameEntries(got, expected);
}

function sameInstant(got: Date, expected: unknown): boolean {
  if (expected instanceof Date) return Object.is(got.getTime(), expected.getTime());
  return (
    typeof expected === 'string' &&
    /T.*(Z|[+-]\d\d:\d\d)$/.test(expected) &&
    got.getTime() === Date.parse(expected)
  );
}

function sameItems(got: readonly unknown[] | null, expected: readonly unknown[]): boolean {
  if (got === null) return false;
  const open = expected.at(-1) === rest;
  const stated = open ? expected.slice(0, -1) : expected;
  return (open || got.length === stated.length) && stated.every((item, index) => sameValue(got[index], item));
}

function sameEntries(got: Record<string, unknown>, expected: Record<string | symbol, unknown>): boolean {
  const keys = new Set([...Object.keys(expected), ...(rest in expected ? [] : Object.keys(got))]);
  return [...keys].every((key) => sameValue(got[key], expected[key]));
}

function listOf(value: Record<string, unknown>): unknown[] | null {
  return Symbol.iterator in value ? [...(value as unknown as Iterable<unknown>)] : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
