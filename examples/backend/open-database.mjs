// @ts-check
// One SQLite file, by what there is: `node:sqlite` where Node has it (22.5 and later), else SQLite as WebAssembly,
// which needs no compiler. Both keep what is committed, whatever happens to the process.
import { existsSync, rmSync } from 'node:fs';

/** @typedef {string | number | null} Value */
/**
 * @typedef Sqlite
 * @property {(sql: string) => void} exec
 * @property {(sql: string, ...values: Value[]) => void} run
 * @property {(sql: string, ...values: Value[]) => any} get - The first row.
 * @property {(sql: string, ...values: Value[]) => any[]} all - All rows.
 * @property {() => void} close
 */
/** @typedef {Awaited<ReturnType<typeof openDatabase>>} Database */

/** Opens the file; one process at a time may. @param {string} path */
export async function openDatabase(path) {
  const database = (await builtIn(path)) ?? (await webAssembly(path));
  database.exec('pragma foreign_keys = on');
  return {
    ...database,
    /**
     * All of it or nothing: a process that dies halfway leaves no trace of it.
     * @template T
     * @param {() => T} work
     */
    transaction(work) {
      database.exec('begin immediate');
      try {
        const result = work();
        database.exec('commit');
        return result;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
  };
}

/** @param {string} path @returns {Promise<Sqlite | undefined>} */
async function builtIn(path) {
  // As text: the types of Node 20 don't know it.
  const name = String('node:sqlite');
  const sqlite = await import(name).catch(() => undefined);
  if (sqlite === undefined) return undefined;
  const database = new sqlite.DatabaseSync(path);
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, ...values) => void database.prepare(sql).run(...values),
    get: (sql, ...values) => database.prepare(sql).get(...values),
    all: (sql, ...values) => database.prepare(sql).all(...values),
    close: () => database.close(),
  };
}

/** @param {string} path @returns {Promise<Sqlite>} */
async function webAssembly(path) {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  // A process that was killed leaves its lock behind; what it had begun is rolled back when the file is opened.
  if (existsSync(`${path}.lock`)) rmSync(`${path}.lock`, { recursive: true });
  const database = new sqlite.Database(path);
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, ...values) => void database.run(sql, values),
    get: (sql, ...values) => database.get(sql, values) ?? undefined,
    all: (sql, ...values) => database.all(sql, values),
    close: () => database.close(),
  };
}
