import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, installPacked, run } from '../house/application.ts';
import { root } from '../support/source-tree.ts';
import { commands, outcomeOf } from './commands.ts';
import { firstDifference, lawsOf, resultsOf } from './results.ts';

const packages = join(root, 'test/runtimes/node_modules');
const node = (version: number) => [join(packages, `node-${version}/bin/node`)] as const;

/** How each runtime is started, and by what it has native Temporal. */
const runtimes: { name: string; start: readonly [string, ...string[]]; temporal: boolean }[] = [
  { name: 'Node 20', start: node(20), temporal: false },
  { name: 'Node 22', start: node(22), temporal: false },
  { name: 'Node 24', start: node(24), temporal: false },
  { name: 'Node 26', start: node(26), temporal: true },
  { name: 'Bun', start: [join(packages, '.bin/bun')], temporal: true },
  { name: 'Deno', start: [join(packages, '.bin/deno'), 'run', '-A'], temporal: true },
];

const parent = mkdtempSync(join(tmpdir(), 'duly-runtimes-'));
let application: Application;
let expected: { readonly results: string; readonly laws: string; readonly outcomes: readonly string[] };

beforeAll(async () => {
  application = await installPacked(parent, 'test/runtimes/application');
  cpSync(`${root}examples`, join(application.folder, 'examples'), { recursive: true });
  const { folder } = application;
  const outcomes = [];
  for (const command of commands) outcomes.push(await outcomeOf([process.execPath], command, folder));
  // What an application that uses `duly/testing` has besides: fast-check and what it needs.
  for (const name of ['fast-check', 'pure-rand'])
    cpSync(`${root}node_modules/${name}`, join(folder, 'node_modules', name), { recursive: true });
  expected = {
    results: await resultsOf([process.execPath], 'from-esm.mjs', folder),
    laws: await lawsOf([process.execPath], 'laws-from-esm.mjs', folder),
    outcomes,
  };
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

describe.each(runtimes)('$name', ({ start, temporal }) => {
  it.each(['from-esm.mjs', 'from-cjs.cjs'] as const)(
    'computes the same, to the last byte (%s)',
    async (entry) => {
      const results = await resultsOf(start, entry, application.folder);
      expect(firstDifference(expected.results, results)).toBeNull();
    },
  );

  it.each(['laws-from-esm.mjs', 'laws-from-cjs.cjs'] as const)(
    'finds the same values at random, and all laws held (%s)',
    async (entry) => {
      const laws = await lawsOf(start, entry, application.folder);
      expect(firstDifference(expected.laws, laws)).toBeNull();
    },
  );

  it.each(commands.map((command, index) => [command.join(' '), index] as const))(
    'duly %s',
    async (_, index) => {
      const outcome = await outcomeOf(start, commands[index] as string[], application.folder);
      expect(firstDifference(expected.outcomes[index] as string, outcome)).toBeNull();
    },
  );

  it(`has ${temporal ? 'native' : 'no'} Temporal`, async () => {
    const told = await run(start[0], [...start.slice(1), 'conformance/temporal.mjs'], application.folder);
    expect(told).toContain(`Temporal: ${temporal ? 'object' : 'undefined'}`);
    console.log(told.trim());
  });
});

describe('the commands', () => {
  const outcomes = () => expected.outcomes.map((outcome) => JSON.parse(outcome));

  it('did what they are for', () => {
    const [due, , , , audit, , , map, sql] = outcomes();
    expect(due.stdout).toContain('Close of business: due Mon 12 Oct 18:00.');
    expect(audit.files['report.json']).toContain('"format": "duly-report/1"');
    expect(map.stdout).toContain('"format": "duly-mapping/1"');
    expect(sql.stdout).toMatch(/^CREATE VIEW "duly_verdicts" AS$/m);
    expect(outcomes().map(({ status }) => status)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 3]);
  });

  it('report the same from two threads as from one, and draw it', () => {
    const [one, , two] = outcomes().slice(4);
    expect(two.files['report.json']).toBe(one.files['report.json']);
    expect(two.files['report.html']).toContain('<html lang="en">');
  });
});
