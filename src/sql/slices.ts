import type { Dialect } from './dialect.ts';
import type { SqlStatement } from './statement.ts';
import { type Tables, tableName } from './tables.ts';
import { tallySql } from './tally-rows.ts';

const sliceTable = (dialect: Dialect, prefix: string) => dialect.quote(`${prefix}slice`);

/** The number of the slice that statements read. */
export const sliceSql = (dialect: Dialect, prefix: string): string =>
  `(SELECT s.slice FROM ${sliceTable(dialect, prefix)} s)`;

/** The table of the slice that is read, and a query of all slices that there are. */
export function sliceStatements(
  { table, slice }: Tables['cases'],
  dialect: Dialect,
  prefix: string,
): { readonly made: readonly SqlStatement[]; readonly told: readonly SqlStatement[] } {
  if (slice === null) return { made: [], told: [] };
  const name = `${prefix}slice`;
  const own = sliceTable(dialect, prefix);
  const column = `c.${dialect.quote(slice)}`;
  const counts = tallySql(
    { part: 'slice', slot: column, n: 'COUNT(*)' },
    `FROM ${tableName(table, dialect)} c GROUP BY ${column} ORDER BY ${column}`,
    0,
    dialect,
  );
  return {
    made: [
      {
        name,
        purpose: 'table',
        sql: `CREATE TABLE ${own} (slice ${dialect.types.whole})${dialect.engine}`,
      },
      { name, purpose: 'data', sql: `INSERT INTO ${own} VALUES (0)` },
    ],
    told: [{ name: `${prefix}slices`, purpose: 'query', sql: counts }],
  };
}
