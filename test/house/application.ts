import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtFolder } from '../support/built.ts';
import { packageJson } from '../support/package-json.ts';
import { root } from '../support/source-tree.ts';

const execute = promisify(execFile);

/** Standard output of a program; its whole output is the error where it fails. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd, maxBuffer: 2 ** 26 }).catch((error) => {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  });
  return stdout;
}

export interface Application {
  readonly folder: string;
  readonly tarball: string;
}

/** Packs the built package, and installs the tarball in an application that is empty but for copies of some folders. */
export async function installPacked(parent: string, ...copies: readonly string[]): Promise<Application> {
  builtFolder();
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', parent], root);
  const [folder, tarball] = [join(parent, 'application'), join(parent, `duly-${packageJson.version}.tgz`)];
  mkdirSync(folder);
  for (const copy of copies) cpSync(`${root}${copy}`, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "application", "private": true, "type": "module" }');
  await run('npm', ['install', '--prefer-offline', tarball], folder);
  return { folder, tarball };
}
