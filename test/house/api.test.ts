import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryNames } from '../support/package-json.ts';
import { nodesOf, root } from '../support/source-tree.ts';
import { writeApiReports } from './api-report.ts';

// By `npm run api`, which sets the flag, the reports that are kept become those of the built package.
const entries = entryNames.map((name) => (name === 'duly' ? 'index' : name.slice('duly/'.length)));
const kept = `${root}api`;
const folder = mkdtempSync(join(tmpdir(), 'duly-api-'));

beforeAll(() => writeApiReports(entries, folder), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reportOf = (entry: string) => readFileSync(join(folder, `${entry}.api.md`), 'utf8');

describe('the public surface', () => {
  it.each(entries)('of %s is the one that its report in api/ tells', async (entry) => {
    const changed = `what ${entry} hands out has changed: if that is meant, npm run api, and name it in the changelog`;
    await expect(reportOf(entry), changed).toMatchFileSnapshot(`${kept}/${entry}.api.md`);
  });

  it('has no report of what is no entry', () => {
    expect(readdirSync(kept).filter((name) => !entries.includes(name.replace(/\.api\.md$/, '')))).toEqual([]);
  });

  it.each(entries)('of %s has words for each name', (entry) => {
    expect(namesWithoutWords(reportOf(entry))).toEqual([]);
  });

  it.each(entries)('of %s says of each number what it counts', (entry) => {
    expect(numbersWithoutWords(reportOf(entry))).toEqual([]);
  });
});

describe('the check of the public surface', () => {
  const report = (code: string) => `\`\`\`ts\n\n${code}\n\n\`\`\`\n`;

  it('sees a name without words, but not one that has them in its other declaration', () => {
    const code = [
      '// @public (undocumented)\nexport type A = 1;',
      '// @public\nexport const B = 1;\n\n// @public (undocumented)\nexport type B = 1;',
      '// @public (undocumented)\ntype C = 1;',
    ].join('\n\n');
    expect(namesWithoutWords(report(code))).toEqual(['A']);
  });

  it('sees a number without words in what has a name outside', () => {
    const members = '{\n    // (undocumented)\n    readonly ms: Millis | null;\n    readonly b: number;\n}';
    const code = `// @public\nexport interface A ${members}\n\n// @public\ninterface B ${members}`;
    expect(numbersWithoutWords(report(code))).toEqual(['A.ms: Millis | null']);
  });
});

type Named = ts.Statement & { readonly name: ts.Node };

/** The exported declarations of a report, each with the remark that stands before it. */
function declarationsOf(report: string): { name: string; remark: string; node: ts.Statement }[] {
  const code = /```ts\n([\s\S]*)```/.exec(report)?.[1] ?? '';
  const file = ts.createSourceFile('report.ts', code, ts.ScriptTarget.ES2022, true);
  return file.statements
    .filter((node) => ts.canHaveModifiers(node) && node.modifiers?.[0]?.kind === ts.SyntaxKind.ExportKeyword)
    .map((node) => {
      const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : (node as Named);
      return { name: named?.name.getText() ?? '', remark: remarkOn(node), node };
    });
}

function remarkOn(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const last = ts.getLeadingCommentRanges(text, node.pos)?.at(-1);
  return last === undefined ? '' : text.slice(last.pos, last.end);
}

function namesWithoutWords(report: string): string[] {
  const names = new Map<string, boolean>();
  for (const { name, remark } of declarationsOf(report))
    names.set(name, (names.get(name) ?? false) || !remark.includes('(undocumented)'));
  return [...names].flatMap(([name, documented]) => (documented ? [] : [name]));
}

function numbersWithoutWords(report: string): string[] {
  return declarationsOf(report).flatMap(({ name, node }) =>
    [...nodesOf(node)]
      .filter(ts.isPropertySignature)
      .filter((member) => remarkOn(member).includes('(undocumented)'))
      .filter(({ type }) => /^(readonly )?\(?(number|Millis|EpochMs|EpochDay)\b/.test(type?.getText() ?? ''))
      .map((member) => `${name}.${member.name.getText()}: ${member.type?.getText()}`),
  );
}
