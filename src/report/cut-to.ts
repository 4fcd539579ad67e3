import stringWidth from 'string-width';

const ELLIPSIS = '…';
const graphemes = /* @__PURE__ */ new Intl.Segmenter();

/** The text, cut at its end or in its middle so that it takes no more than `width` columns of a terminal. */
export function cutTo(text: string, width: number, where: 'end' | 'middle' = 'end'): string {
  if (stringWidth(text) <= width) return text;
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  const room = width - stringWidth(ELLIPSIS);
  const tailRoom = where === 'middle' ? Math.floor(room / 2) : 0;
  const tail = startWithin([...parts].reverse(), tailRoom).reverse();
  return [...startWithin(parts, room - tailRoom), ELLIPSIS, ...tail].join('');
}

function startWithin(parts: readonly string[], width: number): string[] {
  let used = 0;
  const end = parts.findIndex((part) => {
    used += stringWidth(part);
    return used > width;
  });
  return end < 0 ? [...parts] : parts.slice(0, end);
}
