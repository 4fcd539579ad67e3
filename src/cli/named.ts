import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { nearest } from '../errors/nearest.ts';
import { CliError, type ExitStatus, exitStatus } from './cli-error.ts';
import type { Document } from './words.ts';

/** Whether an argument names a file: it ends in `.json` or holds a path separator. `-` does, to be refused as one. */
export function isFileName(name: string): boolean {
  return name === '-' || name.endsWith('.json') || name.includes('/') || name.includes('\\');
}

/** The JSON document in a file, or one line on why there is none. */
export async function readJson(
  path: string,
  cwd: string,
  what: Document,
  status: ExitStatus = exitStatus.badUse,
): Promise<unknown> {
  if (path === '-') throw new CliError((words) => words.noStdin(what), status);
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), 'utf8');
  } catch (error) {
    throw new CliError((words) => words.badFile(what, path, words.reason(error)), status, error);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CliError((words) => words.noJson(what, path, oneLine((error as Error).message)), status, error);
  }
}

/** What one of our own tables holds under a name, or one line with the nearest name. */
export function lookUp<T>(table: Readonly<Record<string, T>>, name: string, what: Document): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(table);
  const near = nearest(name, names);
  throw new CliError((words) => {
    const hint = near === undefined ? words.thereAre(names) : words.didYouMean(near);
    return words.unknown(what, name) + hint;
  });
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
