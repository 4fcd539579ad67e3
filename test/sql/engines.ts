import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import type { DialectName } from '../../src/sql/index.ts';

/** A database that runs statements; whole numbers come back as numbers. */
export interface Engine {
  readonly name: DialectName;
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, string | number | boolean | null>[]>;
  close(): Promise<void>;
}

const plain = (value: unknown) =>
  typeof value === 'bigint' ? Number(value) : (value as string | number | boolean | null);
const plainRow = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));

export async function openDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  return {
    name: 'duckdb',
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjects().map(plainRow),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** One server a worker: to start it takes seconds. */
let server: Promise<PGlite> | undefined;
let schemas = 0;

/** A schema of its own. */
export async function openPostgres(): Promise<Engine> {
  server ??= PGlite.create();
  const database = await server;
  schemas += 1;
  const schema = `s${schemas}`;
  await database.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}; SET TIME ZONE 'UTC'`);
  return {
    name: 'postgres',
    run: async (sql) => void (await database.exec(sql)),
    rows: async (sql) => (await database.query<object>(sql)).rows.map(plainRow),
    close: async () => void (await database.exec(`DROP SCHEMA ${schema} CASCADE`)),
  };
}
