import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { CliError, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';

export type Format = 'csv' | 'xlsx' | 'ndjson' | 'json';

/** An input before it is read. */
export interface Input {
  /** As messages name it. */
  readonly name: string;
  readonly format: Format;
  /** Its size; null where that isn't known (standard input, a pipe). */
  readonly bytes: number | null;
  open(): AsyncIterable<Uint8Array>;
}

const formats: Readonly<Record<string, Format>> = {
  '': 'csv',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
};

const stdin = 'standard input';
const CHUNK = 1 << 18;

/**
 * Looks at an input without reading it: a file that isn't there is told before anything is read. `-` is CSV from
 * standard input; what is packed with gzip may end in `.gz` besides.
 */
export async function openInput(name: string, io: Io): Promise<Input> {
  if (name === '-')
    return { name: stdin, format: 'csv', bytes: null, open: () => bytesOf(() => io.stdin, stdin) };
  const format = formats[extname(name.replace(/\.gz$/i, '')).toLowerCase()];
  if (format === undefined) {
    throw new CliError((words) => words.noFormat(name));
  }
  const path = resolve(io.cwd, name);
  const bytes = await sizeOf(path, name);
  return {
    name,
    format,
    bytes,
    open: () => bytesOf(() => createReadStream(path, { highWaterMark: CHUNK }), name),
  };
}

async function sizeOf(path: string, name: string): Promise<number | null> {
  try {
    await access(path, constants.R_OK);
    const found = await stat(path);
    if (found.isDirectory()) throw new CliError((words) => words.folder(name), exitStatus.badInput);
    return found.isFile() ? found.size : null;
  } catch (error) {
    throw error instanceof CliError ? error : unreadable(name, error);
  }
}

/** The bytes of a source, opened when they are asked for; a failure says which input it is about. */
async function* bytesOf(open: () => AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch (error) {
    throw unreadable(name, error);
  }
}

const unreadable = (name: string, error: unknown) =>
  new CliError((words) => words.unreadable(name, words.reason(error)), exitStatus.badInput, error);
