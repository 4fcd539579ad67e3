import { rowSql } from './conditions.ts';
import type { Scope } from './scope.ts';
import type { TermsTable } from './terms.ts';

/** What holds where a run starts: `terms`, the place of the row of the table, and what that needs and lacks. */
export function chosenTerms(scope: Scope, { rows }: TermsTable, starts: string): string {
  const { dialect } = scope;
  if (rows.length === 0)
    return scope.add(
      scope.fresh('told'),
      `SELECT r.*, 0 AS terms, CAST(NULL AS ${dialect.types.text}) AS lacks FROM ${starts} r`,
    );
  let place = '';
  let lacks = '';
  for (const [index, { when, unset }] of rows.entries()) {
    const { fails, absent } = rowSql(when, scope.found('r'), dialect);
    const names =
      unset !== undefined
        ? [`WHEN NOT ${fails} THEN ${dialect.text(unset)}`]
        : absent.map(({ name, sql }) => `WHEN NOT ${fails} AND ${sql} THEN ${dialect.text(name)}`);
    place += ` WHEN NOT ${fails} THEN ${index}`;
    lacks += `${names.map((name) => ` ${name}`).join('')} WHEN NOT ${fails} THEN NULL`;
  }
  const told = scope.add(
    scope.fresh('told'),
    `SELECT r.*, CASE${place} ELSE ${rows.length} END AS matched, CAST(CASE${lacks} ELSE NULL END AS ${dialect.types.text}) AS lacks FROM ${starts} r`,
  );
  // What lacks an attribute is held against no row.
  return scope.add(
    scope.fresh('told'),
    `SELECT r.*, CASE WHEN r.lacks IS NULL THEN r.matched ELSE ${rows.length + 1} END AS terms FROM ${told} r`,
  );
}
