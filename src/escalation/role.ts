import type { Timeline } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { compileParameterRow, type ParameterLookup } from '../standards/parameters.ts';
import type { TakesOver } from './types.ts';

/** Who takes over at an instant; `'undetermined'` when no row of the table says. */
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
  return (timeline, at) => {
    for (const { matches, role } of rows) {
      const answer = matches((attribute) => timeline.valueAt(attribute, at));
      if (answer === true) return role;
      if (answer !== false) return 'undetermined';
    }
    return rest;
  };
}
