import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetsMarkdown } from '../../src/cli/presets-markdown.ts';
import { presets } from '../../src/presets/index.ts';
import { root } from '../support/source-tree.ts';

describe('the tables beside the presets', () => {
  // Written anew by: npm run build; for each language, npx duly presets --markdown --lang en > src/presets/README.md
  it.each([
    ['README.md', 'en'],
    ['README.zh-CN.md', 'zh-CN'],
  ] as const)('%s is what duly presets --markdown prints', (file, locale) => {
    expect(readFileSync(`${root}src/presets/${file}`, 'utf8')).toBe(
      presetsMarkdown(Object.values(presets), locale),
    );
  });
});
