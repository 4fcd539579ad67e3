import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';

export type Cell = string | number | boolean | null;

/** A database of its own in a folder that goes with it. */
export interface Database {
  readonly folder: string;
  run(sql: string): Promise<void>;
  /** The bytes of memory that it may take. */
  memory(): Promise<number>;
  /** All rows, by the names of the columns. */
  rows(sql: string): Promise<Record<string, Cell>[]>;
  /** Rows in lists, as they come. */
  stream(sql: string): AsyncGenerator<Cell[][]>;
  /** Ends the query that runs; from then on there is no other. */
  interrupt(): void;
  /** Throws after an interrupt. */
  goOn(): void;
  close(): void;
}

/** How much of the machine DuckDB may take. */
export interface Limits {
  /** As DuckDB spells it: `2GB`. */
  readonly memory: string | undefined;
  readonly threads: number | undefined;
}

/** Opens a database on disk: what is larger than the memory it may take is kept there. */
export async function openDatabase({ memory, threads }: Limits): Promise<Database> {
  const { DuckDBInstance } = await loadDuckdb();
  const folder = mkdtempSync(join(tmpdir(), 'duly-duckdb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const instance = await DuckDBInstance.create(join(folder, 'audit.duckdb'), {
      temp_directory: join(folder, 'spilt'),
      ...(memory !== undefined && { memory_limit: memory }),
      ...(threads !== undefined && { threads: String(threads) }),
    }).catch((cause: Error) => {
      if (memory === undefined) throw cause;
      throw new CliError((words) => words.noMemory(memory), undefined, cause);
    });
    const connection = await instance.connect();
    await connection.run("SET TimeZone = 'UTC'");
    let interrupted = false;
    const goOn = () => {
      if (interrupted) throw new Error('interrupted');
    };
    // Between two queries there is none to interrupt: the next one isn't begun.
    const open = () => {
      goOn();
      return connection;
    };
    const rows = async (sql: string) =>
      (await open().runAndReadAll(sql))
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
    return {
      folder,
      run: async (sql) => void (await open().run(sql)),
      rows,
      async memory() {
        const [row] = await rows("SELECT current_setting('memory_limit') AS limit");
        return bytesOf(String(row!.limit));
      },
      async *stream(sql) {
        const result = await open().stream(sql);
        for await (const rows of result.yieldRows()) yield rows.map((row) => row.map(plain));
      },
      goOn,
      interrupt() {
        interrupted = true;
        connection.interrupt();
      },
      close() {
        connection.closeSync();
        instance.closeSync();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** As DuckDB tells it: `3.7 GiB`. */
function bytesOf(text: string): number {
  const [amount, unit] = text.split(' ');
  return Number(amount) * 1024 ** units.indexOf(unit!);
}

const plain = (value: unknown) => (typeof value === 'bigint' ? Number(value) : (value as Cell));

async function loadDuckdb() {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new CliError((words) => words.noDuckdb, undefined, cause);
  }
}
