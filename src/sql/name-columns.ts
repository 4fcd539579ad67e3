/** A query whose columns all have names of their own, and what these are. */
export interface Named {
  readonly sql: string;
  readonly columns: readonly string[];
}

/** The columns of a relation by its name as it is written; `undefined` where nobody asks for all of them. */
export type ColumnsOf = (relation: string) => readonly string[] | undefined;

/**
 * The same query with `AS` behind every column that is handed on, and names instead of `r.*`: of joined relations
 * ClickHouse calls such a column `r.case_id`, and later statements don't find it. Reads what this folder writes, not
 * any SQL.
 */
export function nameColumns(sql: string, columnsOf: ColumnsOf): Named {
  const tokens = sql.match(token) ?? [];
  const reader: Reader = { tokens, at: 0, columnsOf };
  return readQuery(reader);
}

const token = /\s+|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\w+|[^\s]/gs;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly columnsOf: ColumnsOf;
}

/** Selects up to a closing bracket or the end. */
function readQuery(reader: Reader): Named {
  const first = readSelect(reader);
  let { sql } = first;
  while (reader.tokens[reader.at] === 'UNION') {
    sql += until(reader, (word) => word === 'SELECT');
    sql += readSelect(reader).sql;
  }
  return { sql, columns: first.columns };
}

function readSelect(reader: Reader): Named {
  const lead = until(reader, (word) => word === 'SELECT') + next(reader);
  const items: string[] = [];
  do items.push(until(reader, (word) => word === ',' || endsList(word)).trim());
  while (reader.tokens[reader.at] === ',' && next(reader));
  const { sql: sources, columns } = readSources(reader);
  const distinct = items[0]!.startsWith('DISTINCT ') ? 'DISTINCT ' : '';
  items[0] = items[0]!.slice(distinct.length);
  const named = items.flatMap((item) => namedItems(item, columns));
  const list = named.map(({ sql }) => sql).join(', ');
  return { sql: `${lead} ${distinct}${list} ${sources}`, columns: named.map(({ name }) => name) };
}

/** What follows the list of columns, and the columns of each of its relations by alias. */
function readSources(reader: Reader): { sql: string; columns: Map<string, readonly string[]> } {
  const columns = new Map<string, readonly string[]>();
  let sql = '';
  while (isSource(reader.tokens[reader.at])) {
    sql += next(reader) + space(reader);
    const source = readSource(reader);
    sql += source.sql + space(reader);
    const alias = /^[a-z]\w*$/.test(reader.tokens[reader.at] ?? '') ? reader.tokens[reader.at]! : '';
    if (source.columns !== undefined) columns.set(alias, source.columns);
    sql += until(reader, (word) => isSource(word) || word === 'UNION');
  }
  return { sql, columns };
}

function readSource(reader: Reader): { sql: string; columns: readonly string[] | undefined } {
  const opening = next(reader);
  if (opening !== '(') return { sql: opening, columns: reader.columnsOf(opening) };
  const inner = readQuery(reader);
  return { sql: `(${inner.sql}${next(reader)}`, columns: inner.columns };
}

/** A column, or all of a relation, with their names. */
function namedItems(
  item: string,
  columns: ReadonlyMap<string, readonly string[]>,
): { name: string; sql: string }[] {
  const [all, alias] = /^(?:(\w+)\.)?\*$/.exec(item) ?? [];
  if (all !== undefined) {
    const row = alias === undefined ? '' : `${alias}.`;
    // A caller's own table has columns that nobody knows, and needs no names: it is joined with nothing.
    const known = columns.get(alias ?? '') ?? ['*'];
    return known.map((name) => ({ name, sql: name === '*' ? name : `${row}${name} AS ${name}` }));
  }
  const [, name] = /\sAS (\w+)$/.exec(item) ?? [];
  if (name !== undefined) return [{ name, sql: item }];
  const [, column] = /^\w+\.(\w+)$/.exec(item) ?? [];
  return column === undefined ? [{ name: item, sql: item }] : [{ name: column, sql: `${item} AS ${column}` }];
}

const isSource = (word: string | undefined): boolean => word === 'FROM' || word === 'JOIN';
const endsList = (word: string): boolean => word === 'FROM' || word === 'UNION';

/** All up to a word outside brackets, or to a bracket that closes. */
function until(reader: Reader, stops: (word: string) => boolean): string {
  let text = '';
  let depth = 0;
  for (; reader.at < reader.tokens.length; reader.at += 1) {
    const word = reader.tokens[reader.at]!;
    if (depth === 0 && (word === ')' || stops(word))) break;
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    text += word;
  }
  return text;
}

const next = (reader: Reader): string => {
  reader.at += 1;
  return reader.tokens[reader.at - 1] ?? '';
};

const space = (reader: Reader): string => (/^\s/.test(reader.tokens[reader.at] ?? '') ? next(reader) : '');
