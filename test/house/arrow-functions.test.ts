import { describe, expect, it } from 'vitest';
import { arrowFunctions } from '../../.ci/build/arrow-functions.ts';

const written = (text: string) => arrowFunctions('a.ts', text).trim();

describe('arrowFunctions', () => {
  it('writes functions as constants, exported and asynchronous ones too', () => {
    expect(written('function a(b) { return b; }')).toBe('const a = (b) => { return b; };');
    expect(written('export async function a() {}')).toBe('export const a = async () => {};');
  });

  it('leaves alone what yields, and what asks how it was called', () => {
    for (const text of [
      'function* a() { yield 1; }',
      'function a() { return this; }',
      'function a() { return arguments; }',
      'function a() { return new.target; }',
    ])
      expect(written(text)).toBe(text);
  });

  it('puts them behind the imports, before a constant that calls one', () => {
    const text = "import b from './b.ts';\nconst c = a();\nfunction a() { return b; }";
    const lines = written(text)
      .split('\n')
      .filter((line) => line !== '');
    expect(lines).toEqual(["import b from './b.ts';", 'const a = () => { return b; };', 'const c = a();']);
  });
});
