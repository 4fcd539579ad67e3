import { limitMillis } from '../limit/units.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { dueOfDays } from './due-of-days.ts';
import { dueOfSpan } from './due-of-span.ts';
import { Lookups } from './lookups.ts';
import { notReached } from './not-reached.ts';
import type { Scope } from './scope.ts';

/** A bound on a length of time. */
export type Edge = Terms & { readonly kind: 'limit' };

interface Edges {
  readonly low: Edge | undefined;
  readonly high: Edge | undefined;
  /** Whether working time is measured. */
  readonly working: boolean;
}

/**
 * Spans with what they are held against: `low_ms`, `over_ms` (the first instant at which more has passed than is
 * allowed), `ended` (1 where the case ended before that), `used`, and `since` and `reason`. They have `case_id`,
 * `start_pos`, `from_ms`, `to_ms`, `exempt_ms` and `lack`: those that lack something are held against nothing.
 */
export function withEdges(scope: Scope, spans: string, { low, high, working }: Edges): string {
  const { asOf, dialect } = scope;
  const { whole, text } = dialect.types;
  const asked = scope.add(
    scope.fresh('spans'),
    `SELECT r.case_id, r.start_pos, r.from_ms, r.from_ms AS end_ms FROM ${spans} r WHERE r.lack IS NULL`,
    true,
  );
  const edges = [
    { name: 'low', edge: low },
    { name: 'high', edge: high },
  ].map(({ name, edge }) => ({ name, relation: edge && reckoned(scope, asked, edge) }));
  const columns = edges.map(({ name, relation }) =>
    relation === undefined
      ? `CAST(NULL AS ${whole}) AS ${name}_ms, CAST(NULL AS ${whole}) AS ${name}_over, CAST(NULL AS ${whole}) AS ${name}_since, CAST(NULL AS ${text}) AS ${name}_reason`
      : `${name}.due_ms AS ${name}_ms, ${name}.over_ms AS ${name}_over, ${name}.since AS ${name}_since, ${name}.reason AS ${name}_reason`,
  );
  const joins = edges.map(({ name, relation }) =>
    relation === undefined
      ? ''
      : ` LEFT JOIN ${relation} ${name} ON ${name}.case_id = r.case_id AND ${name}.start_pos = r.start_pos`,
  );
  const held = scope.add(
    scope.fresh('spans'),
    `SELECT r.*, ${columns.join(', ')} FROM ${spans} r${joins.join('')}`,
  );
  const ended =
    'r.lack IS NULL AND r.exempt_ms IS NOT NULL AND (r.high_over IS NULL OR r.exempt_ms < r.high_over)';
  const ending = scope.add(
    scope.fresh('spans'),
    `SELECT r.*, r.high_over AS over_ms, CASE WHEN ${ended} THEN 1 ELSE 0 END AS ended, COALESCE(CASE WHEN ${ended} THEN r.exempt_ms END, r.to_ms, ${asOf}) AS end_ms, COALESCE(r.high_since, r.low_since) AS since, CASE WHEN r.high_since IS NULL THEN r.low_reason ELSE r.high_reason END AS reason FROM ${held} r`,
  );
  const terms = high ?? low;
  if (!working || terms === undefined)
    return scope.add(scope.fresh('spans'), `SELECT r.*, r.end_ms - r.from_ms AS used FROM ${ending} r`);
  const look = lookups(scope, terms);
  const used = `${look.worked('b', 'r.end_ms')} - ${look.worked('a', 'r.from_ms')}`;
  return scope.add(
    scope.fresh('spans'),
    `SELECT r.*, CASE WHEN r.lack IS NULL THEN ${orFail(scope, used)} END AS used FROM ${ending} r${look.clock('a', 'r.from_ms')}${look.clock('b', 'r.end_ms')}`,
  );
}

const lookups = ({ dialect, calendars, prefix }: Scope, { timetable }: Edge) =>
  new Lookups(dialect, calendars.ofTimetable(timetable), prefix);

const orFail = ({ dialect }: Scope, sql: string) =>
  `CASE WHEN ${sql} IS NULL THEN ${notReached('what is measured', dialect)} ELSE ${sql} END`;

/** When a limit is reached, and the first instant at which more has passed. */
function reckoned(scope: Scope, asked: string, edge: Edge): string {
  const look = lookups(scope, edge);
  const isSpan = edge.unit.ms > 0;
  const due = (isSpan ? dueOfSpan : dueOfDays)({ scope, look, runs: asked, pauses: null }, edge);
  const known = scope.add(
    scope.fresh('edge'),
    `SELECT r.case_id, r.start_pos, r.from_ms, ${orFail(scope, 'r.due_ms')} AS due_ms, r.since, r.reason FROM ${due} r`,
  );
  if (!isSpan || !edge.unit.working)
    return scope.add(scope.fresh('edge'), `SELECT r.*, r.due_ms + 1 AS over_ms FROM ${known} r`, true);
  // Closed hours add nothing to working time.
  const target = scope.add(
    scope.fresh('edge'),
    `SELECT r.*, ${look.worked('k', 'r.from_ms')} + ${limitMillis(edge.limit) + 1} AS target FROM ${known} r${look.clock('k', 'r.from_ms')}`,
  );
  return scope.add(
    scope.fresh('edge'),
    `SELECT r.*, ${orFail(scope, look.reached('i', 'r.target'))} AS over_ms FROM ${target} r${look.interval('i', 'r.target')}`,
    true,
  );
}
