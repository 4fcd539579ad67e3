import { SqlError } from '../errors/sql-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';
import type { Dialect } from './dialect.ts';

/**
 * What a column holds. `instant`: a time stamp with zone, or epoch ms with `as: 'epoch-ms'`; `date`: a civil date,
 * which as a promised time means the end of that day. NULL is absence.
 */
export type ColumnType = 'text' | 'number' | 'boolean' | 'instant' | 'date';

/** A column by its name, or with what it holds. */
export type ColumnSpec =
  | string
  | { readonly column: string; readonly type?: ColumnType; readonly as?: 'timestamp' | 'epoch-ms' };

/** Attributes by their columns; a list where these are called alike and hold text. */
export type AttributeColumns = readonly string[] | Readonly<Record<string, ColumnSpec>>;

/** One table, or one in a schema: `['crm', 'tickets']`. */
export type TableName = string | readonly string[];

/** The table of cases: one row each. */
export interface CasesTable {
  readonly table: TableName;
  /** The id, which no two rows share. Default: `id`. */
  readonly id?: string;
  /** By default what the policy reads, each in a text column of its name. One that isn't named here is absent. */
  readonly attributes?: AttributeColumns;
  /** A wide table: event types by the columns that hold their instants, in the order in which ties happened. */
  readonly events?: Readonly<Record<string, ColumnSpec>>;
  /**
   * A column that says, by a whole number, to which slice of all cases one belongs. With it statements read one slice at
   * a time: the one whose number stands in the table `duly_slice`. A table of events needs one too.
   */
  readonly slice?: string;
}

/** The table of events: one row each. */
export interface EventsTable {
  readonly table: TableName;
  /** Default: `case_id`. */
  readonly case?: string;
  /** Default: `type`. */
  readonly type?: string;
  /** Default: `at`, a time stamp with zone. */
  readonly at?: ColumnSpec;
  /**
   * A whole number from 0 to 1,048,575 that tells events of one instant apart: their place in the case's list. Without
   * it they count in the order of the vocabulary: received before replied before resolved.
   */
  readonly order?: string;
  /** The events' own attributes; of a `changed` event what it sets, of a `promised` one what it states. */
  readonly attributes?: AttributeColumns;
  /** The column that holds the slice of the event's case. */
  readonly slice?: string;
}

/** Where cases and their events are. */
export interface TablesSpec {
  readonly cases: string | CasesTable;
  /** Absent where `cases` is a wide table. */
  readonly events?: string | EventsTable;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly as: 'timestamp' | 'epoch-ms';
}

/** The tables as statements are made of them. */
export interface Tables {
  readonly cases: {
    readonly table: TableName;
    readonly id: string;
    /** `null`: whatever the policy reads. */
    readonly attributes: ReadonlyMap<string, Column> | null;
    readonly events: ReadonlyMap<string, Column> | null;
    readonly slice: string | null;
  };
  readonly events: {
    readonly table: TableName;
    readonly case: string;
    readonly type: string;
    readonly at: Column;
    readonly order: string | null;
    readonly attributes: ReadonlyMap<string, Column>;
    readonly slice: string | null;
  } | null;
}

const casesKeys = ['table', 'id', 'attributes', 'events', 'slice'];
const eventsKeys = ['table', 'case', 'type', 'at', 'order', 'attributes', 'slice'];
const columnTypes: readonly unknown[] = ['text', 'number', 'boolean', 'instant', 'date'];

/**
 * Checks where the tables are.
 *
 * @throws {@link SqlError} `sql.option`, `sql.unknown-key`
 */
export function readTables(spec: TablesSpec): Tables {
  if (typeof spec !== 'object' || spec === null) refuse('tables', spec, '{ cases, events }');
  checkKeys(spec, ['cases', 'events'], ['tables']);
  const cases: CasesTable = typeof spec.cases === 'string' ? { table: spec.cases } : spec.cases;
  if (typeof cases !== 'object' || cases === null) refuse('tables.cases', cases, 'a table');
  checkKeys(cases, casesKeys, ['tables', 'cases']);
  const events = typeof spec.events === 'string' ? { table: spec.events } : spec.events;
  if ((events === undefined) === (cases.events === undefined))
    refuse('tables.events', events, 'a table of events, or a wide table of cases with events');
  if (events !== undefined) checkKeys(events, eventsKeys, ['tables', 'events']);
  if (events !== undefined && (events.slice === undefined) !== (cases.slice === undefined))
    refuse('slice', events.slice ?? cases.slice, 'a column of both tables, or of neither');
  return {
    cases: {
      table: cases.table,
      id: cases.id ?? 'id',
      attributes: cases.attributes === undefined ? null : columnsOf(cases.attributes, 'text'),
      events: cases.events === undefined ? null : columnsOf(cases.events, 'instant'),
      slice: cases.slice ?? null,
    },
    events:
      events === undefined
        ? null
        : {
            table: events.table,
            case: events.case ?? 'case_id',
            type: events.type ?? 'type',
            at: columnOf(events.at ?? 'at', 'instant'),
            order: events.order ?? null,
            attributes: columnsOf(events.attributes ?? [], 'text'),
            slice: events.slice ?? null,
          },
  };
}

/** Refuses a key that nobody knows. */
export function checkKeys(given: object, known: readonly string[], path: readonly string[]): void {
  const stranger = unknownKey(given, known);
  if (stranger === undefined) return;
  const { key, hint } = stranger;
  throw new SqlError('sql.unknown-key', { given: key }, { path: [...path, key], hint });
}

/** The same tables with all their rows. */
export const uncut = ({ cases, events }: Tables): Tables => ({
  cases: { ...cases, slice: null },
  events: events && { ...events, slice: null },
});

function columnsOf(given: AttributeColumns, type: ColumnType): Map<string, Column> {
  const entries: [string, ColumnSpec][] = Array.isArray(given)
    ? given.map((name: string) => [name, name])
    : Object.entries(given as Readonly<Record<string, ColumnSpec>>);
  return new Map(entries.map(([name, spec]) => [name, columnOf(spec, type)]));
}

function columnOf(spec: ColumnSpec, type: ColumnType): Column {
  if (typeof spec === 'string') return { name: spec, type, as: 'timestamp' };
  if (typeof spec !== 'object' || spec === null || typeof spec.column !== 'string')
    return refuse('a column', spec, 'its name, or { column, type }');
  const { column, type: own = type, as = 'timestamp' } = spec;
  if (!columnTypes.includes(own)) refuse('type', own, columnTypes.join(', '));
  if (as !== 'timestamp' && as !== 'epoch-ms') refuse('as', as, 'timestamp or epoch-ms');
  return { name: column, type: own, as };
}

function refuse(name: string, given: unknown, expected: string): never {
  throw new SqlError('sql.option', { name, given, expected });
}

/** A table's name, quoted part by part. */
export const tableName = (table: TableName, dialect: Dialect): string =>
  (typeof table === 'string' ? [table] : table).map((part) => dialect.quote(part)).join('.');

/** What a column says of a row, in the type that statements compute with: instants as epoch ms, dates as text. */
export function columnSql({ name, type, as }: Column, row: string, dialect: Dialect): string {
  const column = `${row}.${dialect.quote(name)}`;
  const { types } = dialect;
  if (type === 'instant') return as === 'epoch-ms' ? dialect.number(column, 'whole') : dialect.millis(column);
  if (type === 'number') return dialect.number(column, 'real');
  return type === 'boolean' ? column : `CAST(${column} AS ${types.text})`;
}
