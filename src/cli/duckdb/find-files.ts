import { existsSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { CliError, exitStatus } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { openInput } from '../open-input.ts';
import { quoted } from './cells.ts';
import type { Database } from './database.ts';
import type { Found } from './source.ts';

const formats: Readonly<Record<string, Found['format']>> = {
  '': 'csv',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.parquet': 'parquet',
};

/** The files that the arguments name, patterns such as `2026-*.parquet` included, in the order of their names. */
export async function findFiles(names: readonly string[], database: Database, io: Io): Promise<Found[]> {
  const found: Found[] = [];
  for (const name of names)
    for (const one of await filesOf(name, database, io)) found.push(await known(one, io));
  return found;
}

async function filesOf(name: string, database: Database, io: Io): Promise<string[]> {
  if (!/[*?[]/.test(name) || existsSync(resolve(io.cwd, name))) return [name];
  const rows = await database.rows(`SELECT file FROM glob(${quoted(resolve(io.cwd, name))}) ORDER BY file`);
  if (rows.length === 0) throw new CliError((words) => words.noMatch(name), exitStatus.badInput);
  return rows.map(({ file }) => relative(io.cwd, String(file)));
}

async function known(name: string, io: Io): Promise<Found> {
  const path = resolve(io.cwd, name);
  const format = name === '-' ? undefined : formats[extname(name.replace(/\.gz$/i, '')).toLowerCase()];
  if (format === undefined) throw new CliError((words) => words.noEngineFormat(name));
  // What can't be opened is told as ever.
  if (format === 'csv') await openInput(name, io);
  else if (!existsSync(path)) throw new CliError((words) => words.noMatch(name), exitStatus.badInput);
  return { name, path, format };
}
