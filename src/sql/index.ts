export type { CalendarTables, ClockRow, DayRow, IntervalRow } from './calendar-tables.ts';
export { calendarTables } from './calendar-tables.ts';
export type { CompiledSql, SqlOptions } from './compile-sql.ts';
export { compileSql } from './compile-sql.ts';
export type { DialectName } from './dialect.ts';
export type { Refusal } from './refusals.ts';
export { reportFromTallies, type TallyRow } from './report-from-tallies.ts';
export type { SqlStatement } from './statement.ts';
export type {
  AttributeColumns,
  CasesTable,
  ColumnSpec,
  ColumnType,
  EventsTable,
  TableName,
  TablesSpec,
} from './tables.ts';
