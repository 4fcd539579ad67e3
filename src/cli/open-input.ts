import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { DulyError } from '../errors/duly-error.ts';
import { CliError, exitStatus } from './cli-error.ts';
import type { Io } from './io.ts';
import { type Format, sniffFormat } from './sniff-format.ts';

/** An input before it is read. */
export interface Input {
  /** As messages name it. */
  readonly name: string;
  readonly format: Format;
  /** Its size; null where that isn't known (standard input, a pipe). */
  readonly bytes: number | null;
  /** @param chunk - How many bytes of a file are read at once. */
  open(chunk?: number): AsyncIterable<Uint8Array>;
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
/** Small, so that what was made of a chunk is garbage before the collector takes it for lasting. */
const CHUNK = 1 << 14;

/**
 * Looks at an input without reading it: a file that isn't there is told before anything is read. `-` is standard
 * input, whose first bytes tell its format; what is packed with gzip may end in `.gz` besides.
 */
export async function openInput(name: string, io: Io): Promise<Input> {
  if (name === '-') {
    const { format, bytes } = await sniffFormat(bytesOf(() => io.stdin, stdin)).catch((error: unknown) => {
      throw inputError(stdin, error);
    });
    return { name: stdin, format, bytes: null, open: () => bytes };
  }
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
    open: (chunk = CHUNK) => bytesOf(() => createReadStream(path, { highWaterMark: chunk }), name),
  };
}

/** An error of the library about an input, told with its name. */
export function inputError(name: string, error: unknown): unknown {
  if (!(error instanceof DulyError)) return error;
  return new CliError((words) => words.within(name, words.error(error)), exitStatus.badInput, error);
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
