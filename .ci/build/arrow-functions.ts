import ts from 'typescript';

/**
 * Writes the functions of a source as constants with arrows, before all that its other constants compute.
 *
 * Every minifier can shorten an arrow, and join many of them to one declaration; none does that to `function` and `return`.
 */
export function arrowFunctions(path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found = file.statements.filter(mayBeArrow);
  const written = found.map((statement) => arrowOf(statement, text)).join('\n');
  const start = file.statements.findLast(ts.isImportDeclaration)?.end ?? 0;
  let rest = text;
  for (const statement of found.reverse())
    rest = `${rest.slice(0, statement.getStart())}${rest.slice(statement.end)}`;
  return `${rest.slice(0, start)}\n${written}\n${rest.slice(start)}`;
}

interface Written extends ts.FunctionDeclaration {
  readonly name: ts.Identifier;
  readonly body: ts.Block;
}

/** Whether a statement is a function that neither yields nor asks how it was called. */
function mayBeArrow(statement: ts.Statement): statement is Written {
  return (
    ts.isFunctionDeclaration(statement) &&
    statement.body !== undefined &&
    statement.name !== undefined &&
    statement.asteriskToken === undefined &&
    !/\b(?:this|arguments|new\.target)\b/.test(statement.body.getText())
  );
}

function arrowOf({ name, modifiers, body, parameters: given }: Written, text: string): string {
  const words = modifiers?.map((modifier) => modifier.getText()) ?? [];
  const exported = words.includes('export') ? 'export ' : '';
  const asynchronous = words.includes('async') ? 'async ' : '';
  const parameters = text.slice(given.pos, given.end);
  return `${exported}const ${name.text} = ${asynchronous}(${parameters}) => ${body.getText()};`;
}
