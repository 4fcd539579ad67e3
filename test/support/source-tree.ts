import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Source files by their path below `src/`, with forward slashes: `calendar/define-calendar.ts`. */
export type SourceTree = ReadonlyMap<string, ts.SourceFile>;

export function readSourceTree(): SourceTree {
  const paths = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort();
  return parseTree(paths.map((path) => [path, readFileSync(`${root}src/${path}`, 'utf8')]));
}

export function parseTree(texts: Iterable<readonly [path: string, text: string]>): SourceTree {
  return new Map(
    [...texts].map(([path, text]) => [path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true)]),
  );
}

/** Every node of a file, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** `calendar/zone.ts:12`, as an editor opens it. */
export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
