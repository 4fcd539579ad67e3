import { either, flag, number, object, oneOf, type Shape, text } from '../errors/shape.ts';
import { toLimit } from './parse-limit.ts';
import { toCounting } from './to-counting.ts';
import type { Counting, CountingName, Limit, LimitInput } from './types.ts';
import { unitNames } from './units.ts';

/** A limit as text or as `{ amount, unit }`. */
export const limitShape: Shape = either(
  { type: 'text', check: (limit: LimitInput) => toLimit(limit) },
  object({ amount: number, unit: oneOf(...unitNames) }, (limit: Limit) => toLimit(limit)),
);

/** The name of a counting convention, or a company's own. */
export const countingShape: Shape = either(
  { type: 'text', check: (name: CountingName) => toCounting(name) },
  object(
    {
      start: oneOf('next-day', 'same-day', 'instant'),
      end: oneOf('close-of-business', 'end-of-day', 'same-time'),
      'roll?': oneOf('next-working-day', 'previous-working-day', 'none'),
      'cutOff?': text,
      'months?': oneOf('corresponding', 'before-first-counted'),
      'hours?': oneOf('from-instant', 'from-next-hour'),
      'rollHours?': flag,
    },
    (counting: Counting) => toCounting(counting),
  ),
);
