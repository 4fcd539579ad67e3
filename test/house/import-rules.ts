import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, placeOf, type SourceTree } from '../support/source-tree.ts';

// A file may import from its own folder and from folders further up in this list.
const core = [
  'errors',
  'instant',
  'calendar',
  'limit',
  'case',
  'standards',
  'escalation',
  'kpi',
  'policy',
  'assess',
  'audit',
  'explain',
];
const rim = ['epoch', 'holidays', 'china', 'presets', 'readers', 'report', 'sql', 'testing', 'cli'];
const layers = [...core, ...rim];

const rimPackages: Record<string, RegExp> = {
  holidays: /^(date-holidays(\/data)?|ical\.js)$/,
  readers: /^(csv-parse(\/.*)?|date-fns(\/.*)?|@date-fns\/tz|hucre\/xlsx|node:(stream|zlib)|zod\/mini)$/,
  report: /^(string-width|d3-(scale|shape))$/,
  testing: /^fast-check$/,
  cli: /^(node:.*|commander|cli-progress|string-width|@duckdb\/node-api|zod\/mini|\.\.\/package\.json)$/,
};

/** Folders that must run anywhere: no Node, no clock, no environment. */
export const portable: ReadonlySet<string> = new Set([...core, 'epoch', 'china', 'presets', 'index.ts']);

/** The folder of `src/` that a path lies in; `index.ts` for the public surface. */
export function layerOf(path: string): string {
  return path.split('/')[0] as string;
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly node: ts.Node;
}

/** All imports of a file: static, re-exports, dynamic ones and `import('...')` types. */
function importsOf(file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  for (const node of nodesOf(file)) {
    const [specifier, typeOnly] = specifierOf(node);
    if (specifier && ts.isStringLiteral(specifier)) {
      const to = specifier.text.startsWith('.')
        ? posix.join(posix.dirname(file.fileName), specifier.text)
        : specifier.text;
      found.push({ from: file.fileName, to, typeOnly, node });
    }
  }
  return found;
}

function specifierOf(node: ts.Node): [specifier: ts.Node | undefined, typeOnly: boolean] {
  if (ts.isImportDeclaration(node)) return [node.moduleSpecifier, node.importClause?.isTypeOnly ?? false];
  if (ts.isExportDeclaration(node)) return [node.moduleSpecifier, node.isTypeOnly];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return [node.arguments[0], false];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return [node.argument.literal, true];
  return [undefined, false];
}

/** Imports that point up the layers, out of the sources, or at a package that has no place there. */
export function layerViolations(tree: SourceTree): string[] {
  const strays = [...tree.keys()].filter((path) => path !== 'index.ts' && !layers.includes(layerOf(path)));
  const imports = [...tree.values()].flatMap(importsOf);
  return [
    ...strays.map((path) => `${path}: not in the folder of a layer`),
    ...imports.flatMap((each) => {
      const problem = tree.has(each.to) ? upwards(each) : foreign(each);
      return problem === null ? [] : [`${placeOf(each.node)}: ${problem}`];
    }),
  ];
}

function upwards({ from, to }: Import): string | null {
  const [here, there] = [layerOf(from), layerOf(to)];
  if (here === there) return null;
  if (here === 'index.ts')
    return core.includes(there) ? null : `the public surface takes from the rim: ${to}`;
  return layers.indexOf(there) < layers.indexOf(here) && there !== 'index.ts'
    ? null
    : `${here} imports up from ${to}`;
}

function foreign({ from, to, node }: Import): string | null {
  const here = layerOf(from);
  if (/^[a-z]+\//.test(to) && layers.includes(layerOf(to))) return `no such file: ${to}`;
  // The core needs no package at all.
  if (portable.has(here) || !rimPackages[here]?.test(to)) return `${here} may not import ${to}`;
  if (to === 'zod/mini' && !/^import (type )?\* as z from /.test(node.getText()))
    return "expected import * as z from 'zod/mini'";
  return null;
}

/** Groups of files that import each other: none at run time, and by types only within one folder. */
export function cycles(tree: SourceTree): string[][] {
  const imports = [...tree.values()].flatMap(importsOf).filter(({ to }) => tree.has(to));
  const atRunTime = circles(
    tree,
    imports.filter(({ typeOnly }) => !typeOnly),
  );
  const acrossFolders = circles(tree, imports).filter((files) => new Set(files.map(layerOf)).size > 1);
  return [...atRunTime, ...acrossFolders];
}

/** Files that reach each other, found by plain reachability: the tree is small. */
function circles(tree: SourceTree, imports: readonly Import[]): string[][] {
  const next = new Map([...tree.keys()].map((path) => [path, new Set<string>()]));
  for (const { from, to } of imports) next.get(from)?.add(to);
  const reach = new Map([...next.keys()].map((path) => [path, reachable(path, next)]));
  const groups = [...reach].flatMap(([path, targets]) =>
    targets.has(path) ? [[...targets].filter((other) => reach.get(other)?.has(path)).sort()] : [],
  );
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

function reachable(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const target of next.get(path) ?? []) {
      if (!seen.has(target)) open.push(target);
      seen.add(target);
    }
  }
  return seen;
}
