import type { CivilDate } from '../instant/types.ts';
import { bucketRows } from './bucket-rows.ts';
import type { CalendarNames } from './calendar-names.ts';
import { type CalendarTables, calendarTables } from './calendar-tables.ts';
import type { Dialect } from './dialect.ts';
import type { SqlStatement } from './statement.ts';

const columns = {
  clock: ['utc_day', 'start_ms', 'end_ms', 'offset_ms', 'day', 'trigger_day', 'open', 'before_ms'],
  intervals: ['block', 'start_ms', 'end_ms', 'before_ms'],
  days: [
    'day',
    'date',
    'start_ms',
    'end_ms',
    'working',
    'ordinal',
    'close_ms',
    'last_ms',
    'last_before_ms',
    'shift_ms',
    'switch_ms',
    'shift_after_ms',
    'known',
    'cause',
    'name',
  ],
} as const;
const bucketColumns = ['key', 'low', 'high', 'bucket'] as const;
const texts: readonly string[] = ['date', 'cause', 'name'];
type TableKey = keyof typeof columns;

/** The columns of each of the tables, in order. */
export const calendarColumns: Readonly<Record<TableKey | 'buckets', readonly string[]>> = {
  clock: ['calendar', ...columns.clock],
  intervals: ['calendar', ...columns.intervals],
  days: ['calendar', ...columns.days],
  buckets: bucketColumns,
};

/** Rows of one INSERT; engines take more at once only slowly. */
const CHUNK = 2000;

/** The statements that make the calendar tables and fill them. */
export function calendarStatements(
  { all }: CalendarNames,
  range: { readonly from: CivilDate; readonly to: CivilDate },
  dialect: Dialect,
  prefix: string,
): SqlStatement[] {
  const tables = all.map(({ calendar }) => calendarTables(calendar, range));
  return (Object.keys(columns) as TableKey[]).flatMap((key) => {
    const rows = tables.flatMap((own, index) => rowsOf(own, key, index + 1, dialect));
    return tableStatements(`${prefix}${key}`, columnTypes(key, dialect), rows, dialect);
  });
}

/** The statements that make and fill the table of buckets into which used times fall. */
export function bucketStatements(dialect: Dialect, prefix: string): SqlStatement[] {
  const types = bucketColumns.map((name) => `${dialect.quote(name)} ${dialect.types.whole}`).join(', ');
  const rows = bucketRows().map((row) => `(${bucketColumns.map((name) => row[name]).join(', ')})`);
  return tableStatements(`${prefix}buckets`, types, rows, dialect);
}

function tableStatements(
  name: string,
  types: string,
  rows: readonly string[],
  dialect: Dialect,
): SqlStatement[] {
  const quoted = dialect.quote(name);
  const inserts: SqlStatement[] = [];
  for (let at = 0; at < rows.length; at += CHUNK)
    inserts.push({
      name,
      purpose: 'data',
      sql: `INSERT INTO ${quoted} VALUES ${rows.slice(at, at + CHUNK).join(', ')}`,
    });
  return [{ name, purpose: 'table', sql: `CREATE TABLE ${quoted} (${types})${dialect.engine}` }, ...inserts];
}

function columnTypes(key: TableKey, { types, quote }: Dialect): string {
  const own = columns[key].map((name) => `${quote(name)} ${texts.includes(name) ? types.text : types.whole}`);
  return [`calendar ${types.whole}`, ...own].join(', ');
}

function rowsOf(tables: CalendarTables, key: TableKey, number: number, { text }: Dialect): string[] {
  const names = columns[key] as readonly string[];
  return (tables[key] as readonly object[]).map((row) => {
    const values = names.map((name) => {
      const value = (row as Readonly<Record<string, string | number | null>>)[name]!;
      return value === null ? 'NULL' : typeof value === 'string' ? text(value) : value;
    });
    return `(${[number, ...values].join(', ')})`;
  });
}
