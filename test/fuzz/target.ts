import type fc from 'fast-check';

/** Something to throw values at: whatever they are, it ends, and throws nothing but a DulyError. */
export interface Target<Value = unknown> {
  readonly name: string;
  readonly values: fc.Arbitrary<Value>;
  run(value: Value): Promise<unknown>;
}

/** A target whose values fit. */
export const target = <Value>(
  name: string,
  values: fc.Arbitrary<Value>,
  run: (value: Value) => unknown,
): Target => ({ name, values, run: async (value) => run(value as Value) });
