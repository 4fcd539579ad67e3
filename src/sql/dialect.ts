import { SqlError } from '../errors/sql-error.ts';

export const dialectNames = ['duckdb', 'postgres', 'clickhouse'] as const;
/** The engines whose SQL there is. */
export type DialectName = (typeof dialectNames)[number];

/** What the statements need of an engine, where engines differ. */
export interface Dialect {
  readonly name: DialectName;
  /** An identifier, whatever it holds. */
  quote(name: string): string;
  /** Text as a literal, whatever it holds. */
  text(value: string): string;
  /** The whole part of a quotient of whole numbers that aren't negative. */
  div(a: string, b: string | number): string;
  /** A column as a whole or a real number; text that is none stops the query. */
  number(column: string, type: 'whole' | 'real'): string;
  /** Epoch ms of a time stamp with zone, floored. */
  millis(timestamp: string): string;
  /** The day number of the same date some months on, or the last of that month. */
  addMonths(day: string, months: number): string;
  dayOfMonth(day: string): string;
  /** The year of a day number, and its month from 1. */
  year(day: string): string;
  month(day: string): string;
  /** Texts with a separator between them, without those that are NULL. */
  joined(separator: string, texts: readonly string[]): string;
  /** Stops the query; of the type of a whole number. */
  fail(message: string): string;
  readonly types: { readonly whole: string; readonly text: string; readonly real: string };
  /** What keeps the result of a common table expression. */
  readonly kept: string;
  /** What has it read anew wherever it is named. */
  readonly inline: string;
  /** Leaves out the rows that find one in a relation. */
  without(relation: string, alias: string, on: string): string;
  /** What follows the columns of a new table. */
  readonly engine: string;
  /** Whether what is read more than once is stored: the engine finds common table expressions anew each time. */
  readonly storesSteps: boolean;
  /** What follows a query, for it must not hang on how a connection is set. */
  readonly settings: string;
  /** Compares text by its code points, as the package does. */
  readonly byCodePoint: string;
}

const standardTypes = { whole: 'BIGINT', text: 'VARCHAR', real: 'DOUBLE PRECISION' };

const standard = {
  quote: (name: string) => `"${checkedName(name).replaceAll('"', '""')}"`,
  types: standardTypes,
  number: (column: string, type: 'whole' | 'real') => `CAST(${column} AS ${standardTypes[type]})`,
  kept: ' AS MATERIALIZED ',
  inline: ' AS NOT MATERIALIZED ',
  engine: '',
  storesSteps: false,
  settings: '',
  joined: (separator: string, texts: readonly string[]) => `concat_ws('${separator}', ${texts.join(', ')})`,
  fail: (message: string) => `CAST(${message} AS BIGINT)`,
};

const duckdb: Dialect = {
  ...standard,
  name: 'duckdb',
  without: (relation, alias, on) => ` ANTI JOIN ${relation} ${alias} ON ${on}`,
  text: (value) => `'${checkedText(value).replaceAll("'", "''")}'`,
  div: (a, b) => `(${a} // ${b})`,
  millis: (timestamp) => `epoch_ms(${timestamp})`,
  addMonths: (day, months) =>
    `${fromDate(`(DATE '1970-01-01' + CAST(${day} AS INTEGER) + INTERVAL (${months}) MONTH)`)}`,
  dayOfMonth: (day) => `CAST(day(DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  year: (day) => `CAST(year(DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  month: (day) => `CAST(month(DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  byCodePoint: '',
};

const fromDate = (date: string) => `CAST(CAST(${date} AS DATE) - DATE '1970-01-01' AS BIGINT)`;

const postgres: Dialect = {
  ...standard,
  name: 'postgres',
  without: (relation, alias, on) => ` WHERE NOT EXISTS (SELECT 1 FROM ${relation} ${alias} WHERE ${on})`,
  // With a backslash in it, a plain literal would depend on a setting of the server.
  text: (value) =>
    checkedText(value).includes('\\')
      ? `E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
      : `'${value.replaceAll("'", "''")}'`,
  div: (a, b) => `(${a} / ${b})`,
  millis: (timestamp) => `CAST(floor(extract(epoch FROM ${timestamp}) * 1000) AS BIGINT)`,
  addMonths: (day, months) =>
    fromDate(`(DATE '1970-01-01' + CAST(${day} AS INTEGER) + INTERVAL '${months} months')`),
  dayOfMonth: (day) => `CAST(extract(day FROM DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  year: (day) => `CAST(extract(year FROM DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  month: (day) => `CAST(extract(month FROM DATE '1970-01-01' + CAST(${day} AS INTEGER)) AS BIGINT)`,
  byCodePoint: ' COLLATE "C"',
};

const clickhouse: Dialect = {
  name: 'clickhouse',
  quote: (name) => `\`${escaped(checkedName(name), '`')}\``,
  text: (value) => `'${escaped(checkedText(value), "'")}'`,
  div: (a, b) => `intDiv(${a}, ${b})`,
  // To a nullable type it casts what is no number as NULL.
  number: (column, type) =>
    `CASE WHEN ${column} IS NOT NULL THEN CAST(assumeNotNull(${column}) AS ${type === 'whole' ? 'Int64' : 'Float64'}) END`,
  // A zone is only taken by a time stamp: text and numbers would be read as the server is set.
  millis: (timestamp) => `toUnixTimestamp64Milli(toDateTime64(toTimeZone(${timestamp}, 'UTC'), 3))`,
  addMonths: (day, months) => `toInt64(toInt32(addMonths(toDate32(toInt32(${day})), ${months})))`,
  dayOfMonth: (day) => `toInt64(toDayOfMonth(toDate32(toInt32(${day}))))`,
  year: (day) => `toInt64(toYear(toDate32(toInt32(${day}))))`,
  month: (day) => `toInt64(toMonth(toDate32(toInt32(${day}))))`,
  joined: (separator, texts) =>
    `arrayStringConcat(arrayFilter(x -> x IS NOT NULL, array(${texts.join(', ')})), '${separator}')`,
  // Of text that may be NULL it makes NULL without a word.
  fail: (message) => `toInt64(COALESCE(${message}, 'duly'))`,
  types: { whole: 'Nullable(Int64)', text: 'Nullable(String)', real: 'Nullable(Float64)' },
  kept: ' AS ',
  inline: ' AS ',
  without: (relation, alias, on) => ` LEFT ANTI JOIN ${relation} ${alias} ON ${on}`,
  engine: ' ENGINE = MergeTree ORDER BY tuple()',
  storesSteps: true,
  settings:
    "\nSETTINGS join_use_nulls = 1, join_default_strictness = 'ALL', least_greatest_legacy_null_behavior = 0, short_circuit_function_evaluation = 'enable'",
  byCodePoint: '',
};

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, postgres, clickhouse };

const escaped = (value: string, quote: string) =>
  value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);

function checkedName(name: unknown): string {
  if (typeof name === 'string' && name !== '' && isPrintable(name)) return name;
  throw new SqlError('sql.name', { given: name });
}

/** No engine takes a NUL; all else is quoted. */
function checkedText(value: string): string {
  if (!value.includes('\0')) return value;
  throw new SqlError('sql.name', { given: value });
}

/** Control characters have no place in the name of a table or column. */
const isPrintable = (name: string) => [...name].every((letter) => letter >= ' ' && letter !== '\x7f');

/** A number as a literal. */
export function numberLiteral(value: number): string {
  if (Number.isFinite(value)) return value < 0 ? `(${value})` : `${value}`;
  throw new SqlError('sql.option', { name: 'a number', given: value, expected: 'a finite one' });
}
