import { readFileSync } from 'node:fs';
import { root } from './source-tree.ts';

interface Targets {
  readonly types: string;
  readonly default: string;
}

interface PackageJson {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly publishConfig: Readonly<Record<string, unknown>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<
    Record<string, string | { readonly import: Targets; readonly require: Targets }>
  >;
}

export const packageJson: PackageJson = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The names by which the package's entries are imported: `duly`, `duly/epoch` and so on. */
export const entryNames: readonly string[] = Object.keys(packageJson.exports)
  .filter((subpath) => !subpath.endsWith('.json'))
  .map((subpath) => subpath.replace(/^\./, 'duly'));

/** Where an entry's source lies below `src/`. */
export function entrySource(name: string): string {
  return name === 'duly' ? 'index.ts' : `${name.slice('duly/'.length)}/index.ts`;
}
