import ts from 'typescript';
import { nodesOf, placeOf } from '../support/source-tree.ts';

// What a machine has around a program, by the name it is reached by.
const surroundings = new Set(
  [
    'process',
    'globalThis',
    'window',
    'self',
    'document',
    'navigator',
    'performance',
    'console',
    'require',
    'Buffer',
    'Deno',
    'Bun',
  ].concat([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'crypto',
    'eval',
    'Function',
  ]),
);

// These read the zone or the language of the machine they run on.
const localParts = 'FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds';
const hostDependent = new RegExp(
  `^(get(${localParts}|Year|TimezoneOffset)|set(${localParts}|Year)|to(Locale)?(Date|Time)String|toLocaleString)$`,
);

/** Places where a file reaches for the clock, chance, the environment, or keeps something that changes. */
export function surroundingsOf(file: ts.SourceFile): string[] {
  const nodes = [...nodesOf(file)];
  const declared = new Set(nodes.flatMap(declaredName));
  return nodes.flatMap((node) => {
    const reach = reachOf(node, declared);
    return reach === null ? [] : [`${placeOf(node)}: ${reach}`];
  });
}

function reachOf(node: ts.Node, declared: ReadonlySet<string>): string | null {
  if (ts.isIdentifier(node)) {
    return surroundings.has(node.text) && !declared.has(node.text) && isFreeName(node) ? node.text : null;
  }
  if (ts.isPropertyAccessExpression(node)) return memberReach(node);
  if (ts.isNewExpression(node)) return constructed(node.expression.getText(), node.arguments?.length ?? 0);
  if (ts.isCallExpression(node)) return called(node.expression.getText(), node.arguments.length);
  if (ts.isVariableStatement(node) && ts.isSourceFile(node.parent)) return changeable(node);
  return null;
}

function memberReach({ expression, name }: ts.PropertyAccessExpression): string | null {
  const path = `${expression.getText()}.${name.text}`;
  if (path === 'Date.now' || path === 'Math.random' || path === 'import.meta') return path;
  return hostDependent.test(name.text) ? `.${name.text}` : null;
}

function constructed(what: string, given: number): string | null {
  if (what === 'Date' && given !== 1) return `new Date with ${given} arguments`;
  return what.startsWith('Intl.') && given < 2 ? `new ${what} without locale and options` : null;
}

function called(what: string, given: number): string | null {
  if (what === 'Date' || what === 'Date.parse') return `${what}()`;
  return what.endsWith('.localeCompare') && given < 2 ? 'localeCompare without a locale' : null;
}

function changeable({ declarationList }: ts.VariableStatement): string | null {
  return (declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const
    ? null
    : 'a variable that outlives the call';
}

/** The name that a parameter or a variable gives; a file that has its own `window` doesn't mean the browser's. */
function declaredName(node: ts.Node): string[] {
  const declares = ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
  return declares && ts.isIdentifier(node.name) ? [node.name.text] : [];
}

/** Whether a name stands for itself, not for a property, a key, a type or an import. */
function isFreeName(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== name;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent))
    return false;
  const keyed =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent);
  const isMethod = ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent);
  const isKey = keyed || isMethod || ts.isBindingElement(parent);
  return !(isKey && (parent.name === name || (ts.isBindingElement(parent) && parent.propertyName === name)));
}
