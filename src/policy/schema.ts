import * as z from 'zod/mini';
import { ladderSchema } from '../escalation/schema.ts';
import { toEpochDay } from '../instant/civil.ts';
import { kpiSchema } from '../kpi/schema.ts';
import { checkedBy, countingSchema } from '../limit/schema.ts';
import { localTextSchema } from '../standards/schema.ts';

const name = z.string().check(z.minLength(1));
const civilDate = z.string().check(checkedBy((date) => toEpochDay(date)));
const effective = z
  .strictObject({ from: civilDate, to: z.optional(civilDate) })
  .check(z.refine(({ from, to }) => to === undefined || from <= to, 'expected from to be no later than to'));

/** The document but for its calendars and standards, which are checked by what defines them. */
export const documentSchema = z.strictObject({
  format: z.optional(z.literal('duly-policy/1')),
  id: name,
  version: name,
  effective: z.optional(effective),
  title: z.optional(localTextSchema),
  source: z.optional(localTextSchema),
  note: z.optional(localTextSchema),
  calendar: z.record(z.string(), z.unknown()),
  calendars: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  counting: z.optional(countingSchema),
  standards: z.array(z.looseObject({ kind: name })),
  ladders: z.optional(z.array(ladderSchema)),
  kpis: z.optional(z.array(kpiSchema)),
  parameters: z.optional(z.record(z.string(), z.json())),
});
