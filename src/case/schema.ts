import * as z from 'zod/mini';

/** Stands for a value that the policy's `parameters` hold. */
export const parameterSchema = z.strictObject({ parameter: z.string().check(z.minLength(1)) });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const bound = z.union([z.number(), z.string(), parameterSchema]);
const comparison = z
  .strictObject({
    gte: z.optional(bound),
    gt: z.optional(bound),
    lte: z.optional(bound),
    lt: z.optional(bound),
  })
  .check(z.refine((test) => Object.keys(test).length > 0, 'expected at least one of gte, gt, lte, lt'));

const testSchema: z.ZodMiniType = z.union([
  scalar,
  parameterSchema,
  z.array(z.union([scalar, parameterSchema])),
  z.strictObject({ exists: z.boolean() }),
  z.strictObject({ not: z.lazy(() => testSchema) }),
  comparison,
]);

/** A condition: attributes with their tests. */
export const whenSchema = z.record(z.string(), testSchema);

const eventType = z.string().check(z.minLength(1));

export const selectorSchema = z.union([
  eventType,
  z.strictObject({ event: eventType, when: z.optional(whenSchema) }),
]);
export const selectorsSchema = z.union([selectorSchema, z.array(selectorSchema).check(z.minLength(1))]);
