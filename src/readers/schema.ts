import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** One format or several, tried in order. */
const format = z.union([text, z.array(text).check(z.minLength(1))]);
const otherwise = z.enum(['keep', 'ignore', 'reject']);
const values = z.record(z.string(), scalar);

/** What one cell says: read as it stands, through a table of values, or as a typed value. */
const attribute = z.union([
  text,
  z.strictObject({ value: scalar }),
  z.strictObject({
    column: text,
    values: z.optional(values),
    otherwise: z.optional(otherwise),
    type: z.optional(z.enum(['string', 'number', 'boolean', 'instant', 'date'])),
    format: z.optional(format),
  }),
]);
const attributes = z.record(text, attribute);

/** An instant in a column of its own. */
const eventColumn = z.union([
  text,
  z.strictObject({
    column: text,
    format: z.optional(format),
    /** The column holds how long after another column's instant it was. */
    after: z.optional(z.union([text, z.strictObject({ column: text, format: z.optional(format) })])),
    unit: z.optional(z.enum(['seconds', 'minutes', 'hours'])),
    attributes: z.optional(attributes),
    when: z.optional(
      z.record(text, z.union([z.string(), z.array(z.string()), z.strictObject({ exists: z.boolean() })])),
    ),
  }),
]);

export const mappingSchema = z.strictObject({
  format: z.optional(z.literal('duly-mapping/1')),
  title: z.optional(z.union([text, z.strictObject({ en: z.optional(text), 'zh-CN': z.optional(text) })])),
  note: z.optional(text),
  rows: z.enum(['case', 'event']),
  timeZone: z.optional(text),
  encoding: z.optional(text),
  delimiter: z.optional(text),
  sheet: z.optional(z.union([text, z.int()])),
  headerRow: z.optional(z.int().check(z.minimum(1))),
  missing: z.optional(z.array(z.string())),
  synonyms: z.optional(z.record(text, z.array(text))),
  optional: z.optional(z.boolean()),
  id: z.union([text, z.strictObject({ column: text }), z.strictObject({ row: z.literal(true) })]),
  attributes: z.optional(attributes),
  events: z.optional(z.record(text, z.union([eventColumn, z.array(eventColumn).check(z.minLength(1))]))),
  timestamp: z.optional(z.union([text, z.strictObject({ column: text, format: z.optional(format) })])),
  event: z.optional(
    z.union([
      text,
      z.strictObject({
        column: text,
        values: z.optional(values),
        otherwise: z.optional(otherwise),
        attributes: z.optional(attributes),
      }),
    ]),
  ),
  first: z.optional(text),
  by: z.optional(text),
  sorted: z.optional(z.boolean()),
});

/** How an export becomes cases; plain data. What the keys mean stands at `parseMapping`. */
export type Mapping = z.output<typeof mappingSchema>;
/** How one attribute is read. */
export type AttributeMapping = z.output<typeof attribute>;
/** How one event is read from a column of its own. */
export type EventMapping = z.output<typeof eventColumn>;
