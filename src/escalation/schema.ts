import * as z from 'zod/mini';
import { parameterSchema, selectorSchema, selectorsSchema, whenSchema } from '../case/schema.ts';
import { limitSchema } from '../limit/schema.ts';
import { partShape } from '../standards/schema.ts';

const role = z.string().check(z.minLength(1));
const name = z.string().check(z.minLength(1));
/** A duration, or the parameter that holds it. */
const span = z.union([limitSchema, parameterSchema]);
const orParameter = (number: z.ZodMiniType) => z.union([number, parameterSchema]);
const level = z.int().check(z.minimum(1));

const rungShape = {
  id: name,
  level,
  to: z.union([
    role,
    z.strictObject({
      table: z.array(z.strictObject({ when: whenSchema, to: role })),
      otherwise: z.optional(role),
    }),
  ]),
  action: z.optional(z.string()),
  deliver: z.optional(z.literal('working-time')),
  every: z.optional(span),
  times: z.optional(orParameter(z.int().check(z.minimum(1), z.maximum(1000)))),
  takenBy: z.optional(selectorsSchema),
};

const rungSchema = z.union([
  z.strictObject({
    ...rungShape,
    at: z.union([
      z.strictObject({ before: name, by: span }),
      z.strictObject({ after: name, by: span }),
      z.strictObject({ share: orParameter(z.number().check(z.positive(), z.maximum(100))), of: name }),
    ]),
  }),
  z.strictObject({
    ...rungShape,
    on: z.union([
      selectorSchema,
      z.strictObject({ event: selectorsSchema, count: orParameter(z.int().check(z.minimum(1))) }),
    ]),
  }),
  z.strictObject({ ...rungShape, when: whenSchema }),
]);

export const ladderSchema = z.strictObject({
  ...partShape,
  when: z.optional(whenSchema),
  calendar: z.optional(z.string()),
  rungs: z.array(rungSchema).check(z.minLength(1)),
});
