import { describe, expect, it } from 'vitest';
import { parseTree, readSourceTree } from '../support/source-tree.ts';
import { cycles, layerOf, layerViolations, portable } from './import-rules.ts';
import { surroundingsOf } from './surroundings-rules.ts';

const tree = readSourceTree();
const parse = (files: Record<string, string>) => parseTree(Object.entries(files));
const reaches = (text: string) => [...parse({ 'limit/a.ts': text }).values()].flatMap(surroundingsOf);

describe('the layers', () => {
  it('import only from layers above them in the list, and only the packages that are theirs', () => {
    expect(layerViolations(tree)).toEqual([]);
  });

  it('have no files that import each other', () => {
    expect(cycles(tree)).toEqual([]);
  });

  it('of the core reach no clock, no chance, no environment, and keep nothing that changes', () => {
    const core = [...tree].filter(([path]) => portable.has(layerOf(path)));
    expect(core.length).toBeGreaterThan(50);
    expect(core.flatMap(([, file]) => surroundingsOf(file))).toEqual([]);
  });
});

describe('the check of the layers', () => {
  it.each([
    ['calendar/a.ts', "import type { B } from '../limit/b.ts';", 'calendar imports up from limit/b.ts'],
    ['limit/a.ts', "export { b } from '../epoch/b.ts';", 'limit imports up from epoch/b.ts'],
    ['index.ts', "export { b } from './epoch/b.ts';", 'the public surface takes from the rim: epoch/b.ts'],
    ['limit/a.ts', "type A = import('../kpi/b.ts').B;", 'limit imports up from kpi/b.ts'],
    ['report/a.ts', "const b = await import('../cli/b.ts');", 'report imports up from cli/b.ts'],
    ['audit/a.ts', "import { readFile } from 'node:fs';", 'audit may not import node:fs'],
    ['audit/a.ts', "import fs from 'fs';", 'audit may not import fs'],
    ['calendar/a.ts', "import * as z from 'zod/mini';", 'calendar may not import zod/mini'],
    ['limit/a.ts', "import * as z from 'zod/mini';", 'limit may not import zod/mini'],
    ['policy/a.ts', "import * as z from 'zod/mini';", 'policy may not import zod/mini'],
    ['readers/a.ts', "import * as z from 'zod';", 'readers may not import zod'],
    ['readers/a.ts', "import { object } from 'zod/mini';", "expected import * as z from 'zod/mini'"],
    ['presets/a.ts', "import { tz } from '@date-fns/tz';", 'presets may not import @date-fns/tz'],
    ['limit/a.ts', "import { b } from './b';", 'no such file: limit/b'],
  ])('sees in %s the fault of %s', (path, text, problem) => {
    const others = ['limit/b.ts', 'epoch/b.ts', 'kpi/b.ts', 'cli/b.ts'].map((other) => [other, ''] as const);
    expect(layerViolations(parseTree([...others, [path, text]]))).toEqual([`${path}:1: ${problem}`]);
  });

  it('sees a folder that is no layer', () => {
    expect(layerViolations(parse({ 'utils/a.ts': '' }))).toEqual([
      'utils/a.ts: not in the folder of a layer',
    ]);
  });

  it('lets a higher layer use a lower one', () => {
    expect(
      layerViolations(parse({ 'limit/a.ts': "import { b } from '../calendar/b.ts';", 'calendar/b.ts': '' })),
    ).toEqual([]);
  });

  it('sees a circle of three files, and lets types refer to each other within a folder', () => {
    const circle = (kind: string) =>
      parse({
        'limit/a.ts': `import ${kind}{ b } from './b.ts';`,
        'limit/b.ts': `import { c } from './c.ts';`,
        'limit/c.ts': `import { a } from './a.ts';`,
      });
    expect(cycles(circle(''))).toEqual([['limit/a.ts', 'limit/b.ts', 'limit/c.ts']]);
    expect(cycles(circle('type '))).toEqual([]);
  });

  it.each([
    'const t = Date.now();',
    'const t = new Date();',
    'const t = new Date(2026, 1, 1);',
    'const t = Date();',
    "const t = Date.parse('2026-01-01');",
    'const r = Math.random();',
    'const e = process.env.TZ;',
    'const g = globalThis;',
    'const h = (d: Date) => d.getHours();',
    'const o = (d: Date) => d.getTimezoneOffset();',
    'const s = (n: number) => n.toLocaleString();',
    'const f = new Intl.DateTimeFormat();',
    'const c = (a: string) => a.localeCompare("b");',
    'export let count = 0;',
    'const read = { read: require };',
  ])('sees %s', (text) => {
    expect(reaches(text)).toHaveLength(1);
  });

  it.each([
    'const t = (ms: number) => new Date(ms);',
    'const h = (d: Date) => d.getUTCHours();',
    '// Date.now() is not for us\nconst s = "Math.random() and process.env";',
    'const a = (x: { process: string }) => x.process;',
    'const b = { process: 1, document: 2 };',
    'const w = ({ window }: { window: number }) => window + 1;',
    "const f = new Intl.DateTimeFormat('en', { timeZone: 'UTC' });",
    'const n = () => { let count = 0; count += 1; return count; };',
  ])('accepts %s', (text) => {
    expect(reaches(text)).toEqual([]);
  });
});
