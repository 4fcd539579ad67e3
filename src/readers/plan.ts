import {
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

/** A test of the text of one column. */
export interface WhenPlan {
  readonly index: number;
  readonly passes: (text: string) => boolean;
}

export interface EventPlan {
  readonly type: string;
  readonly at: Cell;
  /** What `at` counts from, where it is a length of time. */
  readonly after: Cell | undefined;
  readonly attributes: readonly AttributePlan[];
  readonly when: readonly WhenPlan[];
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

function condition(index: number, test: WhenTest): WhenPlan {
  if (typeof test === 'object' && 'exists' in test)
    return { index, passes: (text) => (text !== '') === test.exists };
  const wanted = new Set(typeof test === 'string' ? [test] : test);
  return { index, passes: (text) => wanted.has(text) };
}
