import type { Finding, Reject } from '../case/types.ts';
import {
  BadCell,
  type CellReader,
  compileCell,
  compileInstant,
  compileLength,
  compileValues,
  type Scalar,
  type Stamps,
} from './cell.ts';
import { findColumns } from './header.ts';
import { entriesOf } from './named-columns.ts';
import type { AttributeMapping, EventMapping, Mapping } from './schema.ts';

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

/** One column that the mapping reads. */
export interface Cell {
  readonly column: string;
  readonly index: number;
  readonly read: CellReader;
}

/** An attribute: a cell of the row, or the same value for all. */
export type AttributePlan = { readonly name: string } & (
  | { readonly cell: Cell; readonly value?: undefined }
  | { readonly cell?: undefined; readonly value: Scalar }
);

export interface EventPlan {
  readonly type: string;
  readonly at: Cell;
  /** What `at` counts from, where it is a length of time. */
  readonly after: Cell | undefined;
  readonly attributes: readonly AttributePlan[];
  readonly when: readonly ((row: Row, plan: Plan) => boolean)[];
}

/** A mapping compiled for one header: column numbers and cell readers, nothing looked up by name any more. */
export interface Plan {
  readonly width: number;
  /** The columns up to the last one that has a name. */
  readonly least: number;
  readonly missing: ReadonlySet<string>;
  /** Undefined: the line is the id. */
  readonly id: Cell | undefined;
  readonly attributes: readonly AttributePlan[];
  readonly events: readonly EventPlan[];
  readonly timestamp: Cell | undefined;
  readonly event: Cell | undefined;
  readonly eventAttributes: readonly AttributePlan[];
  readonly first: string | undefined;
}

const asItStands: CellReader = (cell) => cell;

/**
 * Compiles a mapping for a header.
 *
 * @throws ReaderError `reader.unknown-column`, `reader.repeated-column`, `reader.no-time-zone`
 */
export function compilePlan(mapping: Mapping, header: readonly string[], stamps: Stamps): Plan {
  const indexes = findColumns(mapping, header);
  const cell = (column: string, read: CellReader): Cell => ({ column, index: indexes.get(column)!, read });
  const stamp = (one: string | { column: string; format?: string | string[] | undefined }): Cell =>
    typeof one === 'string'
      ? cell(one, compileInstant(one, 'iso', stamps))
      : cell(one.column, compileInstant(one.column, one.format ?? 'iso', stamps));
  const attribute = ([name, one]: [string, AttributeMapping]): AttributePlan => {
    if (typeof one === 'object' && 'value' in one) return { name, value: one.value };
    return { name, cell: cell(typeof one === 'string' ? one : one.column, compileCell(one, stamps)) };
  };
  const attributes = (all: Record<string, AttributeMapping> = {}) => Object.entries(all).map(attribute);
  const timeOf = (one: EventMapping) =>
    typeof one === 'string' || one.after === undefined
      ? { at: stamp(one), after: undefined }
      : { at: cell(one.column, compileLength(one.unit ?? 'minutes')), after: stamp(one.after) };
  const event = (type: string, one: EventMapping): EventPlan => ({
    type,
    ...timeOf(one),
    attributes: typeof one === 'string' ? [] : attributes(one.attributes),
    when:
      typeof one === 'string'
        ? []
        : Object.entries(one.when ?? {}).map(([column, test]) => condition(indexes.get(column)!, test)),
  });
  const { id, event: type, by } = mapping;
  return {
    width: header.length,
    least: header.findLastIndex((name) => name.trim() !== '') + 1,
    missing: new Set(mapping.missing ?? []),
    id:
      typeof id === 'string'
        ? cell(id, asItStands)
        : 'column' in id
          ? cell(id.column, asItStands)
          : undefined,
    attributes: attributes(mapping.attributes),
    events: Object.entries(mapping.events ?? {}).flatMap(([name, columns]) =>
      entriesOf<EventMapping>(columns, []).map(([, one]) => event(name, one)),
    ),
    timestamp: mapping.timestamp === undefined ? undefined : stamp(mapping.timestamp),
    event:
      type === undefined ? undefined : cell(typeof type === 'string' ? type : type.column, eventTypes(type)),
    eventAttributes: [
      ...(by === undefined ? [] : [{ name: 'by', cell: cell(by, asItStands) }]),
      ...(typeof type === 'object' ? attributes(type.attributes) : []),
    ],
    first: mapping.first,
  };
}

function eventTypes(type: NonNullable<Mapping['event']>): CellReader {
  if (typeof type === 'string' || type.values === undefined) return asItStands;
  return compileValues(type.values, type.otherwise, asItStands);
}

type WhenTest = string | readonly string[] | { readonly exists: boolean };

function condition(index: number, test: WhenTest): EventPlan['when'][number] {
  if (typeof test === 'object' && 'exists' in test) {
    return (row, plan) => (textAt(row, index, plan) !== '') === test.exists;
  }
  const wanted = new Set(typeof test === 'string' ? [test] : test);
  return (row, plan) => wanted.has(textAt(row, index, plan));
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
    if (when.length > 0 && !when.every((test) => test(row, plan))) continue;
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

/** The event that the case's first one is as well, put before all others; nothing if it is of that type already. */
export function addFirst(events: MadeEvent[], first: string | undefined): void {
  if (first === undefined || events.length === 0) return;
  const earliest = events.reduce((best, event) => (event.at < best.at ? event : best));
  if (events.some(({ type, at }) => type === first && at === earliest.at)) return;
  events.unshift({ type: first, at: earliest.at });
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
