import { execFile } from 'node:child_process';
import { builtFolder } from './built.ts';
import { root } from './source-tree.ts';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in the repository's own folder. */
export function runDuly(args: readonly string[]): Promise<Outcome> {
  const program = `${builtFolder()}cli.js`;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: root, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

/** The words of a command as a shell splits them; quotes hold words together. */
export function shellWords(command: string): string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g)].map(([word]) => word.replace(/["']/g, ''));
}
