import { describe, expect, it } from 'vitest';
import { chineseItems } from '../../src/standards/chinese-items.ts';
import { chineseWords } from '../../src/standards/chinese-words.ts';
import { wordFor } from '../../src/standards/in-words.ts';

describe('the words of the vocabulary and of the presets', () => {
  it.each([
    ['events, attributes and roles', chineseWords],
    ['items of checklists and situations', chineseItems],
  ])('are Chinese in zh-CN and themselves in English: %s', (_, known) => {
    for (const word of Object.keys(known)) {
      expect(wordFor(word, 'zh-CN'), word).toMatch(/\p{Script=Han}/u);
      expect(wordFor(word, 'en')).toBe(word);
    }
  });

  it("leave a company's own as they stand, those that every object knows too", () => {
    expect(wordFor('labelled', 'zh-CN')).toBe('labelled');
    expect(wordFor('constructor', 'zh-CN')).toBe('constructor');
  });
});
