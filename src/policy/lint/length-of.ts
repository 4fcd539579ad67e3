import { toLimit } from '../../limit/parse-limit.ts';
import type { LimitInput } from '../../limit/types.ts';
import { units } from '../../limit/units.ts';

/** A limit as a length in a unit with which others can be compared; undefined for tables, promises and parameters. */
export function lengthOf(limit: unknown): { readonly length: number; readonly unit: string } | undefined {
  const isText = typeof limit === 'string';
  if (!isText && !(typeof limit === 'object' && limit !== null && 'unit' in limit)) return undefined;
  const { amount, unit } = toLimit(limit as LimitInput);
  const { ms, days, working } = units[unit];
  const kind = working ? 'working ' : '';
  if (ms > 0) return { length: amount * ms, unit: `${kind}ms` };
  return days > 0 ? { length: amount * days, unit: `${kind}days` } : { length: amount, unit };
}
