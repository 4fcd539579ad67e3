import { Session } from 'chdb';
import type { Engine } from '../engines.ts';

/** There is one at a time; what a test that failed has left open is closed by the next. */
let last: Session | undefined;

/** A database of its own in ClickHouse, within this process, set as somebody's server may be. */
export async function openClickhouse(settings: readonly string[] = []): Promise<Engine> {
  last?.cleanup();
  const session = new Session();
  last = session;
  // Tables of tests, which other engines make of the same words.
  session.query("SET default_table_engine = 'Memory', data_type_default_nullable = 1");
  // The default database of chDB takes some names for those of files.
  session.query('CREATE DATABASE proof ENGINE = Atomic');
  session.query('USE proof');
  for (const setting of settings) session.query(`SET ${setting}`);
  const ask = (sql: string) => session.query(sql, 'JSONCompactEachRowWithNamesAndTypes');
  return {
    name: 'clickhouse',
    run: async (sql) => void session.query(sql),
    rows: async (sql) => rowsOf(ask(sql)),
    close: async () => {
      session.cleanup();
      last = undefined;
    },
  };
}

/** Rows of JSON lines behind those of the names and types; whole numbers may come as text. */
function rowsOf(text: string): Awaited<ReturnType<Engine['rows']>> {
  const [names, types, ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as (string | number | boolean | null)[]);
  const isWhole = types?.map((type) => /Int\d/.test(String(type))) ?? [];
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, place) => [names![place], isWhole[place] && value !== null ? Number(value) : value]),
    ),
  );
}
