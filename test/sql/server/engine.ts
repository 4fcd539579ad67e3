import pg from 'pg';
import type { Engine } from '../engines.ts';

/** A schema of its own on the server that `DULY_POSTGRES` names. */
export async function openServer(): Promise<Engine> {
  const { DULY_POSTGRES: connectionString } = process.env;
  if (connectionString === undefined)
    throw new Error('DULY_POSTGRES is not set: give a connection such as postgres://me@localhost/duly');
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const client = new pg.Client({ connectionString });
  await client.connect();
  const schema = `duly_${process.pid}_${performance.now().toFixed(0)}`;
  await client.query(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}; SET TIME ZONE 'UTC'`);
  return {
    name: 'postgres',
    run: async (sql) => void (await client.query(sql)),
    rows: async (sql) => (await client.query(sql)).rows,
    close: async () => {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    },
  };
}
