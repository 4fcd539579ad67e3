import { machines } from '../kpi/count-calls.ts';
import { millisOf } from '../kpi/fixed-millis.ts';
import type { LimitInput } from '../limit/types.ts';
import { afterAll } from './base-relations.ts';
import type { CaseCounts } from './case-counts.ts';
import type { Scope } from './scope.ts';

/**
 * Slots: offered, answered, abandoned, answered in time, abandoned in time, short abandoned, neither. A call begins with
 * each `offered`; a case that never says so is one call, if it was answered or abandoned at all.
 */
export const calls: CaseCounts = (scope, { threshold, shortAbandoned }, carried) => {
  const inTime = millisOf(threshold as LimitInput | undefined) ?? -1;
  const short = millisOf(shortAbandoned as LimitInput | undefined) ?? -1;
  const ended = callsOf(scope);
  const isShort = `(x.type = 'abandoned' AND x.wait <= ${short})`;
  const slots = [
    [0, '1 = 1'],
    [1, `x.type = 'answered'`],
    [2, `x.type = 'abandoned'`],
    [3, `x.type = 'answered' AND x.wait <= ${inTime}`],
    [4, `x.type = 'abandoned' AND (x.wait <= ${inTime} OR ${isShort})`],
    [5, isShort],
    [6, 'x.type IS NULL'],
  ] as const;
  return slots
    .map(
      ([slot, holds]) =>
        `SELECT f.case_id, x.offered_ms AS look_ms, x.offered_ms AS cell_ms, ${slot} AS slot, 1 AS n${carried} FROM ${ended} x JOIN d_facts f ON f.case_id = x.case_id WHERE ${holds}`,
    )
    .join('\nUNION ALL\n');
};

/** The calls of all cases: `offered_ms`, the `type` of what ended them, and how long that took. */
function callsOf(scope: Scope): string {
  const role = scope.ownOf('role', 'e');
  const robots = [...machines].map((name) => scope.dialect.text(String(name)));
  const byHuman = role === undefined ? '' : ` AND COALESCE(${role}, '') NOT IN (${robots.join(', ')})`;
  const offered = scope.add(
    scope.fresh('calls'),
    `SELECT e.case_id, e.pos, e.at_ms, COALESCE(LEAD(e.pos) OVER (PARTITION BY e.case_id ORDER BY e.pos), ${afterAll(scope.dialect)}) AS next_pos FROM d_events e WHERE e.type = 'offered'`,
  );
  const ends = scope.add(
    scope.fresh('calls'),
    `SELECT e.case_id, e.pos, e.at_ms, e.type FROM d_events e WHERE e.type = 'abandoned' OR (e.type = 'answered'${byHuman})`,
  );
  const said = `SELECT o.case_id, o.at_ms AS offered_ms, MIN(n.pos) AS end_pos FROM ${offered} o LEFT JOIN ${ends} n ON n.case_id = o.case_id AND n.pos > o.pos AND n.pos < o.next_pos GROUP BY o.case_id, o.pos, o.at_ms`;
  const unsaid = `SELECT n.case_id, LEAST(${scope.instantOf('f.received_pos')}, MIN(n.at_ms)) AS offered_ms, MIN(n.pos) AS end_pos FROM ${ends} n JOIN d_facts f ON f.case_id = n.case_id WHERE f.${scope.first('offered')} IS NULL GROUP BY n.case_id, f.received_pos`;
  const all = scope.add(scope.fresh('calls'), `${said}\nUNION ALL\n${unsaid}`);
  return scope.add(
    scope.fresh('calls'),
    `SELECT x.case_id, x.offered_ms, n.type, n.at_ms - x.offered_ms AS wait FROM ${all} x LEFT JOIN ${ends} n ON n.case_id = x.case_id AND n.pos = x.end_pos`,
    true,
  );
}
