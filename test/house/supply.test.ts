import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { packageJson } from '../support/package-json.ts';
import { root } from '../support/source-tree.ts';

const dist = builtFolder();
const notices = readFileSync(`${root}THIRD-PARTY-NOTICES.txt`, 'utf8');

/** Of each bundled package its heading: name, version, licence. */
const headings = [...notices.matchAll(/^-{80}\n\n(\S+) (\S+) \((.+)\)$/gm)].map(
  ([, name = '', version = '', licence = '']) => ({ name, version, licence }),
);

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: true; readonly hasInstallScript?: true; readonly version: string }>
  >;
}
const lock: Lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));

describe('the third-party notices', () => {
  // The bundler says above each piece of code where it comes from; the lock has every package by its folder.
  const folders = readdirSync(dist)
    .filter((name) => /\.c?js$/.test(name))
    .flatMap((name) => [
      ...readFileSync(dist + name, 'utf8').matchAll(
        /^\s*\/\/ (node_modules\/(?:\S*\/node_modules\/)?(?:@[^/\s]+\/)?[^/\s]+)\//gm,
      ),
    ])
    .map(([, folder = '']) => folder);

  it('name each package whose code is bundled, in the version that is, and no other', () => {
    expect(folders.length).toBeGreaterThan(5);
    const bundled = [...new Set(folders)].map(
      (folder) => `${folder.replace(/^.*node_modules\//, '')} ${lock.packages[folder]?.version}`,
    );
    expect(headings.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(bundled.sort());
  });

  it('are of licences that let the code be passed on', () => {
    const permitted = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];
    expect(headings.filter(({ licence }) => !permitted.includes(licence))).toEqual([]);
  });

  it('hold the words of each licence, and where the sources are', () => {
    const texts = notices.split(`${'-'.repeat(80)}\n`).slice(1);
    expect(texts.filter((text) => !/^https:\/\/\S+$/m.test(text) || text.length < 500)).toEqual([]);
  });
});

describe('installing the package', () => {
  it('runs no script, of its own or of what it needs', () => {
    const own = ['preinstall', 'install', 'postinstall', 'prepare'].filter(
      (name) => name in packageJson.scripts,
    );
    expect(own).toEqual([]);
    const withScripts = Object.entries(lock.packages).filter(
      ([, { dev, hasInstallScript }]) => dev !== true && hasInstallScript,
    );
    expect(withScripts).toEqual([]);
  });

  it('comes from a release that says how it was built', () => {
    expect(packageJson.publishConfig).toEqual({ access: 'public', provenance: true });
  });
});
