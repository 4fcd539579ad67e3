import type { Database } from './database.ts';
import type { SourceTable } from './source.ts';

/** What DuckDB takes for the statements themselves, and then for each row that it judges at once; some more than that. */
const OWN_BYTES = 200_000_000;
const ROW_BYTES = 2_500;
const ROWS_AT_LEAST = 2_000;

/** Into how many slices rows are cut so that each fits into the memory that DuckDB may take. */
export async function slicesOf(sources: readonly SourceTable[], database: Database): Promise<number> {
  const counts = sources.map(({ rows }) => `(SELECT COUNT(*) FROM ${rows})`);
  const [sum] = await database.rows(`SELECT ${counts.join(' + ')} AS n`);
  const atOnce = Math.max(ROWS_AT_LEAST, ((await database.memory()) - OWN_BYTES) / ROW_BYTES);
  return Math.max(1, Math.ceil(Number(sum!.n) / atOnce));
}
