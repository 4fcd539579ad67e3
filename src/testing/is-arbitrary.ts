import type fc from 'fast-check';

/** Known by what it does: an application may have fast-check twice, as ES module and as CommonJS. */
export const isArbitrary = <T>(value: unknown): value is fc.Arbitrary<T> =>
  typeof (value as { generate?: unknown } | null)?.generate === 'function';
