import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../house/application.ts';
import { root } from '../support/source-tree.ts';

const workbook = `${root}test/readers/data/tickets.xlsx`;

/** What a runtime prints of the package that is installed in a folder, by one of its two kinds of entries. */
export async function resultsOf(
  [program, ...args]: readonly [string, ...string[]],
  entry: 'from-esm.mjs' | 'from-cjs.cjs',
  folder: string,
): Promise<string> {
  const file = join(folder, 'results.json');
  await run(program, [...args, join(folder, 'conformance', entry), workbook, file], folder);
  return readFileSync(file, 'utf8');
}

/** What a runtime prints of `duly/testing` there. */
export async function lawsOf(
  [program, ...args]: readonly [string, ...string[]],
  entry: 'laws-from-esm.mjs' | 'laws-from-cjs.cjs',
  folder: string,
): Promise<string> {
  const file = join(folder, 'laws.json');
  await run(program, [...args, join(folder, 'conformance', entry), file], folder);
  return readFileSync(file, 'utf8');
}

/** What a browser has of the results: the rest needs Node's streams. */
export function browserPart(results: string): string {
  const { core, rim } = JSON.parse(results);
  return JSON.stringify({ core, report: rim.report, sql: rim.sql });
}

/** The first place at which two results differ, and what stands there; `null` where they are the same bytes. */
export function firstDifference(expected: string, actual: string): string | null {
  if (actual === expected) return null;
  const at = [...expected].findIndex((character, index) => character !== actual[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
  return `at ${at}: expected\n${around(expected)}\nbut got\n${around(actual)}`;
}
