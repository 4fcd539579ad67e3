import stringWidth from 'string-width';
import { cutTo } from './cut-to.ts';

/** A column of a table. */
export interface Column {
  readonly head: string;
  readonly align?: 'right';
  /** It may be cut to this width where the table is too wide. */
  readonly min?: number;
  /** Where it is cut: ids often differ only at their ends. */
  readonly cut?: 'middle';
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
  const shown = columnsWithin(columns, rows, width);
  const line = (cells: readonly Cell[], paint?: Paint) =>
    shown
      .map(({ index, width: room }) => pad(cells[index] ?? '', room, columns[index], paint))
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

/** The heads of the columns for which there is room. */
export function headsWithin(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string[] {
  return columnsWithin(columns, rows, width).map(({ index }) => columns[index]?.head ?? '');
}

function columnsWithin(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): Shown[] {
  const natural = columns.map(({ head: title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(textOf(row[index])))),
  );
  return fitInto(columns, natural, width);
}

interface Shown {
  readonly index: number;
  readonly width: number;
}

/** First the spare columns are cut, then left out; only then is anything else cut. */
function fitInto(columns: readonly Column[], natural: readonly number[], width: number): Shown[] {
  let shown = natural.map((room, index) => ({ index, width: room }));
  for (;;) {
    const excess = shown.reduce((sum, column) => sum + column.width, GAP * (shown.length - 1)) - width;
    const spares = shown.filter(({ index }) => columns[index]?.spare !== undefined);
    const squeezed = squeeze(shown, spares.length > 0 ? spares : shown, columns, excess);
    if (squeezed.excess === 0 || spares.length === 0) return squeezed.columns;
    const last = spares.reduce((a, b) => (spareOf(b, columns) > spareOf(a, columns) ? b : a));
    shown = shown.filter((column) => column !== last);
  }
}

const spareOf = ({ index }: Shown, columns: readonly Column[]) => columns[index]?.spare ?? 0;

/** Takes the excess from some of the columns, a unit at a time from the widest; says how much they could not give. */
function squeeze(
  shown: readonly Shown[],
  givers: readonly Shown[],
  columns: readonly Column[],
  excess: number,
) {
  const rooms = new Map(shown.map(({ index, width }) => [index, width]));
  const roomOf = ({ index }: Shown) => rooms.get(index) ?? 0;
  let left = Math.max(0, excess);
  for (; left > 0; left--) {
    const able = givers.filter((column) => roomOf(column) > (columns[column.index]?.min ?? column.width));
    if (able.length === 0) break;
    const widest = able.reduce((a, b) => (roomOf(b) > roomOf(a) ? b : a));
    rooms.set(widest.index, roomOf(widest) - 1);
  }
  return { columns: shown.map(({ index }) => ({ index, width: rooms.get(index) ?? 0 })), excess: left };
}

function pad(cell: Cell, width: number, column: Column | undefined, paint?: Paint): string {
  const text = cutTo(textOf(cell), width, column?.cut);
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  const brush = paint ?? (typeof cell === 'string' ? undefined : cell.paint);
  // Blanks at the end stay unpainted, so that a line can lose them.
  const body = text.trimEnd();
  const painted = brush === undefined || body === '' ? text : brush(body) + text.slice(body.length);
  return column?.align === 'right' ? space + painted : painted + space;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
