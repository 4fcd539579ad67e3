import { SqlError } from '../errors/sql-error.ts';
import type { BoundStandard } from '../standards/bound/standard.ts';
import { allOf, whenSql } from './conditions.ts';
import { numberLiteral } from './dialect.ts';
import { withFirstKnown } from './first-known.ts';
import { type Ruled, ruleVerdicts } from './rule-verdicts.ts';
import type { Scope } from './scope.ts';

export type NumberBound = Extract<BoundStandard, { readonly measure: string }>;

/** The verdicts on a number that events have, one for each of them, or else the case. */
export function boundNumberSql(scope: Scope, ruled: Ruled<NumberBound>): string {
  const { measure, event } = ruled.standard;
  checkNumber(scope, measure);
  const runs =
    event === undefined ? ofEventsOrCase(scope, ruled) : ofEvents(scope, ruled, scope.selects(event, 'e'));
  const { text } = scope.dialect;
  return ruleVerdicts(scope, runs, ruled, {
    status: `CASE WHEN r.value IS NULL THEN 'undetermined' WHEN ${withinSql(ruled.standard, 'r.value')} THEN 'met' ELSE 'broken' END`,
    run: 'ROW_NUMBER() OVER (PARTITION BY r.case_id ORDER BY r.start_pos)',
    from: 'r.from_ms',
    done: 'CASE WHEN r.value IS NOT NULL THEN r.done_ms END',
    missing: `CASE WHEN r.value IS NULL THEN ${text(measure)} END`,
  });
}

/** Whether a number lies within the bounds that there are, themselves included. */
export function withinSql(
  { min, max }: { readonly min?: unknown; readonly max?: unknown },
  value: string,
): string {
  return allOf([
    ...(typeof min === 'number' ? [`${value} >= ${numberLiteral(min)}`] : []),
    ...(typeof max === 'number' ? [`${value} <= ${numberLiteral(max)}`] : []),
  ]);
}

function checkNumber(scope: Scope, attribute: string): void {
  scope.learnAttribute(attribute, 'number');
  const type = scope.typeOf(attribute);
  if (type === undefined || type === 'number') return;
  throw new SqlError('sql.option', {
    name: attribute,
    given: `a column of ${type}`,
    expected: 'a column of type number, as a bound measures it',
  });
}

/** A run for each of these events to which the standard applies. */
function ofEvents(scope: Scope, { standard, version }: Ruled<NumberBound>, picks: string, more = ''): string {
  const { when, measure } = standard;
  const applies = whenSql(when, (name) => scope.ofEvent(name, 'e'), scope.dialect);
  const value = scope.ofEvent(measure, 'e')?.sql ?? `CAST(NULL AS ${scope.dialect.types.real})`;
  return scope.add(
    scope.fresh('measured'),
    `SELECT e.case_id, e.pos AS start_pos, e.at_ms AS from_ms, e.at_ms AS done_ms, ${value} AS value FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id${more} WHERE ${picks} AND ${applies} AND ${version.inForce('f')}`,
  );
}

/** What the case has before any event does is its own. */
function ofEventsOrCase(scope: Scope, ruled: Ruled<NumberBound>): string {
  const { standard, version } = ruled;
  const { when, measure } = standard;
  const { dialect } = scope;
  const { whole } = dialect.types;
  const own = scope.ownOf(measure, 'e');
  const names = Object.keys(when ?? {});
  const cases = scope.add(
    scope.fresh('measured'),
    `SELECT f.case_id, CAST(-1 AS ${whole}) AS start_pos, f.first_ms AS since_ms, f.start_ms${scope.carried([measure, ...names], 'f')} FROM d_facts f WHERE f.first_ms IS NOT NULL AND ${version.inForce('f')}`,
  );
  const known = withFirstKnown(scope, cases, measure);
  const firsts =
    own === undefined
      ? `SELECT x.case_id, CAST(NULL AS ${whole}) AS at_ms FROM ${cases} x WHERE 1 = 0`
      : `SELECT e.case_id, MIN(e.at_ms) AS at_ms FROM d_events e WHERE ${own} IS NOT NULL GROUP BY e.case_id`;
  const first = scope.add(scope.fresh('measured'), firsts);
  const decided = scope.add(
    scope.fresh('measured'),
    `SELECT r.*, CASE WHEN x.at_ms IS NOT NULL AND (r.value IS NULL OR x.at_ms < r.known_ms) THEN 1 ELSE 0 END AS by_events FROM ${known} r LEFT JOIN ${first} x ON x.case_id = r.case_id`,
  );
  const { joins, columns } = scope.at(names, 'r', 'r.start_ms');
  const mine = scope.add(
    scope.fresh('measured'),
    `SELECT x.* FROM (SELECT r.case_id, r.start_pos, r.start_ms AS from_ms, CAST(NULL AS ${whole}) AS done_ms, r.value${columns} FROM ${decided} r${joins} WHERE r.by_events = 0) x WHERE ${whenSql(when, scope.found('x'), dialect)}`,
  );
  if (own === undefined) return mine;
  const events = ofEvents(
    scope,
    ruled,
    `${own} IS NOT NULL`,
    ` JOIN ${decided} d ON d.case_id = f.case_id AND d.by_events = 1`,
  );
  const columnsOf = 'case_id, start_pos, from_ms, done_ms, value';
  return scope.add(
    scope.fresh('measured'),
    `SELECT ${columnsOf} FROM ${mine} UNION ALL SELECT ${columnsOf} FROM ${events}`,
  );
}
