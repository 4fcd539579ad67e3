import * as z from 'zod/mini';
import { parameterSchema, selectorsSchema, whenSchema } from '../case/schema.ts';
import { checkedBy, limitSchema } from '../limit/schema.ts';
import { partShape } from '../standards/schema.ts';
import { weightOf } from './check-counts.ts';
import { checkKpi } from './check-kpi.ts';
import { repeatDenominators } from './repeat-complaint-rate.ts';
import { satisfactionDenominators } from './satisfaction-rate.ts';
import { serviceLevelFormulas } from './service-level.ts';
import { bases, type KpiSpec, measures, periods } from './types.ts';

const name = z.string().check(z.minLength(1));
const span = z.optional(z.union([limitSchema, parameterSchema]));
const weight = z.union([
  z.number().check(checkedBy((value) => weightOf('weight', value, []))),
  parameterSchema,
]);
const names = z.array(name).check(z.minLength(1));

/** A KPI of a policy; which keys go together is for `checkKpi` to say. */
export const kpiSchema = z
  .strictObject({
    ...partShape,
    measure: z.enum(measures),
    when: z.optional(whenSchema),
    of: z.optional(name),
    basis: z.optional(z.enum(bases)),
    goal: z.optional(z.string()),
    period: z.optional(z.enum(periods)),
    dayStart: z.optional(z.string().check(z.regex(/^-?([01]\d|2[0-3]):[0-5]\d$/))),
    groupBy: z.optional(names),
    denominator: z.optional(z.enum([...repeatDenominators, ...satisfactionDenominators])),
    flow: z.optional(z.boolean()),
    basicWeight: z.optional(weight),
    threshold: span,
    formula: z.optional(z.union([z.literal(serviceLevelFormulas), parameterSchema])),
    p: z.optional(z.union([z.number().check(z.gt(0), z.lte(100)), parameterSchema])),
    window: span,
    mergeWindow: span,
    countFirst: z.optional(z.boolean()),
    key: z.optional(names),
    weights: z.optional(z.record(name, weight)),
    shortAbandoned: span,
    event: z.optional(selectorsSchema),
  })
  .check(checkedBy((kpi) => checkKpi(kpi as unknown as KpiSpec, [])));
