import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isStdout } from './aside-file.ts';
import type { OutputPaths } from './audit-outputs.ts';
import { CliError, type Tell } from './cli-error.ts';

const options = ['html', 'json', 'breaches', 'rejects'] as const;

/**
 * Refuses an output that would replace a file that is read, another output, or anything that is no plain file; and two
 * that go to standard output.
 */
export function checkOutputs(outputs: OutputPaths, inputs: readonly string[], cwd: string): void {
  const printed = options.filter((option) => isStdout(outputs[option]));
  if (printed.length > 1) throw new CliError((words) => words.oneToStdout(printed.slice(0, 2)));
  const taken = new Map(
    inputs.map((name): [string, Tell] => [placeOf(resolve(cwd, name)), (words) => words.whichIsRead(name)]),
  );
  for (const option of options) {
    const path = outputs[option];
    if (path === undefined || isStdout(path)) continue;
    checkTarget(resolve(cwd, path), path);
    const place = placeOf(resolve(cwd, path));
    const other = taken.get(place);
    if (other !== undefined) {
      throw new CliError((words) => words.wouldOverwrite(option, path, other(words)));
    }
    taken.set(place, (words) => words.whatWrites(option, path));
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
      const what = found.isDirectory() ? 'isFolder' : 'noPlainFile';
      throw new CliError((words) => words.unwritable(shown, words[what]));
    }
    accessSync(path, constants.W_OK);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError((words) => words.unwritable(shown, words.reason(error)), 2, error);
  }
}
