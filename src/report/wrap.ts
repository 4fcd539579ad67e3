import stringWidth from 'string-width';

const words = /* @__PURE__ */ new Intl.Segmenter('zh', { granularity: 'word' });

/** The text in lines of at most `width` columns, broken between words (Chinese: anywhere between words). */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { segment } of words.segment(text)) {
    if (line !== '' && stringWidth(line + segment) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? segment.trimStart() : line + segment;
  }
  return line === '' ? lines : [...lines, line];
}
