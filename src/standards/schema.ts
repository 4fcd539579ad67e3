import * as z from 'zod/mini';
import { parameterSchema, selectorsSchema, whenSchema } from '../case/schema.ts';
import { countingSchema, limitSchema } from '../limit/schema.ts';

const localText = z.union([
  z.string(),
  z.strictObject({ en: z.optional(z.string()), 'zh-CN': z.optional(z.string()) }),
]);

/** What every part of a policy may carry besides its rule. */
export const partShape = {
  id: z.string().check(z.minLength(1)),
  title: z.optional(localText),
  clause: z.optional(localText),
  note: z.optional(localText),
  weight: z.optional(z.union([z.string(), z.number()])),
  severity: z.optional(z.enum(['hard', 'soft'])),
  row: z.optional(z.string()),
};

const promise = z.strictObject({ promised: z.string().check(z.minLength(1)) });
const simpleRule = z.union([limitSchema, promise, parameterSchema]);
const row = z.strictObject({
  when: whenSchema,
  limit: simpleRule,
  calendar: z.optional(z.string()),
  counting: z.optional(countingSchema),
});

/** A limit, a promise, a parameter, or a table of these. */
export const limitRuleSchema = z.union([
  limitSchema,
  promise,
  parameterSchema,
  z.strictObject({ table: z.array(row), otherwise: z.optional(simpleRule) }),
]);

export const pauseSchema = z.union([
  z.strictObject({ on: selectorsSchema, off: selectorsSchema }),
  z.strictObject({ while: whenSchema }),
]);

export { localText as localTextSchema };
