import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StandardKind } from '../standards/kind.ts';
import { CliError } from './cli-error.ts';

/** The kinds that the module of `--kinds` exports, by any name, alone or in a list; a file, or a package. */
export async function loadKinds(module: string | undefined, cwd: string): Promise<readonly StandardKind[]> {
  if (module === undefined) return [];
  const kinds = Object.values(await importFrom(module, cwd))
    .flat()
    .filter(isKind);
  if (kinds.length > 0) return [...new Set(kinds)];
  throw new CliError((words) => words.noKinds(module));
}

async function importFrom(module: string, cwd: string): Promise<Record<string, unknown>> {
  const file = resolve(cwd, module);
  try {
    const place = existsSync(file) ? file : createRequire(join(cwd, 'package.json')).resolve(module);
    return await import(pathToFileURL(place).href);
  } catch (error) {
    const [reason] = `${error instanceof Error ? error.message : error}`.split('\n');
    throw new CliError((words) => words.within(`--kinds ${module}`, `${reason}`), 2, error);
  }
}

const isKind = (value: unknown): value is StandardKind =>
  typeof value === 'object' && value !== null && 'kind' in value && 'compile' in value;
