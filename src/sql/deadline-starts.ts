import { listOf, type Selectors, typesOf } from '../case/selector.ts';
import type { DeadlineStandard } from '../standards/deadline/standard.ts';
import { whenSql } from './conditions.ts';
import type { Scope } from './scope.ts';

/** A deadline whose parameters are known, and which cases of those there are it judges. */
export interface Judged {
  readonly standard: Omit<DeadlineStandard, 'within'> & {
    readonly restartOn?: Selectors;
    readonly exemptOn?: Selectors;
  };
  /** What a row of `d_facts` passes whose case is judged by this version of the policy. */
  readonly inForce: (row: string) => string;
  /** The attributes that are read as they are at a run's start. */
  readonly reads: readonly string[];
}

/**
 * The runs that a deadline opens: `case_id`, `start_pos`, `from_ms`, `run_key` (what a `to` has to equal), `is_first` (1 for
 * the first run of a case), and the attributes at the start. Where runs wait for the end of others, all that may be.
 */
export function startsOf(scope: Scope, judged: Judged): string {
  const { standard, reads } = judged;
  const { match, when } = standard;
  const begun = scope.add(
    scope.fresh('begun'),
    `SELECT x.*, ${scope.instantOf('x.start_pos')} AS from_ms FROM (${opened(scope, judged)}) x`,
  );
  const names = [...reads, ...scope.learn(when)];
  const { joins, columns } = scope.at(names, 'x', 'x.from_ms');
  const key = match === undefined ? `CAST(NULL AS ${scope.dialect.types.text}) AS run_key` : 'x.run_key';
  const known = scope.add(
    scope.fresh('starts'),
    `SELECT x.case_id, x.start_pos, x.from_ms, x.is_from, ${key}${columns} FROM ${begun} x${joins}`,
  );
  const applying = scope.add(
    scope.fresh('starts'),
    `SELECT x.* FROM ${known} x WHERE ${whenSql(when, scope.found('x'), scope.dialect)}`,
  );
  if (standard.restartOn === undefined && (standard.each ?? 'first') === 'first')
    return scope.add(scope.fresh('starts'), `SELECT x.*, 1 AS is_first FROM ${applying} x`);
  // A restart opens a run only where there has been one.
  const numbered = `SELECT y.*, MIN(CASE WHEN y.is_from = 1 THEN y.start_pos END) OVER (PARTITION BY y.case_id) AS first_from FROM ${applying} y`;
  return scope.add(
    scope.fresh('starts'),
    `SELECT x.*, CASE WHEN x.start_pos = x.first_from THEN 1 ELSE 0 END AS is_first FROM (${numbered}) x WHERE x.start_pos >= x.first_from`,
  );
}

function opened(scope: Scope, judged: Judged): string {
  const { standard, inForce } = judged;
  const { from, each = 'first', match, restartOn } = standard;
  const carried = (row: string) => scope.carried([...judged.reads, ...Object.keys(standard.when ?? {})], row);
  const key = match === undefined ? '' : `, ${keyOf(scope, match, 'e')} AS run_key`;
  const first = scope.first(from);
  const only = `SELECT f.case_id, f.${first} AS start_pos, 1 AS is_from${carried('f')} FROM d_facts f WHERE f.${first} IS NOT NULL AND ${inForce('f')}`;
  const isOnly = each === 'first' && match === undefined;
  if (isOnly && restartOn === undefined) return only;
  const every = isOnly
    ? only
    : `SELECT e.case_id, e.pos AS start_pos, 1 AS is_from${key}${carried('f')} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${scope.selects(from, 'e')}${each === 'first' ? ` AND e.pos = f.${first}` : ''} AND ${inForce('f')}`;
  if (restartOn === undefined) return every;
  const restarts = scope.selects(restartOn, 'e');
  if (match === undefined)
    return `${every} UNION ALL SELECT e.case_id, e.pos AS start_pos, 0 AS is_from${carried('f')} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${restarts} AND e.pos > f.${first} AND ${inForce('f')}${each === 'first' ? '' : ` AND NOT ${scope.selects(from, 'e')}`}`;
  // One key only: that of the first run; a restart that names another one concerns none.
  const own = scope.ownOf(match, 'e');
  const mine =
    own === undefined
      ? ''
      : ` AND (${own} IS NULL OR CAST(${own} AS ${scope.dialect.types.text}) = b.run_key)`;
  const begin = scope.add(scope.fresh('begin'), every);
  return `SELECT b.* FROM ${begin} b UNION ALL SELECT e.case_id, e.pos AS start_pos, 0 AS is_from, b.run_key${carried('b')} FROM ${begin} b JOIN d_seen e ON e.case_id = b.case_id WHERE ${restarts} AND e.pos > b.start_pos${mine}`;
}

/** An attribute as text, by which a `to` is told to be a run's own. */
export function keyOf(scope: Scope, match: string, row: string): string {
  const { text } = scope.dialect.types;
  const attribute = scope.ofEvent(match, row);
  return attribute === undefined ? `CAST(NULL AS ${text})` : `CAST(${attribute.sql} AS ${text})`;
}

/** Whether two selectors may choose the same event. */
export const overlap = (a: Selectors, b: Selectors): boolean => {
  const types = new Set(typesOf(a));
  return typesOf(listOf(b)).some((type) => types.has(type));
};
