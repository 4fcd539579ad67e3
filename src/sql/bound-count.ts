import { listOf, type Selectors } from '../case/selector.ts';
import type { BoundStandard } from '../standards/bound/standard.ts';
import { withinSql } from './bound-number.ts';
import { whenSql } from './conditions.ts';
import { withExemptType } from './exempt-type.ts';
import { type Ruled, ruleVerdicts } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';

export type CountBound = Extract<BoundStandard, { readonly measure: { readonly count: Selectors } }>;

/** The verdicts on how often something happens in a case: until that is closed, or until no further one matters. */
export function boundCountSql(scope: Scope, ruled: Ruled<CountBound>): string {
  const { standard, version } = ruled;
  const { measure, when } = standard;
  const exempts = standard.exemptOn as Selectors;
  const { dialect } = scope;
  const { whole } = dialect.types;
  const names = Object.keys(when ?? {});
  const exempt = listOf(exempts).length === 0 ? `CAST(NULL AS ${whole})` : `f.${scope.first(exempts)}`;
  const { joins, columns } = scope.at(names, 'f', 'f.start_ms');
  const cases = scope.add(
    scope.fresh('counts'),
    `SELECT x.* FROM (SELECT f.case_id, f.start_ms, f.${scope.first('closed')} AS closed_pos, ${exempt} AS exempt_pos${columns} FROM d_facts f${joins} WHERE f.start_ms IS NOT NULL AND ${version.inForce('f')}) x WHERE ${whenSql(when, scope.found('x'), dialect)}`,
  );
  const events = scope.add(
    scope.fresh('counts'),
    `SELECT e.case_id, e.pos, ROW_NUMBER() OVER (PARTITION BY e.case_id ORDER BY e.pos) AS place FROM d_seen e WHERE ${scope.selects(measure.count, 'e')}`,
  );
  const found = scope.add(
    scope.fresh('counts'),
    `SELECT x.case_id, x.start_ms, x.closed_pos, x.exempt_pos, MIN(CASE WHEN e.place = ${decidingPlace(standard)} THEN e.pos END) AS enough_pos, COUNT(CASE WHEN e.pos <= x.closed_pos THEN 1 END) AS total FROM ${cases} x LEFT JOIN ${events} e ON e.case_id = x.case_id GROUP BY x.case_id, x.start_ms, x.closed_pos, x.exempt_pos`,
  );
  const before = (a: string, b: string) =>
    `(r.${a}_pos IS NOT NULL AND (r.${b}_pos IS NULL OR r.${a}_pos <= r.${b}_pos))`;
  const ended = scope.add(
    scope.fresh('counts'),
    `SELECT r.*, CASE WHEN ${before('enough', 'exempt')} AND ${before('enough', 'closed')} THEN 'enough' WHEN ${before('exempt', 'closed')} THEN 'exempt' WHEN r.closed_pos IS NOT NULL THEN 'closed' ELSE 'open' END AS ending FROM ${found} r`,
  );
  const runs = withExemptType(scope, ended, 'exempt_pos', exempts);
  return ruleVerdicts(scope, runs, ruled, {
    status: `CASE r.ending WHEN 'enough' THEN '${standard.max === undefined ? 'met' : 'broken'}' WHEN 'exempt' THEN 'exempt' WHEN 'closed' THEN CASE WHEN ${withinSql(standard, 'r.total')} THEN 'met' ELSE 'broken' END ELSE 'pending' END`,
    from: 'r.start_ms',
    done: `CASE r.ending WHEN 'enough' THEN ${scope.instantOf('r.enough_pos')} WHEN 'closed' THEN ${scope.instantOf('r.closed_pos')} END`,
    reason: `CASE WHEN r.ending = 'exempt' THEN r.exempt_type END`,
  });
}

/** The event that decides: one too many, or enough where there is no upper bound. */
function decidingPlace({ min, max }: CountBound): number {
  if (typeof max === 'number') return Math.max(1, Math.floor(max) + 1);
  return typeof min === 'number' ? Math.max(1, Math.ceil(min)) : -1;
}
