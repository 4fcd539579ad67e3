import { SqlError } from '../errors/sql-error.ts';
import type { PolicySetting } from '../standards/kind.ts';
import { Lookups } from './lookups.ts';
import { notReached } from './not-reached.ts';
import type { Scope } from './scope.ts';
import type { ColumnType } from './tables.ts';

/**
 * The rows with what an attribute says: `value` and `known_ms`, at `since_ms` or when it is first known after that. They
 * have `case_id`, `start_pos`, and the case's own attribute handed on.
 */
export function withFirstKnown(scope: Scope, rows: string, attribute: string): string {
  const { joins, columns } = scope.at([attribute], 'r', 'r.since_ms');
  const now = scope.found('k')(attribute)?.sql ?? `CAST(NULL AS ${scope.dialect.types.whole})`;
  const known = scope.add(
    scope.fresh('known'),
    `SELECT k.case_id, k.start_pos, k.since_ms, ${now} AS value FROM (SELECT r.case_id, r.start_pos, r.since_ms${columns} FROM ${rows} r${joins}) k`,
    true,
  );
  const history = scope.history(attribute);
  const same = (alias: string) => `${alias}.case_id = r.case_id AND ${alias}.start_pos = r.start_pos`;
  if (history === undefined)
    return scope.add(
      scope.fresh('known'),
      `SELECT r.*, k.value, r.since_ms AS known_ms FROM ${rows} r JOIN ${known} k ON ${same('k')}`,
    );
  // What was overruled at its own instant was never known.
  const later = scope.add(
    scope.fresh('known'),
    `SELECT k.case_id, k.start_pos, MIN(h.from_ms) AS from_ms FROM ${known} k JOIN ${history} h ON h.case_id = k.case_id AND h.from_ms > k.since_ms AND h.from_ms < h.to_ms WHERE k.value IS NULL GROUP BY k.case_id, k.start_pos`,
    true,
  );
  return scope.add(
    scope.fresh('known'),
    `SELECT r.*, COALESCE(k.value, h.value) AS value, CASE WHEN k.value IS NULL THEN l.from_ms ELSE r.since_ms END AS known_ms FROM ${rows} r JOIN ${known} k ON ${same('k')} LEFT JOIN ${later} l ON ${same('l')} LEFT JOIN ${history} h ON h.case_id = l.case_id AND h.from_ms = l.from_ms AND h.from_ms < h.to_ms`,
  );
}

/** The rows with the instant that their `value` states as a column of that name: a civil date is the end of that day. */
export function withStated(
  scope: Scope,
  rows: string,
  { attribute, as }: { readonly attribute: string; readonly as: string },
  setting: PolicySetting,
): string {
  const type = timeType(scope, attribute);
  if (type !== 'date') return scope.add(scope.fresh('stated'), `SELECT r.*, r.value AS ${as} FROM ${rows} r`);
  const { dialect } = scope;
  const look = new Lookups(dialect, scope.calendars.of(setting.calendar()), scope.prefix);
  return scope.add(
    scope.fresh('stated'),
    `SELECT r.*, CASE WHEN r.value IS NOT NULL AND d.end_ms IS NULL THEN ${notReached('the date', dialect)} ELSE d.end_ms END AS ${as} FROM ${rows} r${look.date('d', 'r.value')}`,
  );
}

/** What a column holds that states a time; `undefined` where none does. */
export function timeType(scope: Scope, attribute: string): ColumnType | undefined {
  scope.learnAttribute(attribute, 'instant');
  const type = scope.typeOf(attribute);
  if (type === undefined || type === 'instant' || type === 'date') return type;
  throw new SqlError('sql.option', {
    name: attribute,
    given: `a column of ${type}`,
    expected: 'a column of type instant or date, as it states a time',
  });
}
