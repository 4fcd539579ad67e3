import type { Mapping } from './schema.ts';
import { chineseTickets } from './vendors/chinese-tickets.ts';

/** The built-in mappings by name. */
export const mappings: Readonly<Record<string, Mapping>> = { 'chinese-tickets': chineseTickets };
