import stringWidth from 'string-width';

const words = /* @__PURE__ */ new Intl.Segmenter('zh', { granularity: 'word' });

const opening = /^[([（“‘《]$/;
const closing = /^[)\]）”’》,.;:!?，。；：！？、%]/;

/**
 * The text in lines of at most `width` columns, broken between words (Chinese: anywhere between words), but neither
 * behind an opening bracket nor in front of what closes.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && stringWidth(line + piece) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? piece.trimStart() : line + piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** Words and gaps, each with the brackets and marks that belong to it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let open = '';
  for (const { segment } of words.segment(text)) {
    if (opening.test(segment)) open += segment;
    else if (open === '' && pieces.length > 0 && closing.test(segment)) pieces.push(pieces.pop() + segment);
    else {
      pieces.push(open + segment);
      open = '';
    }
  }
  return open === '' ? pieces : [...pieces, open];
}
