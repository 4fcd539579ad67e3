import ts from 'typescript';

/**
 * An example rewritten so that it checks itself: each statement with a `// => value` after it hands what it made, and
 * the value, to `$check(line, got, expected)`. JavaScript comes out; what `$check` does with a mismatch is up to it.
 *
 * The value is an expression, an instant without quotes, or `throws some.code`; `...` at the end of an object or a
 * list leaves the rest open; it may go on in the comment lines below, and a remark may follow after a comma.
 */
export function checkedCode(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2023, true);
  const ends = file.statements.map((_, index) => file.statements[index + 1]?.getStart() ?? code.length);
  const parts = file.statements.map((statement, index) => {
    const expected = expectation(code.slice(statement.end, ends[index]));
    const line = file.getLineAndCharacterOfPosition(statement.getStart()).line + 1;
    return expected === null ? statement.getFullText() : checkedStatement(statement, expected, line);
  });
  const checks = parts.filter((part) => part.includes('await $check(')).length;
  if (checks < countOfChecks(code))
    throw new Error('a value is announced where it is not checked, such as inside a block');
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(parts.join('\n'), { compilerOptions: options }).outputText;
}

/** How many values an example announces. */
export function countOfChecks(code: string): number {
  return code.match(/\/\/ =>/g)?.length ?? 0;
}

/** The value announced in the comments after a statement, as an expression; null where none is. */
function expectation(trivia: string): string | null {
  const lines = trivia.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith('// =>'));
  if (first < 0 || lines.slice(0, first).some((line) => line !== '' && line !== ';')) return null;
  const comments = lines.slice(first).map((line) => line.replace(/^\/\/( =>)?/, '').trim());
  for (let count = 1; count <= comments.length; count++) {
    const expression = asExpression(comments.slice(0, count).join('\n'));
    if (expression !== null) return expression;
  }
  const value = withoutRemark(comments[0] ?? '');
  if (value === null) throw new Error(`not a value: ${comments[0]}`);
  return value;
}

/** `1 // => 1, of course`: the longest beginning before a comma, a Chinese one too, that is an expression. */
function withoutRemark(comment: string): string | null {
  for (const { index } of [...comment.matchAll(/, |，/g)].reverse()) {
    const expression = asExpression(comment.slice(0, index));
    if (expression !== null) return expression;
  }
  return null;
}

function asExpression(text: string): string | null {
  const open = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^'"]+|['"]/g, (piece) =>
    /^['"]./.test(piece) ? piece : outsideStrings(piece),
  );
  const thrown = /^throws ([\w.-]+)$/.exec(open);
  if (thrown) return `$throws('${thrown[1]}')`;
  const { diagnostics } = ts.transpileModule(`(${open}\n)`, { reportDiagnostics: true });
  return open !== '' && diagnostics?.length === 0 ? `(${open}\n)` : null;
}

function outsideStrings(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, "'$&'")
    .replace(/\.\.\.(?=\s*\})/g, '[$rest]: true')
    .replace(/\.\.\.(?=\s*\])/g, '$rest');
}

function checkedStatement(statement: ts.Statement, expected: string, line: number): string {
  if (ts.isExpressionStatement(statement)) {
    return `await $check(${line}, async () => (${printed(statement.expression).getText()}), () => ${expected});`;
  }
  const [declared, ...more] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  if (declared && more.length === 0 && ts.isIdentifier(declared.name)) {
    return `${statement.getText()}\nawait $check(${line}, async () => ${declared.name.text}, () => ${expected});`;
  }
  throw new Error(
    `line ${line}: a value can be announced after an expression or the declaration of one name`,
  );
}

/** What `console.log(value)` shows is the value. */
function printed(expression: ts.Expression): ts.Expression {
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'console.log')
    return expression;
  const [value, ...more] = expression.arguments;
  return value !== undefined && more.length === 0 ? value : expression;
}
