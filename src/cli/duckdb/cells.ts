import type { Zone } from '../../instant/zone.ts';
import { compilePattern } from '../../readers/pattern.ts';
import type { AttributeMapping, EventMapping, Mapping } from '../../readers/schema.ts';
import type { ColumnType } from '../../sql/index.ts';
import { Unread } from './unread.ts';
import { shiftOf, wallRange } from './wall-times.ts';

/** Text as a literal of DuckDB. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** What a cell says, as SQL: NULL is absence, and where `odd` holds the package has to read the row. */
export interface Said {
  readonly sql: string;
  readonly type: ColumnType;
  readonly odd: string;
}

/** What one file's cells are made of. */
export interface Columns {
  /** The text of a cell without blanks around it; NULL where it stands for nothing. */
  cell(column: string): string;
  /** Computes something once a row, of cells (`first`) or of what is computed of them (`second`); returns its name. */
  keep(layer: 'first' | 'second', sql: string): string;
  readonly zone: Zone | undefined;
  /** Formats that instants of such a file have besides. */
  readonly native: readonly string[];
}

/** Blanks that TRIM leaves, at either end, and what stands for bytes that mean nothing. */
const BLANK = '[\\s\\x{0B}\\x{A0}\\x{FEFF}\\x{2028}\\x{2029}\\p{Zs}]';
const oddText = (cell: string) => `COALESCE(regexp_matches(${cell}, '^${BLANK}|${BLANK}$|\\x{FFFD}'), FALSE)`;

type Typed = Exclude<AttributeMapping, string | { value: unknown }>;

/** What an attribute is. */
export function attributeSql(attribute: AttributeMapping, columns: Columns): Said {
  if (typeof attribute === 'string') return textSql(columns.cell(attribute));
  if ('value' in attribute) return constantSql(attribute.value);
  const cell = columns.cell(attribute.column);
  const { values } = attribute;
  if (values === undefined) return typedSql(attribute, cell, columns);
  return valuesSql(cell, values, attribute, () => typedSql(attribute, cell, columns));
}

const textSql = (cell: string): Said => ({ sql: cell, type: 'text', odd: oddText(cell) });

function constantSql(value: string | number | boolean | null): Said {
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
  return { sql: literal(value, type), type, odd: 'FALSE' };
}

const sqlTypes = { text: 'VARCHAR', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;
type Plain = keyof typeof sqlTypes;

const literal = (value: string | number | boolean | null, type: Plain) =>
  `CAST(${value === null ? 'NULL' : typeof value === 'string' ? quoted(value) : String(value)} AS ${sqlTypes[type]})`;

/** Cells through a table of values, which all have to be of one type. */
function valuesSql(
  cell: string,
  values: NonNullable<Typed['values']>,
  { otherwise }: Pick<Typed, 'otherwise'>,
  keep: () => Said,
): Said {
  const all = Object.entries(values);
  const kinds = new Set(all.flatMap(([, value]) => (value === null ? [] : [typeof value])));
  const kept = otherwise === undefined || otherwise === 'keep' ? keep() : undefined;
  if (kept !== undefined)
    kinds.add(kept.type === 'text' ? 'string' : kept.type === 'instant' ? 'object' : (kept.type as 'number'));
  if (kinds.size > 1 || kinds.has('object')) throw new Unread('values of several types');
  const type: Plain = kinds.has('number') ? 'number' : kinds.has('boolean') ? 'boolean' : 'text';
  const rows = all.map(([given, value]) => `WHEN ${quoted(given)} THEN ${literal(value, type)}`).join(' ');
  const known = all.map(([given]) => quoted(given)).join(', ');
  const unknown = known === '' ? `${cell} IS NOT NULL` : `${cell} NOT IN (${known})`;
  const table = rows === '' ? 'NULL' : `CASE ${cell} ${rows} ELSE ${kept?.sql ?? 'NULL'} END`;
  const faults = otherwise === 'reject' ? 'TRUE' : (kept?.odd ?? oddText(cell));
  return { sql: table, type, odd: `COALESCE(${unknown} AND ${faults}, FALSE)` };
}

function typedSql(attribute: Typed, cell: string, columns: Columns): Said {
  const unread = (sql: string) => `(${cell} IS NOT NULL AND ${sql} IS NULL)`;
  const first = (sql: string) => columns.keep('first', sql);
  switch (attribute.type) {
    case 'number': {
      const sql = first(
        `CASE WHEN regexp_full_match(${cell}, '[+-]?\\d{1,15}(\\.\\d{1,15})?') THEN CAST(${cell} AS DOUBLE) + 0 END`,
      );
      return { sql, type: 'number', odd: unread(sql) };
    }
    case 'boolean': {
      const sql = first(
        `CASE WHEN lower(${cell}) IN ('true', 'yes', '1') THEN TRUE WHEN lower(${cell}) IN ('false', 'no', '0') THEN FALSE END`,
      );
      return { sql, type: 'boolean', odd: unread(sql) };
    }
    case 'instant': {
      const sql = stampSql(cell, attribute.format ?? 'iso', columns);
      return { sql, type: 'instant', odd: unread(sql) };
    }
    case 'date': {
      const sql = first(dateSql(cell, attribute.format ?? 'yyyy-MM-dd'));
      return { sql, type: 'date', odd: unread(sql) };
    }
    default:
      return textSql(cell);
  }
}

/** When an event was, epoch ms; of a length of time, that much later than another column says. */
export function eventSql(event: EventMapping, columns: Columns): Said {
  const stamp = (one: string | { column: string; format?: string | string[] | undefined }): Said => {
    const [column, format] = typeof one === 'string' ? [one, 'iso'] : [one.column, one.format ?? 'iso'];
    const cell = columns.cell(column);
    const sql = stampSql(cell, format, columns);
    return { sql, type: 'instant', odd: `(${cell} IS NOT NULL AND ${sql} IS NULL)` };
  };
  if (typeof event === 'string' || event.after === undefined) return stamp(event);
  const start = stamp(event.after);
  const cell = columns.cell(event.column);
  const unit = { seconds: 1000, minutes: 60_000, hours: 3_600_000 }[event.unit ?? 'minutes'];
  const length = columns.keep(
    'first',
    `CASE WHEN regexp_full_match(${cell}, '\\d{1,9}') THEN CAST(${cell} AS BIGINT) * ${unit} END`,
  );
  return {
    sql: `(${start.sql} + ${length})`,
    type: 'instant',
    odd: `(${start.odd} OR (${cell} IS NOT NULL AND ${length} IS NULL))`,
  };
}

/** Whether the row has an event: what its conditions on other columns say. */
export function conditionSql(event: EventMapping, columns: Columns): { sql: string; odd: string } {
  const tests = typeof event === 'string' ? [] : Object.entries(event.when ?? {});
  if (tests.length === 0) return { sql: 'TRUE', odd: 'FALSE' };
  const all = tests.map(([column, test]) => {
    const cell = columns.cell(column);
    if (typeof test === 'object' && 'exists' in test) return `${cell} IS ${test.exists ? 'NOT ' : ''}NULL`;
    const wanted = typeof test === 'string' ? [test] : test;
    return `COALESCE(${cell}, '') IN (${wanted.map(quoted).join(', ')})`;
  });
  const odd = tests.map(([column]) => oddText(columns.cell(column)));
  return { sql: `(${all.join(' AND ')})`, odd: `(${odd.join(' OR ')})` };
}

/** The first format that has the form of the cell tells its instant; NULL where none has, or there is no such instant. */
export function stampSql(cell: string, formats: string | readonly string[], columns: Columns): string {
  const list = [...(typeof formats === 'string' ? [formats] : formats), ...columns.native];
  const { zone } = columns;
  let before = '';
  const walls: string[] = [];
  const instants: string[] = [];
  for (const format of list) {
    for (const { form, wall, instant } of waysOf(format)) {
      const test = `WHEN ${before}regexp_full_match(${cell}, ${quoted(form)}) THEN`;
      walls.push(`${test} ${wall?.(cell) ?? 'NULL'}`);
      instants.push(`${test} ${instant?.(cell) ?? 'NULL'}`);
    }
    // What begins like an ISO stamp may be one of a form that isn't read here.
    if (format === 'iso') before = `NOT regexp_matches(${cell}, '^[+-]?\\d{4,}-?\\d\\d') AND `;
  }
  const named = (cases: readonly string[]) => columns.keep('first', `CASE ${cases.join(' ')} END`);
  const parts: string[] = [];
  if (instants.some((one) => !one.endsWith('THEN NULL'))) parts.push(named(instants));
  if (zone !== undefined && walls.some((one) => !one.endsWith('THEN NULL'))) {
    const wall = named(walls);
    parts.push(`${wall} - ${shiftOf(zone, wall)}`);
  }
  if (parts.length === 0) throw new Unread(list.join(', '));
  return columns.keep('second', parts.length === 1 ? parts[0]! : `COALESCE(${parts.join(', ')})`);
}

interface Way {
  readonly form: string;
  /** Wall time, or the instant itself; NULL where there is no such time, or one beyond what is known here. */
  readonly wall?: (cell: string) => string;
  readonly instant?: (cell: string) => string;
}

const YMD = '\\d{4}-\\d{2}-\\d{2}';
const CLOCK = '([01]\\d|2[0-3]):\\d{2}(:\\d{2}(\\.\\d{1,3})?)?';
const within = (ms: string) => `CASE WHEN ${ms} BETWEEN ${wallRange.from} AND ${wallRange.to} THEN ${ms} END`;

function waysOf(format: string): Way[] {
  if (format === 'iso')
    return [
      {
        form: `${YMD}[T ]${CLOCK}(Z|[+-]\\d{2}:\\d{2})`,
        instant: (cell) => within(`epoch_ms(TRY_CAST(${cell} AS TIMESTAMPTZ))`),
      },
      {
        form: `${YMD}([T ]${CLOCK})?`,
        wall: (cell) => within(`epoch_ms(TRY_CAST(${cell} AS TIMESTAMP))`),
      },
    ];
  if (format === 'epoch-ms' || format === 'epoch-s') {
    const unit = format === 'epoch-s' ? ' * 1000' : '';
    return [
      {
        form: '\\d{1,13}(\\.0*)?',
        instant: (cell) => within(`CAST(split_part(${cell}, '.', 1) AS BIGINT)${unit}`),
      },
    ];
  }
  const { form, strptime } = patternSql(format);
  return [{ form, wall: (cell) => within(`epoch_ms(try_strptime(${cell}, ${quoted(strptime)}))`) }];
}

function dateSql(cell: string, formats: string | readonly string[]): string {
  const list = typeof formats === 'string' ? [formats] : formats;
  const cases = list.map((format) => {
    const { form, strptime } = patternSql(format);
    const day = `try_strptime(${cell}, ${quoted(strptime)})`;
    return `WHEN regexp_full_match(${cell}, ${quoted(form)}) THEN CASE WHEN year(${day}) BETWEEN 1971 AND 2198 THEN strftime(${day}, '%Y-%m-%d') END`;
  });
  return `CASE ${cases.join(' ')} END`;
}

const directives: Readonly<Record<string, readonly [form: string, strptime: string]>> = {
  yyyy: ['\\d{1,4}', '%Y'],
  MM: ['\\d{1,2}', '%m'],
  M: ['\\d{1,2}', '%m'],
  dd: ['\\d{1,2}', '%d'],
  d: ['\\d{1,2}', '%d'],
  HH: ['\\d{1,2}', '%H'],
  H: ['\\d{1,2}', '%H'],
  hh: ['\\d{1,2}', '%I'],
  h: ['\\d{1,2}', '%I'],
  mm: ['\\d{1,2}', '%M'],
  m: ['\\d{1,2}', '%M'],
  ss: ['\\d{1,2}', '%S'],
  s: ['\\d{1,2}', '%S'],
  SSS: ['\\d{3}', '%g'],
  a: ['[AaPp][Mm]', '%p'],
};

/** The form of what a pattern reads, and how DuckDB reads it. */
function patternSql(pattern: string): { form: string; strptime: string } {
  if (compilePattern(pattern) === undefined) throw new Unread(pattern);
  let form = '';
  let strptime = '';
  for (const [token, letter] of pattern.matchAll(/([A-Za-z])\1*|[^A-Za-z]/gu)) {
    const directive = directives[token];
    if (directive === undefined && (letter !== undefined || token === "'" || token === '%'))
      throw new Unread(pattern);
    form += directive?.[0] ?? `\\x{${token.codePointAt(0)!.toString(16)}}`;
    strptime += directive?.[1] ?? token;
  }
  return { form, strptime };
}

/** The type of an event of a log: through a table of values, or as it stands. */
export function eventTypeSql(event: NonNullable<Mapping['event']>, columns: Columns): Said {
  const cell = columns.cell(typeof event === 'string' ? event : event.column);
  if (typeof event === 'string' || event.values === undefined) return textSql(cell);
  return valuesSql(cell, event.values, event, () => textSql(cell));
}
