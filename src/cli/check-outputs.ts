import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { OutputPaths } from './audit-outputs.ts';
import { CliError, reasonOf } from './cli-error.ts';

const options = ['json', 'breaches', 'rejects'] as const;

/** Refuses an output that would replace a file that is read, another output, or anything that is no plain file. */
export function checkOutputs(outputs: OutputPaths, inputs: readonly string[], cwd: string): void {
  const taken = new Map(inputs.map((name) => [placeOf(resolve(cwd, name)), `${name}, which is read`]));
  for (const option of options) {
    const path = outputs[option];
    if (path === undefined) continue;
    checkTarget(resolve(cwd, path), path);
    const place = placeOf(resolve(cwd, path));
    const other = taken.get(place);
    if (other !== undefined) {
      throw new CliError(`--${option} ${path} would overwrite ${other}; expected a file of its own`);
    }
    taken.set(place, `what --${option} ${path} writes`);
  }
}

/** The same for every spelling of a path and every link to the file, whether it is there already or not. */
function placeOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found !== undefined) return `${found.dev}:${found.ino}`;
  return `${placeOf(dirname(path))}/${basename(path)}`;
}

function checkTarget(path: string, shown: string): void {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (!found.isFile()) {
      throw new CliError(
        `${shown} can't be written: it is ${found.isDirectory() ? 'a folder' : 'no plain file'}`,
      );
    }
    accessSync(path, constants.W_OK);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${shown} can't be written: ${reasonOf(error)}`, 2, error);
  }
}
