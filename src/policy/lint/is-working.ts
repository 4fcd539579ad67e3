import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { units } from '../../limit/units.ts';

/** Whether a limit counts working time; what is no limit itself (a promise, a parameter) doesn't. */
export const isWorking = (limit: unknown): boolean =>
  typeof limit === 'string' || (typeof limit === 'object' && limit !== null && 'unit' in limit)
    ? units[toLimit(limit as LimitInput).unit].working
    : false;
