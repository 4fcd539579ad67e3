import type { Selectors } from '../case/selector.ts';
import { exemptByDefault } from '../standards/exempt-by-default.ts';
import { type Judged, keyOf, lastOfAll, opensOne, overlap } from './deadline-starts.ts';
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
  const restarted = withRestart(scope, done, restartOn, mine);
  const exempts = exemptOn as Selectors;
  if (isNone(exempts)) {
    const { whole, text } = scope.dialect.types;
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, CAST(NULL AS ${whole}) AS exempt_pos, CAST(NULL AS ${text}) AS exempt_type FROM ${restarted} r`,
    );
  }
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, x.pos AS exempt_pos, x.type AS exempt_type FROM ${restarted} r${nextJoin(scope, exempts)}`,
  );
}

const isNone = (selectors: Selectors | undefined) =>
  selectors === undefined || (Array.isArray(selectors) && selectors.length === 0);

const nextJoin = (scope: Scope, selectors: Selectors) =>
  ` LEFT JOIN ${scope.firstAfter(selectors)} x ON x.case_id = r.case_id AND r.start_pos >= x.after_pos AND r.start_pos < x.pos`;

/** `mine`: what a restart of a run's own key passes. */
function withRestart(scope: Scope, runs: string, selectors: Selectors | undefined, mine: string): string {
  if (isNone(selectors))
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, CAST(NULL AS ${scope.dialect.types.whole}) AS restart_pos FROM ${runs} r`,
    );
  if (mine === '')
    return scope.add(
      scope.fresh('ends'),
      `SELECT r.*, x.pos AS restart_pos FROM ${runs} r${nextJoin(scope, selectors!)}`,
    );
  const found = scope.add(
    scope.fresh('found'),
    `SELECT r.case_id, r.start_pos, MIN(e.pos) AS pos FROM ${runs} r JOIN d_seen e ON e.case_id = r.case_id WHERE ${scope.selects(selectors!, 'e')} AND e.pos > r.start_pos${mine} GROUP BY r.case_id, r.start_pos`,
  );
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, x.pos AS restart_pos FROM ${runs} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}

function withDone(scope: Scope, { standard }: Judged, starts: string): string {
  const { to, from, match, restartOn } = standard;
  const all = typeof to === 'object' && 'all' in to ? to.all : null;
  const any: Selectors = all ?? (to as Selectors);
  const isKnown = opensOne(standard) && !overlap(from, any);
  if (isKnown && restartOn === undefined)
    return scope.add(scope.fresh('ends'), `SELECT r.*, r.first_done AS done_pos FROM ${starts} r`);
  const mine = match === undefined ? '' : ` AND ${keyOf(scope, match, 'e')} = r.run_key`;
  const firsts = (all ?? [any]).map((one) => `MIN(CASE WHEN ${scope.selects(one, 'e')} THEN e.pos END)`);
  const columns = firsts.map((sql, place) => `${sql} AS p${place}`).join(', ');
  const open = isKnown ? 'r.is_first = 0' : '(r.is_first = 1 OR e.pos > r.start_pos)';
  const after = isKnown ? 'e.pos > r.start_pos' : 'e.pos <> r.start_pos';
  const found = scope.add(
    scope.fresh('found'),
    `SELECT r.case_id, r.start_pos, ${columns} FROM ${starts} r JOIN d_seen e ON e.case_id = r.case_id WHERE ${scope.selects(any, 'e')} AND ${after} AND ${open}${mine} GROUP BY r.case_id, r.start_pos`,
  );
  const last = all === null ? 'x.p0' : lastOfAll(firsts.map((_, place) => `x.p${place}`));
  const done = isKnown ? `CASE WHEN r.is_first = 1 THEN r.first_done ELSE ${last} END` : last;
  return scope.add(
    scope.fresh('ends'),
    `SELECT r.*, ${done} AS done_pos FROM ${starts} r LEFT JOIN ${found} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos`,
  );
}
