import stringWidth from 'string-width';

const ELLIPSIS = '…';
const graphemes = /* @__PURE__ */ new Intl.Segmenter();

/** The text, cut so that it takes no more than `width` columns of a terminal. */
export function cutTo(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = stringWidth(ELLIPSIS);
  for (const { segment } of graphemes.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept + ELLIPSIS;
}
