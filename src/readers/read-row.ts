import type { Finding, Reject } from '../case/types.ts';
import { BadCell, type Scalar } from './cell.ts';
import type { AttributePlan, Cell, Plan } from './plan.ts';

/** What stands in a row: where it starts, its cells, and what was noticed while they were read. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  /** What a reject gives back: the cells, or the row in one piece. */
  readonly raw: readonly string[];
  /** The first cell that can't be what it should. */
  fault: { readonly cell: Cell; readonly bad: BadCell; readonly value: string } | undefined;
  /** Columns with bytes that mean nothing in the file's encoding. */
  garbled: string[] | undefined;
}

/** A cell's text; nothing if it is among those that stand for nothing. */
export function textAt(row: Row, index: number, plan: Plan): string {
  const text = row.cells[index]!.trim();
  return plan.missing.has(text) ? '' : text;
}

/** What a cell of the row says; a fault is noted on the row and says nothing. */
export function readCell(row: Row, cell: Cell, plan: Plan): Scalar | undefined {
  const text = row.cells[cell.index]!.trim();
  if (text === '' || (plan.missing.size > 0 && plan.missing.has(text))) return undefined;
  if (text.includes('\uFFFD')) row.garbled = [...(row.garbled ?? []), cell.column];
  const value = cell.read(text);
  if (!(value instanceof BadCell)) return value;
  row.fault ??= { cell, bad: value, value: text };
  return undefined;
}

/** Writes the attributes that the row states into `target`. */
export function readAttributes(
  row: Row,
  attributes: readonly AttributePlan[],
  plan: Plan,
  target: Record<string, unknown>,
): void {
  for (const { name, cell, value } of attributes) {
    const said = cell === undefined ? value : readCell(row, cell, plan);
    if (said !== undefined) target[name] = said;
  }
}

/** The events that stand in columns of their own, with the instants as epoch milliseconds. */
export function readEvents(row: Row, plan: Plan, target: MadeEvent[]): void {
  for (const { type, at, after, attributes, when } of plan.events) {
    if (when.length > 0 && !when.every(({ index, passes }) => passes(textAt(row, index, plan)))) continue;
    const instant = readCell(row, at, plan);
    if (instant === undefined) continue;
    const start = after === undefined ? 0 : readCell(row, after, plan);
    if (start === undefined) continue;
    const event: MadeEvent = { type, at: (start as number) + (instant as number) };
    if (attributes.length > 0) readAttributes(row, attributes, plan, event);
    target.push(event);
  }
}

export type MadeEvent = { type: string; at: number; [attribute: string]: unknown };

/**
 * The event that the case's first one is as well, put before all others; nothing if it is of that type already.
 *
 * `since` is when the case's rows begin: an activity that the mapping ignores is still the first thing that happened.
 */
export function addFirst(
  events: MadeEvent[],
  first: string | undefined,
  since = Number.POSITIVE_INFINITY,
): void {
  if (first === undefined) return;
  const earliest = events.reduce((best, { at }) => Math.min(best, at), since);
  if (!Number.isFinite(earliest)) return;
  if (events.some(({ type, at }) => type === first && at === earliest)) return;
  events.unshift({ type: first, at: earliest });
}

/** The reject of a row with a fault. */
export function rejectOf(row: Row, id: string | undefined): Reject {
  const { cell, bad, value } = row.fault!;
  return {
    code: bad.code,
    message: `${JSON.stringify(value)} in column ${JSON.stringify(cell.column)} is not ${bad.expected}`,
    ...(id === undefined ? {} : { id }),
    line: row.line,
    column: cell.column,
    value,
    raw: row.raw,
  };
}

/**
 * What is wrong with the number of cells: empty ones may be there beyond the header, and ones of columns without a name
 * at its end may be missing.
 */
export function widthReject({ cells, line, raw }: Row, { width, least }: Plan): Reject | undefined {
  if (cells.length >= least && cells.length <= width) return undefined;
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return undefined;
  const message = `the row has ${cells.length} cells, the header ${width}`;
  return { code: 'row.cells', message, line, raw };
}

/** The finding about bytes that mean nothing in the file's encoding. */
export function garbledFinding(row: Row): Finding {
  const columns = row.garbled!.map((column) => JSON.stringify(column)).join(', ');
  return {
    code: 'row.garbled',
    message: `line ${row.line} has bytes in ${columns} that the encoding can't read`,
  };
}

/** The reject of a row whose id cell is empty. */
export function noId({ cells, line, raw }: Row, plan: Plan) {
  const { column, index } = plan.id!;
  const message = `the id in column ${JSON.stringify(column)} is empty`;
  return { code: 'row.no-id', message, line, column, value: cells[index]!, raw };
}
