import type { PauseRule } from '../standards/pauses.ts';
import { whenSql } from './conditions.ts';
import type { Scope } from './scope.ts';

/** Later than any instant: the end of a pause that hasn't ended. */
const NEVER_MS = 9_000_000_000_000;

/** A relation of the pauses of each case, apart and half-open: `case_id`, `stop_pos`, `s`, `e`. */
export function pausesOf(scope: Scope, rule: PauseRule): string {
  const switches = scope.add(
    scope.fresh('switches'),
    'while' in rule ? byState(scope, rule.while) : byEvents(scope, rule),
  );
  const turned = scope.add(
    scope.fresh('switches'),
    `SELECT x.* FROM (SELECT y.*, LAG(y.stops) OVER (PARTITION BY y.case_id ORDER BY y.pos) AS stopped FROM ${switches} y) x WHERE x.stops <> COALESCE(x.stopped, 0)`,
  );
  return scope.add(
    scope.fresh('pauses'),
    `SELECT x.case_id, x.pos AS stop_pos, x.at_ms AS s, COALESCE(x.next_ms, ${NEVER_MS}) AS e FROM (SELECT y.*, LEAD(y.at_ms) OVER (PARTITION BY y.case_id ORDER BY y.pos) AS next_ms FROM ${turned} y) x WHERE x.stops = 1`,
    true,
  );
}

/** What stops the clock comes before what starts it where an event does both. */
function byEvents(scope: Scope, { on, off }: Exclude<PauseRule, { while: unknown }>): string {
  const [stops, starts] = [scope.selects(on, 'e'), scope.selects(off, 'e')];
  return `SELECT e.case_id, e.pos, e.at_ms, CASE WHEN ${stops} THEN 1 ELSE 0 END AS stops FROM d_seen e WHERE ${stops} OR ${starts}`;
}

/** The case's own attributes say how it began; each change may turn that. */
function byState(scope: Scope, when: Extract<PauseRule, { while: unknown }>['while']): string {
  const { dialect } = scope;
  const { whole } = dialect.types;
  const names = scope.learn(when);
  const before = scope.at(names, 'c', '-1');
  const then = scope.at(names, 'c', 'e.at_ms');
  const state = `CASE WHEN ${whenSql(when, scope.found('x'), dialect)} THEN 1 ELSE 0 END AS stops`;
  return `SELECT x.case_id, x.pos, x.at_ms, ${state} FROM (SELECT c.case_id, CAST(-1 AS ${whole}) AS pos, CAST(0 AS ${whole}) AS at_ms${before.columns} FROM d_cases c${before.joins}) x
UNION ALL SELECT x.case_id, x.pos, x.at_ms, ${state} FROM (SELECT e.case_id, e.pos, e.at_ms${then.columns} FROM d_events e JOIN d_cases c ON c.case_id = e.case_id${then.joins} WHERE e.type IN ('changed', 'promised')) x`;
}
