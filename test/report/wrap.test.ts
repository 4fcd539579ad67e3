import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/report/wrap.ts';

describe('wrap', () => {
  it('breaks between words, and leaves no spaces at the ends', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('one two', 7)).toEqual(['one two']);
    expect(wrap('', 7)).toEqual([]);
  });

  it('breaks Chinese between words, two columns a character', () => {
    expect(wrap('已公布节假日', 6)).toEqual(['已公布', '节假日']);
  });

  it('leaves a bracket with what it opens, and marks with what they close', () => {
    expect(wrap('248 working days (Asia/Shanghai)', 20)).toEqual(['248 working days', '(Asia/Shanghai)']);
    expect(wrap('工作日（上海）。', 10)).toEqual(['工作日', '（上海）。']);
  });

  it('keeps a word that is wider than the line in one piece', () => {
    expect(wrap('a unbreakable b', 5)).toEqual(['a', 'unbreakable', 'b']);
  });
});
