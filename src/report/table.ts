import stringWidth from 'string-width';
import { cutTo } from './cut-to.ts';

/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly align?: 'right';
  /** It may be cut to this width where the table is too wide. */
  readonly min?: number;
  /** It is left out, the highest first, where cutting isn't enough. */
  readonly spare?: number;
}

export type Paint = (text: string) => string;

/** A cell: text that is already harmless, with the colour it has in a terminal. */
export type Cell = string | { readonly text: string; readonly paint: Paint };

const GAP = 2;

/** Aligned lines, the head first; no wider than `width` where the columns allow it. */
export function layTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  head: Paint,
): string[] {
  const natural = columns.map(({ head: title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(textOf(row[index])))),
  );
  const shown = it(columns, natural, width);
  const line = (cells: readonly Cell[], paint?: Paint) =>
    shown
      .map(({ index, width: room }) =>
        pad(cells[index] ?? '', room, columns[index]?.align === 'right', paint),
      )
      .join(' '.repeat(GAP))
      .trimEnd();
  return [
    line(
      columns.map((column) => column.head),
      head,
    ),
    ...rows.map((row) => line(row)),
  ];
}

interface Shown {
  readonly index: number;
  readonly width: number;
}

function _fit(columns: readonly Column[], natural: readonly number[], width: number): Shown[] {
  let shown = natural.map((room, index) => ({ index, width: room }));
  for (;;) {
    const excess = shown.reduce((sum, column) => sum + column.width, GAP * (shown.length - 1)) - width;
    const squeezed = squeeze(shown, columns, excess);
    if (excess <= 0 || squeezed !== null) return squeezed ?? shown;
    const spare = mostSpare(shown, columns);
    if (spare === undefined) return shown.map((column) => ({ ...column, width: least(column, columns) }));
    shown = shown.filter((column) => column !== spare);
  }
}

/** Takes the excess from the columns that can be cut, the widest first; null when they can't give enough. */
function squeeze(shown: readonly Shown[], columns: readonly Column[], excess: number): Shown[] | null {
  const rooms = shown.map((column) => column.width);
  for (let left = excess; left > 0; left--) {
    let widest = -1;
    shown.forEach((column, i) => {
      const canGive = (rooms[i] as number) > least(column, columns);
      if (canGive && (widest < 0 || (rooms[i] as number) > (rooms[widest] as number))) widest = i;
    });
    if (widest < 0) return null;
    rooms[widest] = (rooms[widest] as number) - 1;
  }
  return shown.map(({ index }, i) => ({ index, width: rooms[i] as number }));
}

const least = ({ index, width }: Shown, columns: readonly Column[]) =>
  Math.min(width, columns[index]?.min ?? width);

function mostSpare(shown: readonly Shown[], columns: readonly Column[]): Shown | undefined {
  const spareOf = ({ index }: Shown) => columns[index]?.spare ?? 0;
  const [first] = [...shown].sort((a, b) => spareOf(b) - spareOf(a));
  return first !== undefined && spareOf(first) > 0 ? first : undefined;
}

function pad(cell: Cell, width: number, right: boolean, paint?: Paint): string {
  const text = cutTo(textOf(cell), width);
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  const brush = paint ?? (typeof cell === 'string' ? undefined : cell.paint);
  const painted = brush === undefined || text === '' ? text : brush(text);
  return right ? space + painted : painted + space;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
