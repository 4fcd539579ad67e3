import type { Selectors } from '../case/selector.ts';
import { exemptByDefault } from '../standards/exempt-by-default.ts';
import { type Judged, keyOf, overlap } from './deadline-starts.ts';
import type { Scope } from './scope.ts';

/**
 * The runs with what may end them: `done_pos`, `restart_pos`, and `exempt_pos` with its type, each the first after the
 * run's start (of a first run any `to` counts, before its start too).
 */
export function endsOf(scope: Scope, judged: Judged, starts: string): string {
  const { restartOn, exemptOn = exemptByDefault, match } = judged.standard;
  const done = withDone(scope, judged, starts);
  const own = match === undefined ? undefined : scope.ownOf(match, 'e');
  const mine =
    own === undefined
      ? ''
      : ` AND (${own} IS NULL OR CAST(${own} AS ${scope.dialect.types.text}) = r.run_key)`;
  const restarted = withFirst(scope, done, 'restart_pos', restartOn, mine);
  const exempt = withFirst(scope, restarted, 'exempt_pos', exemptOn as Selectors, '');
  const { text } = scope.dialect.types;
  if (isNone(exemptOn as Selectors))
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, CAST(NULL AS ${text}) AS exempt_type FROM ${exempt} r`,
    );
  const types = scope.add(
    scope.fresh('ends'),
    `SELECT r.case_id, r.start_pos, MIN(e.type) AS exempt_type FROM ${exempt} r JOIN d_seen e ON e.case_id = r.case_id AND e.pos = r.exempt_pos WHERE ${scope.selects(exemptOn as Selectors, 'e')} GROUP BY r.case_id, r.start_pos`,
  );
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, x.exempt_type FROM ${exempt} r LEFT JOIN ${types} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}

const isNone = (selectors: Selectors | undefined) =>
  selectors === undefined || (Array.isArray(selectors) && selectors.length === 0);

function withFirst(
  scope: Scope,
  runs: string,
  name: string,
  selectors: Selectors | undefined,
  more: string,
): string {
  if (isNone(selectors))
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, CAST(NULL AS ${scope.dialect.types.whole}) AS ${name} FROM ${runs} r`,
    );
  const found = scope.add(
    scope.fresh('found'),
    `SELECT r.case_id, r.start_pos, MIN(e.pos) AS pos FROM ${runs} r JOIN d_seen e ON e.case_id = r.case_id WHERE ${scope.selects(selectors!, 'e')} AND e.pos > r.start_pos${more} GROUP BY r.case_id, r.start_pos`,
  );
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, x.pos AS ${name} FROM ${runs} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}

function withDone(scope: Scope, { standard }: Judged, starts: string): string {
  const { to, from, match, restartOn, each = 'first' } = standard;
  const all = typeof to === 'object' && 'all' in to ? to.all : null;
  const any: Selectors = all ?? (to as Selectors);
  const simple = each === 'first' && match === undefined && restartOn === undefined && !overlap(from, any);
  if (simple) {
    const firsts = all === null ? [`f.${scope.first(any)}`] : all.map((one) => `f.${scope.first(one)}`);
    const done =
      all === null
        ? firsts[0]
        : `CASE WHEN ${firsts.map((first) => `${first} IS NOT NULL`).join(' AND ')} THEN GREATEST(${firsts.join(', ')}, 0) END`;
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, ${done} AS done_pos FROM ${starts} r JOIN d_facts f ON f.case_id = r.case_id`,
    );
  }
  const mine = match === undefined ? '' : ` AND ${keyOf(scope, match, 'e')} = r.run_key`;
  const firsts = (all ?? [any]).map((one) => `MIN(CASE WHEN ${scope.selects(one, 'e')} THEN e.pos END)`);
  const columns = firsts.map((sql, place) => `${sql} AS p${place}`).join(', ');
  const found = scope.add(
    scope.fresh('found'),
    `SELECT r.case_id, r.start_pos, ${columns} FROM ${starts} r JOIN d_seen e ON e.case_id = r.case_id WHERE ${scope.selects(any, 'e')} AND e.pos <> r.start_pos AND (r.is_first = 1 OR e.pos > r.start_pos)${mine} GROUP BY r.case_id, r.start_pos`,
  );
  const places = firsts.map((_, place) => `x.p${place}`);
  const done =
    all === null
      ? 'x.p0'
      : `CASE WHEN ${places.map((place) => `${place} IS NOT NULL`).join(' AND ')} THEN GREATEST(${places.join(', ')}, 0) END`;
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, ${done} AS done_pos FROM ${starts} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}
