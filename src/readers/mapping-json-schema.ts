import * as z from 'zod/mini';
import { mappingSchema } from './schema.ts';

/**
 * The JSON Schema (draft 2020-12) of mappings, for editors to check and complete them by. It holds no document back that
 * {@link parseMapping} takes; what it can't tell (formats, time zones, keys that go together) is left to that.
 *
 * @returns A new plain object.
 * @example mappingJsonSchema().title // => 'A mapping of duly'
 */
export function mappingJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'A mapping of duly', ...z.toJSONSchema(mappingSchema) };
}
