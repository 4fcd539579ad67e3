import { type StreamRow, streamXlsxRows } from 'hucre/xlsx';
import type { ReadResult } from '../case/types.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { type Chunks, join } from './bytes.ts';
import type { RowReader } from './rows.ts';
import type { Mapping } from './schema.ts';
import { openWorkbook, sheetIndex } from './workbook.ts';

/** The largest workbook, packed: its directory is at its end, so that all of it is held in memory. */
const FILE_LIMIT = 512_000_000;
/** The longest row, in characters, as for CSV. */
const ROW_LIMIT = 10_000_000;
/** Rows between two lists of results. */
const STRIDE = 512;

/** Reads one sheet of an XLSX workbook through a mapping, row by row; the line of a row is its number in the sheet. */
export async function* readXlsx(
  source: Chunks,
  mapping: Mapping,
  rows: RowReader,
): AsyncGenerator<Iterable<ReadResult>> {
  let width = 0;
  let unread = 0;
  const titles: string[][] = [];
  const { headerRow = 1, sheet } = mapping;
  for await (const { line, cells } of xlsxRows(await whole(source), sheet)) {
    if (line < headerRow) {
      titles.push(cells);
      continue;
    }
    if (width === 0) {
      width = cells.length;
      rows.header(cells, { titles });
      continue;
    }
    // Empty cells at a row's end aren't in the file.
    while (cells.length < width) cells.push('');
    rows.row(cells, line);
    unread += 1;
    if (unread % STRIDE === 0) yield rows.take();
  }
  if (width === 0) throw new ReaderError('reader.no-header', { row: headerRow });
  yield rows.take();
  yield rows.end();
}

/** A row of a sheet: its number there and the text of its cells, the last of which isn't empty. */
export interface SheetRow {
  readonly line: number;
  readonly cells: string[];
}

/**
 * The rows of a sheet that aren't empty.
 *
 * @param sheet - Its name, or its number from 1; the first if not given.
 * @throws ReaderError `reader.xlsx`, `reader.bomb`, `reader.no-sheet`, `reader.row-size`
 */
export async function* xlsxRows(bytes: Uint8Array, sheet?: string | number): AsyncGenerator<SheetRow> {
  const index = sheetIndex(openWorkbook(bytes), sheet);
  for await (const { index: row, values } of damageTold(bytes, index)) {
    const line = row + 1;
    const cells = values.map(cellText);
    while (cells.at(-1) === '') cells.pop();
    if (cells.reduce((sum, cell) => sum + cell.length, 0) > ROW_LIMIT)
      throw new ReaderError('reader.row-size', { line, limit: ROW_LIMIT / 1e6 });
    if (cells.length > 0) yield { line, cells };
  }
}

/** The rows as the library reads them, its errors told as ours. */
async function* damageTold(bytes: Uint8Array, sheet: number): AsyncGenerator<StreamRow> {
  try {
    yield* streamXlsxRows(bytes, { sheet });
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new ReaderError('reader.xlsx', { reason }, { cause });
  }
}

/** A cell as text. A date is wall time, and is spelt as `iso` reads it. */
function cellText(value: StreamRow['values'][number] | undefined): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value).trim();
  if (Number.isNaN(value.getTime())) return '#NUM!';
  const [date, time] = value.toISOString().split(/[TZ]/) as [string, string];
  return time === '00:00:00.000' ? date : `${date}T${time.replace(/\.000$/, '')}`;
}

/** All of a stream in one piece. */
export async function whole(source: Chunks): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > FILE_LIMIT) throw new ReaderError('reader.size', { limit: FILE_LIMIT / 1e6 });
  }
  return join(chunks);
}
