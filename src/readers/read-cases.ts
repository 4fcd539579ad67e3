import type { ReadResult } from '../case/types.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';
import { zoneOf } from '../instant/zone.ts';
import { checkSource, chunksOf, type Source } from './bytes.ts';
import {
  type BlockReader,
  blockReader,
  type CsvHead,
  type CsvPart,
  csvParts,
  hasBlocks,
} from './csv-blocks.ts';
import { toUtf8 } from './decode.ts';
import { parseMapping } from './parse-mapping.ts';
import { readCsv } from './read-csv.ts';
import { readJson, readNdjson } from './read-json.ts';
import { readXlsx } from './read-xlsx.ts';
import { type FileFacts, rowReader, type TableForm } from './rows.ts';
import type { Mapping } from './schema.ts';
import { type Batches, toldAtEnd } from './told-at-end.ts';
import { unpack } from './unpack.ts';

/** What kind of file it is, and how its rows become cases. */
export interface ReadOptions {
  readonly format: 'csv' | 'xlsx' | 'ndjson' | 'json';
  /** How rows become cases. Tables need one; JSON that holds cases already doesn't. */
  readonly mapping?: Mapping;
  /** The zone of stamps without an offset, instead of the mapping's; of those in JSON that holds cases already, too. */
  readonly timeZone?: string;
  /** Instead of the mapping's: `auto` (default), `utf-8`, `gb18030`, `utf-16le`, or a label of the Encoding Standard. */
  readonly encoding?: string;
  /** The columns of another file of the same export: a finding `header.drift` tells how this one's differ. */
  readonly columns?: readonly string[];
  /** Is told the columns as the header has them; of JSON, those that the mapping names. */
  readonly onColumns?: (columns: readonly string[], form: TableForm) => void;
  /** Is told which encoding the text is in, once a byte beyond ASCII has come. */
  readonly onEncoding?: (encoding: string) => void;
  /**
   * Whether cases made of rows of events carry these as `rawRows`, so that they can be written back where the case is
   * rejected. It takes memory: that of the text of all cases that aren't finished.
   */
  readonly keepRows?: boolean;
}

/**
 * The cases of an export, one after the other, and a reject for each row that isn't one.
 *
 * Nothing is dropped: rows that are used, repeated and rejected add up to the rows read. Memory does not grow with the
 * input, except that rows of events which aren't promised to be `sorted` are kept until the end, and that a
 * workbook is held whole (packed; its rows are read one by one). CSV is split by `,` `;` tab or `|`,
 * whichever fits the header. Of an XLSX workbook one sheet is read; its dates are wall times, and may stand among text
 * dates and serial numbers of the same column. What is packed with gzip is unpacked, whatever the format.
 *
 * Instants are epoch milliseconds. Wall times in a gap of the zone move forward by the gap, in a fold they are the
 * earlier instant. Rejects have one of the codes `row.cells` (too few or many cells), `row.quote` (never closed),
 * `row.no-id`, `row.empty-cell` (no event or no timestamp), `row.instant`, `row.date`, `row.number`, `row.boolean`,
 * `row.length` (of time), `row.value` (not among the mapping's values), `row.json`; `row.day-month` and `row.zone-label` go
 * before `row.instant` and `row.date` where day and month exchanged, or a time zone left off, would make it one.
 *
 * What `duly audit --rejects` wrote is read as the file it came from: its last columns are remarks. A torn row among them
 * is a reject again until it is completed, or its code is cleared.
 *
 * The last result carries as `ofFile` what is odd about the file as a whole: `header.drift`, `header.missing`,
 * `column.day-month` (cells that show that days and months are exchanged), `column.zone-label` (stamps with an offset of
 * their own that the stated zone didn't have then), as far as the first 20,000 cells of a column show.
 *
 * @param source - Bytes as a stream or an array, or text.
 * @throws ReaderError at once for a source, mapping, encoding or format that is wrong (`reader.source`, `reader.mapping`,
 * `reader.encoding`, `reader.format`, `reader.no-mapping`, `reader.unknown-key`); while reading for `reader.no-header`,
 * `reader.unknown-column`, `reader.repeated-column`, `reader.no-time-zone`, `reader.row-size` (10 MB), `reader.json`,
 * `reader.gzip` (damaged or cut off), `reader.xlsx` (no workbook, damaged, protected), `reader.no-sheet`, `reader.size`, and
 * `reader.bomb` for what would unpack to far more than any export.
 * @throws InstantError `instant.time-zone`
 * @example
 * const mapping = { rows: 'case', id: 'Ticket', events: { received: 'Opened' } };
 * const results = [];
 * for await (const result of readCases('Ticket,Opened\nT1,2026-03-02T09:00:00Z\n', { format: 'csv', mapping })) results.push(result);
 * results[0].case // => { id: 'T1', events: [{ type: 'received', at: 1772442000000 }] }
 */
export function readCases(source: Source, options: ReadOptions): AsyncIterable<ReadResult> {
  return oneByOne(readBatches(source, options));
}

/** A spreadsheet's own dates, tried after what the mapping says: as `cellText` spells them, or as bare numbers. */
const sheetFormats = ['iso', 'excel'];

async function* oneByOne(batches: AsyncIterable<Iterable<ReadResult>>): AsyncGenerator<ReadResult> {
  for await (const results of batches) for (const result of results) yield result;
}

const optionKeys = [
  'format',
  'mapping',
  'timeZone',
  'encoding',
  'columns',
  'onColumns',
  'onEncoding',
  'keepRows',
];

/** A source and its options, checked. */
interface Opened {
  readonly mapping: Mapping | undefined;
  readonly facts: FileFacts;
  readonly bytes: string | AsyncGenerator<Uint8Array>;
  readonly utf8: AsyncGenerator<Uint8Array>;
}

function opened(source: Source, options: ReadOptions): Opened {
  if (typeof options !== 'object' || options === null)
    throw new ReaderError('reader.format', { given: options });
  const { format, columns, onColumns, onEncoding, keepRows } = options;
  const stranger = unknownKey(options, optionKeys);
  if (stranger !== undefined) {
    const { key, hint } = stranger;
    throw new ReaderError('reader.unknown-key', { given: key }, { path: [key], hint });
  }
  const mapping = options.mapping === undefined ? undefined : parseMapping(options.mapping);
  const zone = zoneStated(options.timeZone ?? mapping?.timeZone);
  checkSource(source);
  const bytes = typeof source === 'string' ? source : unpack(chunksOf(source));
  const utf8 = toUtf8(bytes, options.encoding ?? mapping?.encoding ?? 'auto', onEncoding);
  const native = format === 'xlsx' ? sheetFormats : [];
  return {
    mapping,
    facts: { zone, native, columns, onColumns, keepRows },
    bytes,
    utf8,
  };
}

const zoneStated = (timeZone: string | undefined) =>
  timeZone === undefined ? undefined : zoneOf(timeZone, ['timeZone']);

/** The same results in lists, which spares a loop over millions of rows the wait for each. */
export function readBatches(source: Source, options: ReadOptions): Batches {
  return batchesOf(opened(source, options), options);
}

function batchesOf({ mapping, facts, bytes, utf8 }: Opened, { format }: ReadOptions): Batches {
  const rows = mapping && rowReader(mapping, facts);
  const told = (results: Batches) => (rows === undefined ? results : toldAtEnd(results, rows));
  switch (format) {
    case 'csv':
      if (mapping === undefined || rows === undefined) throw new ReaderError('reader.no-mapping', { format });
      return told(readCsv(utf8, mapping, rows));
    case 'xlsx':
      if (mapping === undefined || rows === undefined) throw new ReaderError('reader.no-mapping', { format });
      if (typeof bytes === 'string') throw new ReaderError('reader.xlsx', { reason: 'it is text' });
      return told(readXlsx(bytes, mapping, rows));
    case 'ndjson':
      return told(readNdjson(utf8, mapping, rows, facts.zone));
    case 'json':
      return told(readJson(utf8, mapping, rows, facts.zone));
    default:
      throw new ReaderError('reader.format', { given: format });
  }
}

/** The same again, in parts of which the blocks can be read by any thread: {@link openBlocks}. */
export async function* readParts(source: Source, options: ReadOptions): AsyncGenerator<CsvPart> {
  const found = opened(source, options);
  if (hasBlocks(options.format, found.mapping))
    return yield* csvParts(found.utf8, found.mapping, found.facts);
  for await (const results of batchesOf(found, options)) yield { kind: 'results', results };
}

/** A reader of the blocks of a file with that head. */
export function openBlocks(head: CsvHead, mapping: Mapping, timeZone = mapping.timeZone): BlockReader {
  return blockReader(mapping, { zone: zoneStated(timeZone), native: [] }, head);
}
