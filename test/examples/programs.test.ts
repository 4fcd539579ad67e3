import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtFolder } from '../support/built.ts';
import { complaintsOf } from '../support/complaints-of.ts';
import { root } from '../support/source-tree.ts';

const all = readdirSync(`${root}examples`).filter((name) => name.endsWith('.mjs'));
/** Those that are tests themselves print what node:test prints. */
const tests = all.filter((name) => name.endsWith('.test.mjs'));
const programs = all.filter((name) => !tests.includes(name));

/** What a program says that it prints: the text behind each `// =>`, a line each. */
const claimed = (code: string) => [...code.matchAll(/\/\/ => (.*)$/gm)].map(([, text]) => text);

describe('the examples', () => {
  it.each(programs)('%s prints what it claims', (name) => {
    builtFolder();
    const code = readFileSync(`${root}examples/${name}`, 'utf8');
    const printed = execFileSync(process.execPath, [`examples/${name}`], { cwd: root, encoding: 'utf8' });
    expect(claimed(code).length).toBeGreaterThan(1);
    expect(printed.trimEnd().split('\n')).toEqual(claimed(code));
  });

  it.each(tests)('%s passes', (name) => {
    builtFolder();
    const args = ['--test', '--test-reporter=tap', `examples/${name}`];
    const printed = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(printed).toMatch(/^# pass [1-9]\d*$/m);
    expect(printed).toMatch(/^# fail 0$/m);
  });

  it('compile strictly, and an editor that opens one says what is wrong in it', { timeout: 60_000 }, () => {
    builtFolder();
    const modules = readdirSync(`${root}examples`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.mjs'))
      .map((name) => `${root}examples/${name}`);
    expect(complaintsOf(modules, ['node'])).toEqual([]);
    expect(modules.filter((file) => !readFileSync(file, 'utf8').startsWith('// @ts-check\n'))).toEqual([]);
    expect(modules.length).toBeGreaterThan(all.length);
  });

  it('are all named in their README', () => {
    const readme = readFileSync(`${root}examples/README.md`, 'utf8');
    expect(all.filter((name) => !readme.includes(`](${name})`))).toEqual([]);
    expect(programs.length).toBeGreaterThanOrEqual(4);
  });
});
