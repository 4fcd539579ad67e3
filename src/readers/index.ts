export { mappings } from './mappings.ts';
export { parseMapping } from './parse-mapping.ts';
export type { ReadOptions } from './read-cases.ts';
export { readCases } from './read-cases.ts';
export type { AttributeMapping, EventMapping, Mapping } from './schema.ts';
