import { repeatsOf } from '../kpi/count-repeats.ts';
import type { KpiSpec } from '../kpi/types.ts';
import { allOf } from './conditions.ts';
import type { CellColumns } from './kpi-tallies.ts';
import type { Scope } from './scope.ts';
import type { MakeTally } from './tally-rows.ts';

interface Complaints {
  /** One row for each case with `cell_ms`, its period and groups, and its attributes as they were then. */
  readonly cells: string;
  readonly own: CellColumns;
  readonly groupBy: readonly string[];
  readonly tally: MakeTally;
}

/**
 * The counts of a rate of repeats by key. Complaints of a key that a case left over has as well are told one by one: the
 * package sets them against that case.
 */
export function repeatTallies(
  scope: Scope,
  spec: KpiSpec,
  { cells, own, groupBy, tally }: Complaints,
): string[] {
  const { dialect } = scope;
  const { window, mergeWindow, countFirst } = repeatsOf(spec)!.rules;
  const values = spec.key!.map((name) => partOf(scope, 'x', name));
  const keys = values.map((_, n) => `x.k${n}`);
  const isKeyed = allOf(keys.map((key) => `${key} IS NOT NULL`));
  const keyed = scope.add(
    scope.fresh('complaints'),
    `SELECT x.*, ${values.map((value, n) => `${value} AS k${n}`).join(', ')} FROM ${cells} x`,
  );
  const left = keysLeftOver(scope, spec.key!);
  const same = keys.map((key, n) => `l.k${n} = ${key}`).join(' AND ');
  const met = `EXISTS (SELECT 1 FROM ${left} l WHERE ${same})`;
  const turn = `PARTITION BY ${keys.join(', ')} ORDER BY ${['x.cell_ms', ...placesOf(scope, groupBy)].join(', ')}`;
  const seen = scope.add(
    scope.fresh('complaints'),
    `SELECT x.*, x.cell_ms - LAG(x.cell_ms) OVER (${turn}) AS since_last FROM ${keyed} x WHERE ${isKeyed} AND NOT ${met}`,
  );
  const isSame = `(x.since_last IS NOT NULL AND x.since_last <= ${mergeWindow})`;
  const apart = scope.add(
    scope.fresh('complaints'),
    `SELECT x.*, x.cell_ms - LAG(x.cell_ms) OVER (${turn}) AS after, LEAD(x.cell_ms) OVER (${turn}) - x.cell_ms AS before FROM ${seen} x WHERE NOT ${isSame}`,
  );
  const isRepeat = `(x.after <= ${window}${countFirst ? ` OR x.before <= ${window}` : ''})`;
  const by = [own.period, ...own.groups].join(', ');
  const counted = (slot: number, rest: string) =>
    tally({ part: 'cell', ...own, slot: String(slot), n: 'COUNT(*)' }, `FROM ${rest} GROUP BY ${by}`);
  const told = keys.map((key) => `CAST(${key} AS ${dialect.types.text})`);
  return [
    counted(0, `${apart} x`),
    counted(1, `${apart} x WHERE ${isRepeat}`),
    counted(2, `${seen} x WHERE ${isSame}`),
    counted(3, `${keyed} x WHERE NOT ${isKeyed}`),
    tally(
      { part: 'open', ...own, most: `MAX(x.cell_ms) + ${window}` },
      `FROM ${keyed} x WHERE ${isKeyed} GROUP BY ${by}`,
    ),
    tally(
      { part: 'complaint', ...own, groups: [...own.groups, ...told], n: 'x.cell_ms' },
      `FROM ${keyed} x WHERE ${isKeyed} AND ${met}`,
    ),
  ];
}

/** A part of a key, NULL where it isn't given. */
function partOf(scope: Scope, row: string, name: string): string {
  const attribute = scope.found(row)(name);
  if (attribute === undefined) return `CAST(NULL AS ${scope.dialect.types.text})`;
  return attribute.type === 'text' ? `NULLIF(${attribute.sql}, '')` : attribute.sql;
}

/** In which order complaints of one instant come: by their groups, as the package sorts these. */
function placesOf(scope: Scope, groupBy: readonly string[]): string[] {
  return groupBy.flatMap((name) => {
    const attribute = scope.found('x')(name);
    if (attribute === undefined) return [];
    const order = attribute.type === 'text' ? scope.dialect.byCodePoint : '';
    return [`${attribute.sql}${order} NULLS FIRST`];
  });
}

/** The keys of the cases that are left over, whether or not these are counted in the end. */
function keysLeftOver(scope: Scope, key: readonly string[]): string {
  const received = scope.add(
    scope.fresh('received'),
    `SELECT e.case_id, MIN(e.at_ms) AS at_ms FROM d_events e JOIN (SELECT DISTINCT l.case_id FROM d_left_over l) l ON l.case_id = e.case_id WHERE e.type = 'received' GROUP BY e.case_id`,
  );
  const cases = scope.add(
    scope.fresh('received'),
    `SELECT c.case_id, r.at_ms${scope.carried(key, 'c')} FROM ${received} r JOIN d_cases c ON c.case_id = r.case_id`,
  );
  const { joins, columns } = scope.at(key, 'r', 'r.at_ms');
  const known = scope.add(scope.fresh('received'), `SELECT r.case_id${columns} FROM ${cases} r${joins}`);
  const values = key.map((name, n) => `${partOf(scope, 'x', name)} AS k${n}`);
  return scope.add(scope.fresh('received'), `SELECT ${values.join(', ')} FROM ${known} x`);
}
