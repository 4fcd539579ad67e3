import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsOfPage, serve, writePages } from '../runtimes/browser.ts';
import { browserPart, firstDifference, resultsOf } from '../runtimes/results.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { entryNames, packageJson } from '../support/package-json.ts';
import { root } from '../support/source-tree.ts';
import { installPacked, run } from './application.ts';

const folder = mkdtempSync(join(tmpdir(), 'duly-pack-'));
let application: string;
let tarball: string;

const tool = (name: string) => join(root, 'node_modules/.bin', name);

beforeAll(async () => {
  ({ folder: application, tarball } = await installPacked(
    folder,
    'test/house/consumer',
    'test/runtimes/application',
  ));
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
    expect(Object.keys(analysis.entrypoints)).toHaveLength(Object.keys(packageJson.exports).length);
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
      'README.zh-CN.md',
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
    const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const traces = files.filter(({ parentPath, name }) =>
      readFileSync(join(parentPath, name), 'utf8').includes(root),
    );
    expect(traces).toEqual([]);
  });

  it('works as ES module and CommonJS side by side', async () => {
    // fast-check isn't installed there, as `duly/testing` finds out.
    const needing = entryNames.filter((name) => name !== 'duly/testing');
    expect(await run('node', ['copies.mjs', ...needing], application)).toBe('');
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

describe('the packed package computes the same, to the last byte,', { timeout: 120_000 }, () => {
  let results: string;

  beforeAll(async () => {
    results = await resultsOf([process.execPath], 'from-esm.mjs', application);
  }, 60_000);

  it('as CommonJS and as ES module', async () => {
    const { core } = JSON.parse(results);
    expect(Object.keys(core.zones)).toHaveLength(20);
    expect(core.audit.same).toBe(true);
    expect(core.instants).toHaveLength(6);
    const others = await resultsOf([process.execPath], 'from-cjs.cjs', application);
    expect(firstDifference(results, others)).toBeNull();
  });

  it.skipIf(chromiumPath === undefined)('in Chromium, as it is and bundled', async () => {
    await build({
      entryPoints: [join(application, 'conformance/in-browser.mjs')],
      outfile: join(application, 'bundled.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
    });
    const pages = writePages(application, '/conformance/in-browser.mjs', '/bundled.js');
    const { server, address } = await serve(application);
    const browser = await openChromium();
    try {
      for (const page of pages) {
        const there = await resultsOfPage(browser, `${address}/${page}`);
        expect(firstDifference(browserPart(results), there), page).toBeNull();
      }
    } finally {
      await browser.close();
      server.close();
    }
  });
});
