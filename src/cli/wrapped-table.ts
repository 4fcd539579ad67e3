import stringWidth from 'string-width';
import { wrap } from '../report/wrap.ts';

/** A column whose cells go on in further lines where they are wider than it. */
export interface WrappedColumn {
  readonly head: string;
  /** Its part of the room that is left, beside the other columns that have one; without it, as wide as it needs. */
  readonly share?: number;
}

const GAP = 2;
const NARROWEST = 8;

/** Lines of aligned columns, no wider than `width` where they can; a blank line ends each row. A cell may have several lines. */
export function layWrappedTable(
  columns: readonly WrappedColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const widths = widthsWithin(columns, rows, width);
  const heads = columns.map(({ head }) => head);
  return [heads, ...rows].flatMap((cells) => {
    const wrapped = widths.map((room, index) =>
      (cells[index] ?? '')
        .split('\n')
        .flatMap((line) => (line === '' ? [] : wrap(line, room).flatMap((piece) => chop(piece, room)))),
    );
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, n) =>
      widths
        .map((room, index) => pad(wrapped[index]?.[n] ?? '', room))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
    return [...lines, ''];
  });
}

function widthsWithin(
  columns: readonly WrappedColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const natural = columns.map(({ head }, index) =>
    Math.max(
      stringWidth(head),
      ...rows.flatMap((cells) => (cells[index] ?? '').split('\n').map((line) => stringWidth(line))),
    ),
  );
  let left = width - GAP * (columns.length - 1);
  const open = new Set(columns.keys());
  const settle = (index: number, room: number) => {
    natural[index] = room;
    left -= room;
    open.delete(index);
  };
  for (const [index, { share }] of columns.entries())
    if (share === undefined) settle(index, natural[index] ?? 0);
  // Who needs less than its share leaves the rest to the others; who would get too little takes it from them.
  for (;;) {
    const shares = [...open].reduce((sum, index) => sum + (columns[index]?.share ?? 0), 0);
    const shareOf = (index: number) => Math.floor((left * (columns[index]?.share ?? 0)) / shares);
    const needOf = (index: number) => natural[index] ?? 0;
    const modest = [...open].find((index) => needOf(index) <= Math.max(NARROWEST, shareOf(index)));
    const starved = [...open].find((index) => shareOf(index) < NARROWEST);
    if (modest !== undefined) settle(modest, needOf(modest));
    else if (starved !== undefined) settle(starved, NARROWEST);
    else {
      const rooms = [...open].map((index) => [index, shareOf(index)] as const);
      for (const [index, room] of rooms) natural[index] = room;
      return natural;
    }
  }
}

/** A word that is wider than its column goes on in the next line. */
function chop(text: string, width: number): string[] {
  const lines = [''];
  for (const character of text) {
    if (stringWidth(lines.at(-1) + character) > width) lines.push('');
    lines.push(lines.pop() + character);
  }
  return lines;
}

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - stringWidth(text)));
