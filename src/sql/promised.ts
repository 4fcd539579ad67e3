import { SqlError } from '../errors/sql-error.ts';
import type { PolicySetting } from '../standards/kind.ts';
import type { Terms } from '../standards/limit-rule.ts';
import { Lookups } from './lookups.ts';
import { notReached } from './not-reached.ts';
import type { Scope } from './scope.ts';

/**
 * Runs whose due instant the case states itself: the first value known at or after the start, before the run ends.
 * `known_pos` is the event with which it became known.
 */
export function withPromise(
  scope: Scope,
  runs: string,
  { attribute }: Terms & { kind: 'promise' },
  setting: PolicySetting,
  fields: string,
): string {
  const { dialect } = scope;
  const { whole, text } = dialect.types;
  const stated = scope.found('r')(attribute);
  const nothing = `CAST(NULL AS ${whole}) AS since, CAST(NULL AS ${text}) AS reason`;
  if (stated === undefined)
    return scope.add(
      scope.fresh('reckoned'),
      `SELECT ${fields}, CAST(NULL AS ${whole}) AS due_ms, ${nothing}, -1 AS known_pos FROM ${runs} r`,
    );
  if (stated.type !== 'instant' && stated.type !== 'date') {
    const given = `a column of ${stated.type}`;
    throw new SqlError('sql.option', {
      name: attribute,
      given,
      expected: 'a column of type instant or date, as it promises a time',
    });
  }
  const later = scope.history(attribute);
  let at = runs;
  let value = stated.sql;
  let known = 'r.start_pos';
  if (later !== undefined) {
    const changes = `e.type IN ('changed', 'promised')`;
    const first = scope.add(
      scope.fresh('promised'),
      `SELECT r.case_id, r.start_pos, MIN(e.pos) AS pos FROM ${runs} r JOIN d_events e ON e.case_id = r.case_id AND ${changes} JOIN ${later} h ON h.case_id = r.case_id AND h.from_ms <= e.at_ms AND e.at_ms < h.to_ms WHERE ${stated.sql} IS NULL AND e.pos > r.start_pos AND (r.end_pos IS NULL OR e.pos < r.end_pos) GROUP BY r.case_id, r.start_pos`,
    );
    at = scope.add(
      scope.fresh('promised'),
      `SELECT r.*, x.pos AS promise_pos, h.value AS promise FROM ${runs} r LEFT JOIN ${first} x ON x.case_id = r.case_id AND x.start_pos = r.start_pos LEFT JOIN ${later} h ON h.case_id = r.case_id AND h.from_ms <= ${scope.instantOf('x.pos')} AND ${scope.instantOf('x.pos')} < h.to_ms`,
    );
    value = `COALESCE(${stated.sql}, r.promise)`;
    known = 'COALESCE(r.promise_pos, r.start_pos)';
  }
  if (stated.type === 'instant')
    return scope.add(
      scope.fresh('reckoned'),
      `SELECT ${fields}, ${value} AS due_ms, ${nothing}, ${known} AS known_pos FROM ${at} r`,
    );
  const look = new Lookups(dialect, scope.calendars.of(setting.calendar()), scope.prefix);
  return scope.add(
    scope.fresh('reckoned'),
    `SELECT ${fields}, CASE WHEN ${value} IS NOT NULL AND d.end_ms IS NULL THEN ${notReached('the promised date', dialect)} ELSE d.end_ms END AS due_ms, ${nothing}, ${known} AS known_pos FROM ${at} r${look.date('d', value)}`,
  );
}
