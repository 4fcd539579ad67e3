import { createReadStream } from 'node:fs';
import { CsvSplitter, findDelimiter } from '../../readers/csv.ts';
import type { Mapping } from '../../readers/index.ts';
import { namedColumns } from '../../readers/named-columns.ts';
import type { RowReader } from '../../readers/rows.ts';
import { quoted } from './cells.ts';
import type { Cell, Database } from './database.ts';
import { Unread } from './unread.ts';
import { CR_MARK, type Utf8File, utf8File } from './utf8-file.ts';

/** A file that was found. */
export interface Found {
  /** As messages name it. */
  readonly name: string;
  readonly path: string;
  readonly format: 'csv' | 'parquet';
}

/** A file as a table of the database. */
export interface SourceTable {
  readonly name: string;
  readonly header: readonly string[];
  /** What its rows are written back by. */
  readonly table: Table;
  /** Formats that its instants have besides those of the mapping. */
  readonly native: readonly string[];
  /** A relation of its rows: `n`, the line, and what `cell` and `told` are made of. */
  readonly rows: string;
  /** The text of a cell; NULL where there is none. */
  cell(index: number): string;
  /** Where it holds, the row has more or fewer cells than the header. */
  readonly torn: string;
  /** What the package is told of a row, behind its line. */
  readonly told: readonly string[];
  /** Tells it. */
  tell(reader: RowReader, told: readonly Cell[]): void;
}

interface Table {
  readonly delimiter: string;
  /** The rows above the header. */
  readonly titles: readonly string[][];
}

/** Takes a file into the database. */
export async function sourceOf(
  found: Found,
  mapping: Mapping,
  place: number,
  database: Database,
  onEncoding: (encoding: string) => void,
): Promise<SourceTable> {
  return found.format === 'parquet'
    ? parquetSource(found, database)
    : csvSource(found, mapping, place, { database, onEncoding });
}

/** The longest line that the package reads as well. */
const LINE_LIMIT = 10_000_000;

/** CSV is taken in line by line: where a row stands is known then, and the text of what the package has to read. */
async function csvSource(
  found: Found,
  mapping: Mapping,
  place: number,
  { database, onEncoding }: { readonly database: Database; readonly onEncoding: (encoding: string) => void },
): Promise<SourceTable> {
  const { name } = found;
  const table = `lines_${place}`;
  const file = await utf8File(found, mapping.encoding ?? 'auto', {
    copy: `${database.folder}/${table}.csv`,
    onEncoding,
  });
  if (file.loneCr) throw new Unread(`${name}: CR`);
  await database
    .run(
      `CREATE TABLE ${table} AS SELECT line FROM read_csv(${quoted(file.path)}, columns = {'line': 'VARCHAR'}, delim = E'\\x01\\x02\\x03', quote = '', escape = '', header = false, auto_detect = false, strict_mode = false, max_line_size = ${LINE_LIMIT})`,
    )
    .catch(() => {
      throw new Unread(name);
    });
  const [counted] = await database.rows(`SELECT COUNT(*) AS n FROM ${table}`);
  if (counted!.n !== file.lines) throw new Unread(name);
  const headerRow = mapping.headerRow ?? 1;
  const clean = file.lineEnd === 'mixed' ? `NULLIF(rtrim(line, '${CR_MARK}'), '')` : 'line';
  let rows = `(SELECT n, line FROM (SELECT rowid + 1 AS n, ${clean} AS line FROM ${table}) WHERE line IS NOT NULL)`;
  const [first] = await database.rows(
    `SELECT n, line FROM ${rows} WHERE n >= ${headerRow} ORDER BY n LIMIT 1`,
  );
  const text = String(first?.line ?? '');
  const wanted = [...namedColumns(mapping)].map(({ column }) => column);
  const delimiter = mapping.delimiter ?? findDelimiter(text, wanted);
  if (text.trim() === '' || !/^[ -~\t]$/.test(delimiter)) throw new Unread(name);
  const { quote, unquoted, whole } = partsSql(delimiter);
  const odd = `contains(line, '"') AND NOT regexp_full_match(line, ${whole})`;
  const none = async (rows: string) =>
    (await database.rows(`SELECT COUNT(*) AS n FROM ${rows} WHERE ${odd}`))[0]!.n === 0;
  if (!(await none(rows))) {
    await database.run(`CREATE TABLE joined_${place} AS ${joinedSql(table, file.lineEnd)}`);
    rows = `joined_${place}`;
    if (!(await none(rows))) throw new Unread(`${name}: "`);
  }
  const above = await database.rows(`SELECT line FROM ${rows} WHERE n < ${headerRow} ORDER BY n`);
  const titles = above.map(({ line }) => cellsOf(String(line), delimiter));
  const header = cellsOf(text, delimiter).map((one) => one.trim());
  return {
    ...{ name, header, native: [], table: { delimiter, titles } },
    rows: `(SELECT n, line, CASE WHEN contains(line, '"') THEN ${quote} ELSE ${unquoted} END AS p FROM ${rows} WHERE n > ${Number(first!.n)})`,
    cell: (index) => `p[${index + 1}]`,
    torn: `len(p) <> ${header.length}`,
    told: ['line'],
    tell(reader, [n, line]) {
      if (!String(line).includes('"')) return reader.row(String(line).split(delimiter), Number(n));
      split(String(line), delimiter, Number(n), reader);
    },
  };
}

/** The lines of a row in one piece: while more quotes were opened than closed, the next line belongs to it. */
function joinedSql(table: string, lineEnd: Utf8File['lineEnd']): string {
  const open = `SUM((length(line) - length(replace(line, '"', ''))) % 2) OVER (ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  const lines = `SELECT rowid + 1 AS n, line, COALESCE(${open}, 0) % 2 = 1 AS goes_on FROM ${table}`;
  const numbered = `SELECT *, SUM(CASE WHEN goes_on THEN 0 ELSE 1 END) OVER (ORDER BY n) AS row FROM (${lines})`;
  const end = lineEnd === 'CRLF' ? "E'\\r\\n'" : "E'\\n'";
  const joined = `string_agg(COALESCE(line, ''), ${end} ORDER BY n)`;
  const line =
    lineEnd === 'mixed' ? `replace(rtrim(${joined}, '${CR_MARK}'), E'${CR_MARK}\\n', E'\\r\\n')` : joined;
  return `SELECT * FROM (SELECT MIN(n) AS n, NULLIF(${line}, '') AS line FROM (${numbered}) GROUP BY row) WHERE line IS NOT NULL ORDER BY n`;
}

/** How a line becomes cells. */
function partsSql(delimiter: string) {
  const d = `\\x{${delimiter.charCodeAt(0).toString(16)}}`;
  const cell = `"(?:[^"]|"")*"|[^"\\n${d}][^\\n${d}]*|`;
  const inner = `CASE WHEN starts_with(x, '"') THEN replace(substr(x, 2, length(x) - 2), '""', '"') ELSE x END`;
  return {
    whole: quoted(`(?:${cell})(?:${d}(?:${cell}))*`),
    quote: `list_transform(regexp_extract_all(${quoted(delimiter)} || line, ${quoted(`${d}(${cell})`)}, 1), lambda x: ${inner})`,
    unquoted: `string_split(line, ${quoted(delimiter)})`,
  };
}

function split(
  line: string,
  delimiter: string,
  n: number,
  sink: ConstructorParameters<typeof CsvSplitter>[2],
): void {
  const splitter = new CsvSplitter(delimiter, { oldMac: false, line: n }, sink);
  splitter.feed(Buffer.from(line));
  splitter.end();
}

function cellsOf(line: string, delimiter: string): string[] {
  let found: string[] = [];
  const row = (cells: string[]) => {
    found = cells;
  };
  split(line, delimiter, 1, { row, reject: () => {} });
  return found;
}

/** Types whose text says what they hold. */
const nested = /\[|^(?:STRUCT|MAP|UNION|BLOB|BIT|LIST)/;

async function parquetSource({ name, path }: Found, database: Database): Promise<SourceTable> {
  const file = `read_parquet(${quoted(path)}, file_row_number = true)`;
  const columns = (await database.rows(`DESCRIBE SELECT * FROM ${file}`)).filter(
    ({ column_name }) => column_name !== 'file_row_number',
  );
  const texts = columns.map(({ column_name, column_type }) =>
    textOf(String(column_name), String(column_type)),
  );
  const isNested = columns.map(({ column_type }) => nested.test(String(column_type)));
  return {
    ...{ name, header: columns.map(({ column_name }) => String(column_name)) },
    ...{ native: ['iso'], table: { delimiter: ',', titles: [] } },
    // As if the names of the columns stood on the first line.
    rows: `(SELECT file_row_number + 2 AS n, * EXCLUDE (file_row_number) FROM ${file})`,
    cell(index) {
      if (isNested[index]) throw new Unread(`${name}: ${columns[index]!.column_type}`);
      return texts[index]!;
    },
    torn: 'FALSE',
    told: texts,
    tell: (reader, [n, ...cells]) =>
      reader.row(
        cells.map((one) => (one === null ? '' : String(one))),
        Number(n),
      ),
  };
}

/** A column's text; time stamps as `iso` reads them. */
function textOf(column: string, type: string): string {
  const own = `"${column.replaceAll('"', '""')}"`;
  if (type === 'VARCHAR') return own;
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `strftime(timezone('UTC', ${own}), '%Y-%m-%dT%H:%M:%S.%gZ')`;
  if (type.startsWith('TIMESTAMP')) return `strftime(CAST(${own} AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%g')`;
  return `CAST(${own} AS VARCHAR)`;
}

export const bytesOf = (path: string) => createReadStream(path, { highWaterMark: 1 << 18 });
