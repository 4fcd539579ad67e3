import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as esbuild } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPacked, run } from '../house/application.ts';
import { budgets } from '../house/budgets.ts';
import { chromiumPath, openChromium } from '../support/chromium.ts';
import { root } from '../support/source-tree.ts';
import { pageOf, resultsOfPage, serve } from './browser.ts';
import { browserPart, firstDifference, resultsOf } from './results.ts';

const vite = join(root, 'test/runtimes/node_modules/.bin/vite');
const parent = mkdtempSync(join(tmpdir(), 'duly-bundlers-'));
let application: string;
let expected: string;

beforeAll(async () => {
  ({ folder: application } = await installPacked(parent, 'test/runtimes/application'));
  expected = await resultsOf([process.execPath], 'from-esm.mjs', application);
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** All that a bundler of servers makes of the package, with nothing left outside; what it warns of, line by line. */
type ServerBundler = (entry: string, outfile: string) => Promise<string>;

const servers: Record<string, ServerBundler> = {
  'esbuild to CommonJS': (entry, outfile) => bundleWithEsbuild(entry, outfile, 'cjs'),
  'esbuild to an ES module': (entry, outfile) => bundleWithEsbuild(entry, outfile, 'esm'),
  webpack: bundleWithWebpack,
  Vite: bundleWithVite,
};

describe.each(Object.entries(servers))('the bundle of a server by %s', (name, bundle) => {
  it('computes the same, to the last byte, with nothing but itself', async () => {
    const entry = join(application, 'conformance/from-esm.mjs');
    const outfile = join(parent, `${name.replaceAll(' ', '-')}.${name.endsWith('CommonJS') ? 'cjs' : 'mjs'}`);
    expect(await bundle(entry, outfile)).toBe('');
    const results = join(parent, 'results.json');
    await run(process.execPath, [outfile, `${root}test/readers/data/tickets.xlsx`, results], parent);
    expect(firstDifference(expected, readFileSync(results, 'utf8'))).toBeNull();
  });
});

async function bundleWithEsbuild(entry: string, outfile: string, format: 'cjs' | 'esm'): Promise<string> {
  const { warnings } = await esbuild({
    entryPoints: [entry],
    outfile,
    format,
    bundle: true,
    platform: 'node',
    logLevel: 'silent',
  });
  return warnings.map(({ text }) => text).join('\n');
}

interface WebpackStats {
  toString(options: object): string;
}
type Webpack = (config: object, done: (error: Error | null, stats?: WebpackStats) => void) => void;

/** As Next bundles its servers; an ES module, so that it may wait at its top. */
function bundleWithWebpack(entry: string, outfile: string): Promise<string> {
  const webpack: Webpack = createRequire(join(root, 'test/runtimes/package.json'))('webpack');
  const config = {
    mode: 'production',
    context: application,
    target: 'node20',
    entry,
    experiments: { outputModule: true },
    output: { path: parent, filename: outfile.slice(parent.length + 1), module: true },
  };
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) =>
      error === null
        ? resolve(stats?.toString({ all: false, errors: true, warnings: true }) ?? '')
        : reject(error),
    );
  });
}

async function bundleWithVite(entry: string, outfile: string): Promise<string> {
  const config = {
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: parent,
      rolldownOptions: { output: { entryFileNames: outfile.slice(parent.length + 1) } },
    },
  };
  const file = join(parent, 'vite.config.mjs');
  writeFileSync(file, `export default ${JSON.stringify(config)};`);
  return run(vite, ['build', '--config', file, '--emptyOutDir=false'], application);
}

describe('an application in the browser by Vite', () => {
  it.skipIf(chromiumPath === undefined)('computes the same, to the last byte', async () => {
    writeFileSync(join(application, 'index.html'), pageOf('/conformance/in-browser.mjs'));
    await run(vite, ['build', '--outDir', join(parent, 'site')], application);
    const { server, address } = await serve(join(parent, 'site'));
    const browser = await openChromium();
    try {
      const there = await resultsOfPage(browser, `${address}/index.html`);
      expect(firstDifference(browserPart(expected), there)).toBeNull();
    } finally {
      await browser.close();
      server.close();
    }
  });

  // Another bundler than the one that the budgets are held against needs a little more or less.
  it.each(budgets)(
    'takes of $what no more than is used',
    async ({ names, entry, budget, ceiling = budget }) => {
      const site = join(application, 'small');
      mkdirSync(site, { recursive: true });
      writeFileSync(join(site, 'index.html'), pageOf('/main.mjs'));
      writeFileSync(
        join(site, 'main.mjs'),
        `import { ${names} } from '${entry}';\nglobalThis.kept = { ${names} };\n`,
      );
      await run(vite, ['build', site, '--outDir', join(parent, 'small'), '--emptyOutDir'], application);
      const [script] = readdirSync(join(parent, 'small/assets'));
      const gzipped = gzipSync(readFileSync(join(parent, 'small/assets', String(script))), {
        level: 9,
      }).length;
      console.log(`${gzipped} B gzipped by Vite: ${names}`);
      expect(gzipped).toBeLessThanOrEqual(ceiling * 1.1);
    },
  );
});

describe('duly/holidays', () => {
  it('is bundled where date-holidays is not installed, and reads files', async () => {
    const entry = join(application, 'days-off.mjs');
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20260603',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    const options = "{ timeZone: 'Europe/Berlin', from: 2026, to: 2026 }";
    writeFileSync(
      entry,
      `import { icalHolidays } from 'duly/holidays';
console.log(...icalHolidays(${JSON.stringify(`${text.join('\n')}\n`)}, ${options}).off);`,
    );
    const outfile = join(parent, 'days-off.mjs');
    expect(await bundleWithEsbuild(entry, outfile, 'esm')).toBe('');
    expect(await run(process.execPath, [outfile], parent)).toBe('2026-06-03\n');
    // Webpack tells that the package isn't there, and goes on.
    expect(await bundleWithWebpack(entry, outfile)).toMatch(/^WARNING.*\n.*Can't resolve 'date-holidays'/);
    expect(await run(process.execPath, [outfile], parent)).toBe('2026-06-03\n');
  });
});

describe('types', () => {
  it.each(['node16', 'nodenext'])('resolve from a CommonJS module by %s', async (module) => {
    const file = join(application, 'required.cts');
    writeFileSync(
      file,
      `import { assess } from 'duly';\nimport china = require('duly/china');\nimport { readCases } from 'duly/readers';\nexport const all = [assess, china.china, readCases];\n`,
    );
    const tsc = join(root, 'node_modules/.bin/tsc');
    const flags = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2023,dom'];
    expect(await run(tsc, [...flags, '--module', module, file], application)).toBe('');
  });
});
