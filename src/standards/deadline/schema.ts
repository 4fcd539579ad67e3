import * as z from 'zod/mini';
import { parameterSchema, selectorSchema, selectorsSchema, whenSchema } from '../../case/schema.ts';
import { countingSchema } from '../../limit/schema.ts';
import { limitRuleSchema, partShape, pauseSchema } from '../schema.ts';

export const deadlineSchema = z.strictObject({
  ...partShape,
  kind: z.literal('deadline'),
  when: z.optional(whenSchema),
  from: selectorsSchema,
  to: z.union([selectorsSchema, z.strictObject({ all: z.array(selectorSchema).check(z.minLength(1)) })]),
  within: limitRuleSchema,
  each: z.optional(z.enum(['first', 'run', 'oldest-unanswered'])),
  match: z.optional(z.string()),
  restartOn: z.optional(z.union([selectorsSchema, parameterSchema])),
  pause: z.optional(pauseSchema),
  exemptOn: z.optional(z.union([selectorSchema, z.array(selectorSchema), parameterSchema])),
  onChange: z.optional(z.enum(['keep', 'recalculate'])),
  calendar: z.optional(z.string()),
  counting: z.optional(countingSchema),
});
