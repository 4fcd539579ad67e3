export { mappingJsonSchema } from './mapping-json-schema.ts';
export { mappings } from './mappings.ts';
export { parseMapping } from './parse-mapping.ts';
export type { ProposalNote } from './propose/column-look.ts';
export type { Proposal, ProposeOptions } from './propose/propose-mapping.ts';
export { proposeMapping } from './propose/propose-mapping.ts';
export type { ReadOptions } from './read-cases.ts';
export { readCases } from './read-cases.ts';
export type { AttributeMapping, EventMapping, Mapping } from './schema.ts';
