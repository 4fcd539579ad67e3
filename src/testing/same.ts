/** Whether two results say the same, to the last digit: keys in the same order, Dates by their instant, -0 is not 0. */
export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a, exactly) === JSON.stringify(b, exactly);

const exactly = (_: string, value: unknown): unknown =>
  typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value))
    ? `number ${1 / value}`
    : value;

/** A copy of plain data that nobody can change, nor anything in it; what is neither object nor list is kept. */
export function frozenCopy<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, frozenCopy(inner)]);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
