import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';
import { arrowFunctions } from './arrow-functions.ts';

/**
 * Marks what a source computes for a constant at its top as free of side effects.
 *
 * `sideEffects: false` lets an application's bundler leave out whole files. Here many sources become one file, and then
 * a schema or a table that nobody imports would stay, and bring its library along.
 */
export function pureConstants(folder: string): Plugin {
  return {
    name: 'pure-constants',
    setup(build) {
      build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (!path.startsWith(folder)) return undefined;
        return { contents: arrowFunctions(path, marked(path, await readFile(path, 'utf8'))), loader: 'ts' };
      });
    },
  };
}

function marked(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const computed = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.flatMap(({ initializer }) => initializer ?? []),
    )
    .filter(computes);
  let result = text;
  for (const initializer of computed.reverse()) {
    const [start, end] = [initializer.getStart(), initializer.end];
    result = `${result.slice(0, start)}/* @__PURE__ */ (() => (${result.slice(start, end)}))()${result.slice(end)}`;
  }
  return result;
}

/**
 * Whether an expression calls anything by being evaluated, or may by spreading or being turned into text; the inside of
 * a function is not.
 */
function computes(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  return kinds.some((isKind) => isKind(node)) || (ts.forEachChild(node, computes) ?? false);
}

const kinds = [
  ts.isCallExpression,
  ts.isNewExpression,
  ts.isSpreadAssignment,
  ts.isSpreadElement,
  ts.isTemplateExpression,
];
