import { describe, expect, it } from 'vitest';
import { exampleGlobals } from '../support/check-example.ts';
import { checkedCode } from '../support/example-code.ts';

/** The mismatches that an example has. */
async function mismatches(code: string): Promise<string[]> {
  const found: string[] = [];
  const globals = exampleGlobals((mismatch) => found.push(mismatch));
  const body = `return (async () => {\n${checkedCode(code)}\n})()`;
  await new Function(...Object.keys(globals), body)(...Object.values(globals));
  return found;
}

describe('the check of examples', () => {
  it.each([
    '1 + 1 // => 2',
    'const sum = 1 + 1; // => 2',
    'const a = 1;\nconst b: number = a + 1;\nb; // => 2\na // => 1',
    "new Date(0) // => '1970-01-01T00:00:00.000Z'",
    'new Date(0) // => 1970-01-01T08:00:00+08:00',
    '({ at: new Date(0) }) // => { at: 1970-01-01T00:00:00Z }',
    '({ a: 1, b: 2 }) // => { a: 1, ... }',
    '[1, 2, 3] // => [1, ...]',
    "console.log('x') // => 'x'",
    '[1, 2]\n// => [\n//   1,\n//   2,\n// ]',
    'new Set([1, 2]).values() // => [1, 2]',
    '({ a: 1, b: undefined }) // => { a: 1 }',
    "const fail = () => { throw Object.assign(new Error('x'), { code: 'limit.syntax' }); };\nfail() // => throws limit.syntax",
    "await Promise.resolve('x') // => 'x'",
    'new Date(0) // => 1970-01-01T00:00:00.000Z, where it all began, they say',
    "'a,2026-01-01T00:00:00Z,...]' // => 'a,2026-01-01T00:00:00Z,...]'",
    '// a remark\n1 // => 1\n// another remark',
  ])('accepts %s', async (code) => {
    expect(await mismatches(code)).toEqual([]);
  });

  it.each([
    '1 + 1 // => 3',
    '({ a: 1, b: 2 }) // => { a: 1 }',
    '({ a: 1 }) // => { a: 1, b: 2 }',
    '[1, 2] // => [1]',
    '[1] // => [1, 2]',
    '[1] // => [2, ...]',
    "'x' // => 'y'",
    '0 // => -0',
    '({}) // => []',
    '1 // => throws limit.syntax',
    "(() => { throw Object.assign(new Error('x'), { code: 'a.b' }); })() // => throws limit.syntax",
    "new Date(1) // => '1970-01-01T00:00:00.000Z'",
    "new Date(0) // => '1970-01-01'",
    'const sum = 1; // => 2',
    'false // => true, a Saturday',
  ])('refuses %s', async (code) => {
    expect(await mismatches(code)).toHaveLength(1);
  });

  it('refuses a value that is none, and a statement that has none', () => {
    expect(() => checkedCode('1 // => about one')).toThrow('not a value');
    expect(() => checkedCode('if (true) {} // => 1')).toThrow('line 1');
    expect(() => checkedCode('if (true) {\n  1 // => 1\n}')).toThrow('not checked');
  });
});
