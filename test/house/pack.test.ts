import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { entryNames, packageJson } from '../support/package-json.ts';
import { root } from '../support/source-tree.ts';

const execute = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'duly-pack-'));
const application = join(folder, 'application');
const tarball = join(folder, `duly-${packageJson.version}.tgz`);

/** Standard output of a program; its whole output is the error where it fails. */
async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd }).catch((error) => {
    throw new Error(`${program} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  });
  return stdout;
}

const tool = (name: string) => join(root, 'node_modules/.bin', name);

beforeAll(async () => {
  builtFolder();
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  cpSync(`${root}test/house/consumer`, application, { recursive: true });
  writeFileSync(
    join(application, 'package.json'),
    '{ "name": "application", "private": true, "type": "module" }',
  );
  await run('npm', ['install', '--prefer-offline', tarball], application);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

describe('the packed package', { timeout: 120_000 }, () => {
  it('passes publint', async () => {
    expect(await run(tool('publint'), [tarball, '--strict'], folder)).toContain('All good');
  });

  it('resolves with its types from ES modules, CommonJS and bundlers (arethetypeswrong)', async () => {
    const { analysis } = JSON.parse(
      await run(tool('attw'), [tarball, '--profile', 'node16', '--format', 'json'], folder),
    );
    const problems: { resolutionKind?: string }[] = analysis.problems;
    expect(Object.keys(analysis.entrypoints)).toHaveLength(entryNames.length + 1);
    expect(problems.filter(({ resolutionKind }) => resolutionKind !== 'node10')).toEqual([]);
  });

  it('brings at most 4 packages into an empty folder', async () => {
    const lock = JSON.parse(readFileSync(join(application, 'node_modules/.package-lock.json'), 'utf8'));
    const installed = Object.keys(lock.packages).map((path) => path.replace(/^node_modules\//, ''));
    expect(installed.sort()).toEqual(['@date-fns/tz', 'date-fns', 'duly', 'zod']);
  });

  it('carries its licence, the notices of what is bundled, and no sources or tests', () => {
    const packed = readdirSync(join(application, 'node_modules/duly'));
    expect(packed.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist',
      'package.json',
    ]);
    const notices = readFileSync(join(application, 'node_modules/duly/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['csv-parse', 'commander', 'cli-progress', 'ical.js', 'string-width'])
      expect(notices).toContain(`\n${name} `);
  });

  it('has no trace of this machine in its files', () => {
    const dist = join(application, 'node_modules/duly/dist');
    const traces = readdirSync(dist).filter((name) => readFileSync(join(dist, name), 'utf8').includes(root));
    expect(traces).toEqual([]);
  });

  it('works as ES module and CommonJS side by side', async () => {
    expect(await run('node', ['copies.mjs', ...entryNames], application)).toBe('');
  });

  it.each([
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])('compiles in a strict application of module %s with resolution %s', async (module, moduleResolution) => {
    const flags = ['--module', module, '--moduleResolution', moduleResolution];
    expect(await run(tool('tsc'), ['-p', '.', ...flags], application)).toBe('');
  });

  it('has a program that tells its version', async () => {
    expect(await run('npx', ['--no-install', 'duly', '--version'], application)).toBe(
      `${packageJson.version}\n`,
    );
  });
});
