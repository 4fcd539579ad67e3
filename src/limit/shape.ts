import { either, number, object, oneOf, type Shape } from '../errors/shape.ts';
import { toLimit } from './parse-limit.ts';
import { byName, ownCounting } from './to-counting.ts';
import type { Limit, LimitInput } from './types.ts';
import { unitNames } from './units.ts';

/** A limit as text or as `{ amount, unit }`. */
export const limitShape: Shape = either(
  { type: 'text', check: (limit: LimitInput) => toLimit(limit) },
  object({ amount: number, unit: oneOf(...unitNames) }, (limit: Limit) => toLimit(limit)),
);

/** The name of a counting convention, or a company's own. */
export const countingShape: Shape = either(
  { type: 'text', check: (name: string) => byName(name) },
  ownCounting,
);
