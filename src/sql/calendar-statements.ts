import type { CivilDate } from '../instant/types.ts';
import type { CalendarNames } from './calendar-names.ts';
import { type CalendarTables, calendarTables } from './calendar-tables.ts';
import type { SqlStatement } from './compile-sql.ts';
import type { Dialect } from './dialect.ts';

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
const texts: readonly string[] = ['date', 'cause', 'name'];
type TableKey = keyof typeof columns;

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
    const name = `${prefix}${key}`;
    const quoted = dialect.quote(name);
    const rows = tables.flatMap((own, index) => rowsOf(own, key, index + 1, dialect));
    const inserts: SqlStatement[] = [];
    for (let at = 0; at < rows.length; at += CHUNK)
      inserts.push({
        name,
        purpose: 'data',
        sql: `INSERT INTO ${quoted} VALUES ${rows.slice(at, at + CHUNK).join(', ')}`,
      });
    return [
      {
        name,
        purpose: 'table' as const,
        sql: `CREATE TABLE ${quoted} (${columnTypes(key, dialect)})${dialect.engine}`,
      },
      ...inserts,
    ];
  });
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
