import * as z from 'zod/mini';
import { DulyError, formatPath } from '../errors/duly-error.ts';
import { toLimit } from './parse-limit.ts';
import { toCounting } from './to-counting.ts';
import type { Counting, CountingName, LimitInput } from './types.ts';
import { unitNames } from './units.ts';

/** A zod check that hands on what a hand-written one has to say: its message, code, place and hint. */
export function checkedBy<T>(check: (value: T) => unknown) {
  return (payload: z.core.ParsePayload<T>): void => {
    try {
      check(payload.value);
    } catch (error) {
      if (!(error instanceof DulyError)) throw error;
      const { code, hint, path } = error;
      // `continue` lets a union report this instead of "Invalid input".
      payload.issues.push({
        code: 'custom',
        input: payload.value,
        path: [...path],
        message: sentenceOf(error),
        params: { code, hint },
        continue: true,
      });
    }
  };
}

/** The message without its place and hint, which the issue carries apart. */
function sentenceOf({ message, path, hint }: DulyError): string {
  const start = path.length === 0 ? 0 : formatPath(path).length + 2;
  return message.slice(start, hint === undefined ? undefined : -(hint.length + 2));
}

/** A limit as text or as `{ amount, unit }`. */
export const limitSchema = z.union([
  z.string().check(checkedBy((text) => toLimit(text as LimitInput))),
  z.strictObject({ amount: z.number(), unit: z.enum(unitNames) }).check(checkedBy((limit) => toLimit(limit))),
]);

/** The name of a counting convention, or a company's own. */
export const countingSchema = z.union([
  z.string().check(checkedBy((name) => toCounting(name as CountingName))),
  z
    .strictObject({
      start: z.enum(['next-day', 'same-day', 'instant']),
      end: z.enum(['close-of-business', 'end-of-day', 'same-time']),
      roll: z.optional(z.enum(['next-working-day', 'previous-working-day', 'none'])),
      cutOff: z.optional(z.string()),
      months: z.optional(z.enum(['corresponding', 'before-first-counted'])),
      hours: z.optional(z.enum(['from-instant', 'from-next-hour'])),
      rollHours: z.optional(z.boolean()),
    })
    .check(checkedBy((counting) => toCounting(counting as Counting))),
]);
