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
 * Where `opensOne`, `run_no` numbers them, and there is `first_done`, what ended the first one.
 */
export function startsOf(scope: Scope, judged: Judged): string {
  const { standard } = judged;
  if (opensOne(standard)) return firstStarts(scope, judged);
  const applying = applyingTo(scope, judged, opened(scope, judged));
  const unnumbered = `CAST(NULL AS ${scope.dialect.types.whole}) AS run_no`;
  if (standard.restartOn === undefined && (standard.each ?? 'first') === 'first')
    return scope.add(scope.fresh('starts'), `SELECT x.*, 1 AS is_first, ${unnumbered} FROM ${applying} x`);
  // A restart opens a run only where there has been one.
  const numbered = `SELECT y.*, MIN(CASE WHEN y.is_from = 1 THEN y.start_pos END) OVER (PARTITION BY y.case_id) AS first_from FROM ${applying} y`;
  return scope.add(
    scope.fresh('starts'),
    `SELECT x.*, CASE WHEN x.start_pos = x.first_from THEN 1 ELSE 0 END AS is_first, ${unnumbered} FROM (${numbered}) x WHERE x.start_pos >= x.first_from`,
  );
}

/** Whether a case has one run, and further ones only by a restart. */
export const opensOne = ({ each = 'first', match }: Pick<DeadlineStandard, 'each' | 'match'>): boolean =>
  each === 'first' && match === undefined;

/** Of the runs begun those to which the standard applies, with the attributes at the start. */
function applyingTo(scope: Scope, { standard: { when }, reads }: Judged, opening: string): string {
  const begun = scope.add(
    scope.fresh('begun'),
    `SELECT x.*, ${scope.instantOf('x.start_pos')} AS from_ms FROM (${opening}) x`,
  );
  const { joins, columns } = scope.at([...reads, ...scope.learn(when)], 'x', 'x.from_ms');
  const known = scope.add(scope.fresh('starts'), `SELECT x.*${columns} FROM ${begun} x${joins}`);
  const applying = scope.add(
    scope.fresh('starts'),
    `SELECT x.* FROM ${known} x WHERE ${whenSql(when, scope.found('x'), scope.dialect)}`,
  );
  return applying;
}

/** One row for each case, known from its facts alone; restarts, where there are any, beside it. */
function firstStarts(scope: Scope, judged: Judged): string {
  const { standard, inForce, reads } = judged;
  const { restartOn, when } = standard;
  const { whole, text } = scope.dialect.types;
  const carried = (row: string) =>
    `, CAST(NULL AS ${text}) AS run_key${scope.carried([...reads, ...Object.keys(when ?? {})], row)}`;
  const first = `f.${scope.first(standard.from)}`;
  const applying = applyingTo(
    scope,
    judged,
    `SELECT f.case_id, ${first} AS start_pos, ${firstDone(scope, standard)} AS first_done${carried('f')} FROM d_facts f WHERE ${first} IS NOT NULL AND ${inForce('f')}`,
  );
  const firsts = `SELECT x.*, 1 AS is_first, 1 AS run_no FROM ${applying} x`;
  if (restartOn === undefined) return scope.add(scope.fresh('starts'), firsts);
  const again = applyingTo(
    scope,
    judged,
    `SELECT r.case_id, r.pos AS start_pos, CAST(NULL AS ${whole}) AS first_done${carried('x')} FROM ${applying} x JOIN ${scope.firstAfter(restartOn)} r ON r.case_id = x.case_id AND r.pos > x.start_pos`,
  );
  return scope.add(
    scope.fresh('starts'),
    `${firsts} UNION ALL SELECT x.*, 0 AS is_first, 1 + ROW_NUMBER() OVER (PARTITION BY x.case_id ORDER BY x.start_pos) AS run_no FROM ${again} x`,
  );
}

/** Where the first run of a case was done: at the first `to` there is, wherever it lies. */
function firstDone(scope: Scope, { from, to }: Judged['standard']): string {
  const all = typeof to === 'object' && 'all' in to ? to.all : null;
  if (overlap(from, all ?? (to as Selectors))) return `CAST(NULL AS ${scope.dialect.types.whole})`;
  if (all === null) return `f.${scope.first(to as Selectors)}`;
  return lastOfAll(all.map((one) => `f.${scope.first(one)}`));
}

/** The last of some places, where there are all of them. */
export const lastOfAll = (places: readonly string[]): string =>
  `CASE WHEN ${places.map((place) => `${place} IS NOT NULL`).join(' AND ')} THEN GREATEST(${places.join(', ')}, 0) END`;

/** The same for the other standards, with `is_from`: 1 where the run isn't opened by a restart. */
function opened(scope: Scope, judged: Judged): string {
  const { standard, inForce } = judged;
  const { from, each = 'first', match, restartOn } = standard;
  const carried = (row: string) => scope.carried([...judged.reads, ...Object.keys(standard.when ?? {})], row);
  const key = match === undefined ? `CAST(NULL AS ${scope.dialect.types.text})` : keyOf(scope, match, 'e');
  const first = scope.first(from);
  const every = `SELECT e.case_id, e.pos AS start_pos, 1 AS is_from, ${key} AS run_key${carried('f')} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${scope.selects(from, 'e')}${each === 'first' ? ` AND e.pos = f.${first}` : ''} AND ${inForce('f')}`;
  if (restartOn === undefined) return every;
  const restarts = scope.selects(restartOn, 'e');
  if (match === undefined)
    return `${every} UNION ALL SELECT e.case_id, e.pos AS start_pos, 0 AS is_from, ${key} AS run_key${carried('f')} FROM d_facts f JOIN d_seen e ON e.case_id = f.case_id WHERE ${restarts} AND e.pos > f.${first} AND ${inForce('f')} AND NOT ${scope.selects(from, 'e')}`;
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
