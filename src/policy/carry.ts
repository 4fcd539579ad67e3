/**
 * A frozen copy of an object that carries a value under a symbol: not enumerable, not in its JSON, seen by all copies
 * of the package.
 */
export function carrying<T extends object>(object: T, key: symbol, value: unknown): T {
  const properties = { ...Object.getOwnPropertyDescriptors(object), [key]: { value } };
  return Object.freeze(Object.defineProperties({}, properties)) as T;
}
