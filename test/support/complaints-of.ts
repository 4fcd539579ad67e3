import { basename } from 'node:path';
import ts from 'typescript';

/** What the compiler says of programs that import the built package, in the strictest projects; the types of `node` if asked for. */
export function complaintsOf(files: readonly string[], types: readonly string[] = []): string[] {
  const inScript = files.some((file) => file.endsWith('.mjs'));
  const program = ts.createProgram(files, {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    allowJs: inScript,
    checkJs: inScript,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [...types],
    skipLibCheck: true,
    noEmit: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${basename(file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
