import type { Selectors } from '../case/selector.ts';
import type { Scope } from './scope.ts';

/** The rows with the type of the event at one of their positions as `exempt_type`; NULL where there is no position. */
export function withExemptType(scope: Scope, rows: string, pos: string, selectors: Selectors): string {
  const types = scope.add(
    scope.fresh('types'),
    `SELECT r.case_id, r.${pos} AS pos, MIN(e.type) AS type FROM ${rows} r JOIN d_seen e ON e.case_id = r.case_id AND e.pos = r.${pos} WHERE ${scope.selects(selectors, 'e')} GROUP BY r.case_id, r.${pos}`,
    true,
  );
  return scope.add(
    scope.fresh('typed'),
    `SELECT r.*, t.type AS exempt_type FROM ${rows} r LEFT JOIN ${types} t ON t.case_id = r.case_id AND t.pos = r.${pos}`,
  );
}
