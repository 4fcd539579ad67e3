import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { exampleGlobals } from '../support/check-example.ts';
import { checkedCode, countOfChecks } from '../support/example-code.ts';
import { exampleScope } from '../support/example-scope.ts';
import { entryNames, entrySource } from '../support/package-json.ts';
import { nodesOf, placeOf, readSourceTree, root } from '../support/source-tree.ts';

type Names = Readonly<Record<string, unknown>>;

const tree = readSourceTree();
const entries: Names[] = await Promise.all(
  entryNames.map((name) => import(`${root}src/${entrySource(name)}`)),
);
const published: Names = Object.assign({}, ...[...entries].reverse());

interface Example {
  readonly path: string;
  readonly place: string;
  readonly code: string;
}

const examples = [...tree].flatMap(([path, file]) =>
  [...nodesOf(file)]
    .filter(ts.isJSDoc)
    .flatMap((comment) =>
      (comment.tags ?? [])
        .filter((tag) => tag.tagName.text === 'example')
        .map((tag): Example => ({ path, place: placeOf(tag), code: codeOf(tag) })),
    ),
);

describe('the examples in the documentation of the sources', () => {
  it.each(examples)('$place is true', async ({ path, code }) => {
    const mismatches: string[] = [];
    const names = {
      ...exampleScope,
      ...published,
      ...ownEntry(path),
      ...(await import(`${root}src/${path}`)),
      ...exampleGlobals((mismatch) => mismatches.push(mismatch)),
    };
    await new Function(...Object.keys(names), `return (async () => {\n${checkedCode(code)}\n})()`)(
      ...Object.values(names),
    );
    expect(mismatches).toEqual([]);
  });

  it('stand at every public function, each with a result', () => {
    const documented = new Set(
      examples.filter(({ code }) => countOfChecks(code) > 0).map(({ path }) => path),
    );
    const missing = [...tree].flatMap(([path, file]) =>
      documented.has(path) ? [] : publicFunctions(file).map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the documentation of a public function', () => {
  // They look at what is there and leave nothing to go wrong.
  const neverThrow = ['provenanceOf', 'mappingJsonSchema', 'reportJsonSchema']
    // Arbitraries that nothing is handed to, or what can't be wrong, and laws, which throw when they are checked.
    .concat(['countingRules', 'holidaySources', 'limits', 'officeCalendars', 'officeInstants', 'pauses'])
    .concat(['policies', 'situations', 'zones', 'law', 'policyLaws', 'tallyLaws']);

  it('says which errors it throws', () => {
    const silent = [...tree].flatMap(([path, file]) =>
      file.statements
        .filter(ts.isFunctionDeclaration)
        .filter(({ name }) => publicFunctions(file).includes(name?.text ?? ''))
        .filter((declared) => ts.getJSDocCommentsAndTags(declared).length > 0)
        .filter((declared) => !ts.getJSDocTags(declared).some(({ tagName }) => tagName.text === 'throws'))
        .map(({ name }) => `${path}: ${name?.text}`),
    );
    expect(silent.filter((place) => !neverThrow.some((name) => place.endsWith(`: ${name}`)))).toEqual([]);
  });
});

/** What the entry of a subpath hands out: `duly/epoch` has other functions under the names of `duly`. */
function ownEntry(path: string): Names {
  const folder = path.split('/')[0];
  return entries[entryNames.indexOf(`duly/${folder}`)] ?? {};
}

/** An example without its fence and without the imports of what is in scope anyway. */
function codeOf(tag: ts.JSDocTag): string {
  const text = (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^```.*$/gm, '');
  return text.replace(/^import .* from 'duly(\/[a-z]+)?';?$/gm, '');
}

/** Functions that the file declares and an entry hands out under the same name. */
function publicFunctions(file: ts.SourceFile): string[] {
  const names = file.statements.filter(ts.isFunctionDeclaration).map(({ name }) => name?.text ?? '');
  return names.filter((name) => typeof published[name] === 'function');
}
