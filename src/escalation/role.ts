import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { compileParameterRow, type ParameterLookup } from '../standards/parameters.ts';
import type { TakesOver } from './types.ts';

/**
 * Who takes over at an instant. Somebody has to be told: where a row's attribute is absent, it doesn't match.
 * `'undetermined'` where no row does and no other role is named.
 */
export function compileRole(
  to: TakesOver,
  parameter: ParameterLookup,
): (timeline: Timeline, at: EpochMs) => string {
  if (typeof to === 'string') return () => to;
  const rows = to.table.map(({ when, to: role }) => ({
    matches: compileParameterRow(when, parameter),
    role,
  }));
  const rest = to.otherwise ?? 'undetermined';
  return (timeline, at) =>
    rows.find(({ matches }) => matches((attribute) => timeline.valueAt(attribute, at)) === true)?.role ??
    rest;
}
