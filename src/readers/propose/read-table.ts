import { ReaderError } from '../../errors/reader-error.ts';
import { type Chunks, chunksOf, type Source } from '../bytes.ts';
import { CsvSplitter, isOldMac } from '../csv.ts';
import { toUtf8 } from '../decode.ts';
import { JsonRecords } from '../json-records.ts';
import { whole, xlsxRows } from '../read-xlsx.ts';
import { unpack } from '../unpack.ts';

/** The beginning of a file, cut into rows. */
export interface Table {
  /** The row of the header, from 1. */
  readonly headerRow: number;
  readonly header: readonly string[];
  /** The first rows under it, cells trimmed. */
  readonly rows: readonly (readonly string[])[];
  /** Of CSV. */
  readonly delimiter?: string;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** As much as is looked at. */
const BYTES = 1_000_000;
const ROWS = 2000;

/**
 * The header and the first rows of a file.
 *
 * @throws ReaderError `reader.no-header`
 */
export async function readTable(
  source: Source,
  format: 'csv' | 'xlsx' | 'ndjson' | 'json',
  { encoding = 'auto', sheet }: { readonly encoding?: string; readonly sheet?: string | number },
): Promise<Table> {
  const bytes = typeof source === 'string' ? source : unpack(chunksOf(source));
  if (format === 'xlsx') {
    if (typeof bytes === 'string') throw new ReaderError('reader.xlsx', { reason: 'it is text' });
    return tableOf(await sheetLines(bytes, sheet));
  }
  if (format === 'json') return recordTable(await firstRecords(bytes, encoding));
  const text = await beginning(bytes, encoding);
  if (format === 'ndjson') return recordTable(text.split('\n').flatMap(lineOf));
  const cut = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, lines: cutText(text, delimiter) }));
  const best = cut.reduce((first, next) => (usualWidth(next.lines) > usualWidth(first.lines) ? next : first));
  return { ...tableOf(best.lines), delimiter: best.delimiter };
}

async function sheetLines(bytes: Chunks, sheet: string | number | undefined): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of xlsxRows(await whole(bytes), sheet)) {
    lines.push(line);
    if (lines.length > ROWS) break;
  }
  return lines;
}

/** Whole lines of the beginning, as text. */
async function beginning(bytes: Chunks | string, encoding: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of toUtf8(bytes, encoding)) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > BYTES) return text.slice(0, text.lastIndexOf('\n') + 1);
  }
  return text + decoder.decode();
}

function cutText(text: string, delimiter: string): Line[] {
  const lines: Line[] = [];
  const row = (cells: string[], line: number) => {
    if (lines.length <= ROWS) lines.push({ line, cells: cells.map((cell) => cell.trim()) });
  };
  const bytes = new TextEncoder().encode(text);
  const splitter = new CsvSplitter(delimiter, { oldMac: isOldMac(bytes) }, { row, reject: () => {} });
  splitter.feed(bytes);
  splitter.end();
  return lines;
}

/** The median number of cells. */
function usualWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ cells }) => cells.length).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

/** The header is the first row that is about as wide as most; what comes before it are titles. */
function tableOf(lines: readonly Line[]): Table {
  const usual = usualWidth(lines);
  const isFull = ({ cells }: Line) => cells.filter((cell) => cell !== '').length >= Math.max(1, usual * 0.6);
  const index = lines.findIndex(isFull);
  const head = lines[index];
  if (head === undefined) throw new ReaderError('reader.no-header', { row: 1 });
  const rows = lines.slice(index + 1).map(({ cells }) => cells);
  return { headerRow: head.line, header: head.cells.map((name) => name.trim()), rows };
}

/** The records at the beginning of a JSON document. */
async function firstRecords(bytes: Chunks | string, encoding: string): Promise<unknown[]> {
  const decoder = new TextDecoder();
  const records = new JsonRecords();
  const texts: string[] = [];
  let length = 0;
  for await (const chunk of toUtf8(bytes, encoding)) {
    length += chunk.length;
    texts.push(...records.feed(decoder.decode(chunk, { stream: true })));
    if (length > BYTES && texts.length > 0) return texts.map(asJson);
  }
  return [...texts, ...records.feed(decoder.decode()), ...records.end()].map(asJson);
}

/** Records as a table of their keys. */
function recordTable(records: readonly unknown[]): Table {
  const objects = records.slice(0, ROWS).filter(isObject);
  const header = [...new Set(objects.flatMap((record) => Object.keys(record)))];
  if (header.length === 0) throw new ReaderError('reader.no-header', { row: 1 });
  const rows = objects.map((record) =>
    header.map((key) => (Object.hasOwn(record, key) ? textOf(record[key]) : '')),
  );
  return { headerRow: 1, header, rows };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

function lineOf(line: string): unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReaderError('reader.json', { reason: (cause as Error).message }, { cause });
  }
}
