import type { Finding, ReadResult } from '../case/types.ts';
import { type Chunks, join, piecesOf, resume } from './bytes.ts';
import {
  CsvSplitter,
  findDelimiter,
  HEADER_LIMIT,
  headerLine,
  isBlank,
  isOldMac,
  longRow,
  ROW_LIMIT,
} from './csv.ts';
import { namedColumns } from './named-columns.ts';
import { readCsv } from './read-csv.ts';
import { type RowEnds, rowEnds } from './row-ends.ts';
import { type FileFacts, rowReader, type WatchedCells } from './rows.ts';
import type { Mapping } from './schema.ts';
import { toldAtEnd } from './told-at-end.ts';

/** What only the cells of a whole file show: told in their order, wherever they were read. */
export interface FileWatch {
  see(watched: readonly WatchedCells[]): void;
  findings(): readonly Finding[];
}

/** What the rows of a file are read by, as plain data. */
export interface CsvHead {
  readonly names: readonly string[];
  readonly delimiter: string;
}

/** Whole rows, and the line on which the first of them starts. */
export interface CsvBlock {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly line: number;
}

/** What is read and not judged yet should be done with before it grows old; each block costs four messages. */
export const BLOCK = 1 << 16;

/** Whether the rows of a table are cases each: then blocks of them can be read apart. */
export function hasBlocks(format: string, mapping: Mapping | undefined): mapping is Mapping {
  return format === 'csv' && mapping?.rows === 'case' && (mapping.delimiter ?? ',').charCodeAt(0) < 0x80;
}

/** A part of a file: what its rows are read by, a block of them, or results that are read already. */
export type CsvPart =
  | { readonly kind: 'head'; readonly head: CsvHead; readonly watch: FileWatch }
  | { readonly kind: 'block'; readonly block: CsvBlock }
  | { readonly kind: 'results'; readonly results: Iterable<ReadResult> };

/**
 * UTF-8 CSV of a row per case in blocks that can be read apart, by threads: the head comes before all blocks. The parts
 * in their order hold what {@link readCsv} gives.
 *
 * @throws ReaderError as `readCases` does while reading
 */
export async function* csvParts(
  utf8: Chunks,
  mapping: Mapping,
  facts: FileFacts,
  size = BLOCK,
): AsyncGenerator<CsvPart> {
  const rows = rowReader(mapping, facts);
  const chunks = utf8[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let body: Body | undefined;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    if (body === undefined) {
      start.push(next.value);
      const bytes = join(start);
      if (isOldMac(bytes)) break;
      const found = beginningOf(bytes, mapping);
      if (found === undefined) continue;
      const { head, titles } = found;
      rows.header(head.names, { delimiter: head.delimiter, titles });
      yield { kind: 'head', head, watch: rows };
      body = new Body(found.ends, found.rest);
    } else body.feed(next.value);
    yield* body.take(size);
  }
  if (body !== undefined) return yield* body.end();
  // Lines end with CR alone, or all there is has no whole header row.
  const batches = toldAtEnd(readCsv(resume(start, chunks), mapping, rows), rows);
  for await (const results of batches) yield { kind: 'results', results };
}

/** What a block holds, and what is to be told of it to the watch over its file. */
export interface BlockResults {
  readonly results: ReadResult[];
  readonly watched: readonly WatchedCells[];
}

export type BlockReader = (block: CsvBlock) => BlockResults;

/** A reader of blocks, on any thread: each takes its own in the order of the file. */
export function blockReader(mapping: Mapping, facts: FileFacts, { names, delimiter }: CsvHead): BlockReader {
  const watched = new Map<string, string[]>();
  const onWatched = (column: string, cell: string) => {
    const cells = watched.get(column);
    if (cells === undefined) watched.set(column, [cell]);
    else cells.push(cell);
  };
  const rows = rowReader(mapping, { ...facts, onWatched });
  rows.header(names, { delimiter, titles: [] });
  return ({ bytes, line }) => {
    watched.clear();
    const splitter = new CsvSplitter(delimiter, { oldMac: false, line }, rows);
    for (const piece of piecesOf(bytes)) splitter.feed(piece);
    splitter.end();
    return { results: rows.take(), watched: [...watched] };
  };
}

interface Beginning {
  readonly head: CsvHead;
  readonly titles: readonly string[][];
  readonly ends: RowEnds;
  /** What comes after the header. */
  readonly rest: Uint8Array;
}

/** The header, once all of it is there. */
function beginningOf(start: Uint8Array, mapping: Mapping): Beginning | undefined {
  const headerRow = mapping.headerRow ?? 1;
  const header = headerLine(Buffer.from(start).toString('utf8'), headerRow, false);
  if (header === undefined && start.length < HEADER_LIMIT) return undefined;
  const wanted = [...namedColumns(mapping)].map(({ column }) => column);
  const delimiter = mapping.delimiter ?? findDelimiter(header ?? '', wanted);
  const ends = rowEnds(delimiter.charCodeAt(0));
  let rest = start;
  let names: readonly string[] | undefined;
  const titles: string[][] = [];
  const sink = {
    row: (cells: string[], line: number) => {
      if (isBlank(cells)) return;
      if (line < headerRow) titles.push(cells);
      else names = cells.map((name) => name.trim());
    },
    reject: () => {},
  };
  while (names === undefined) {
    const { line } = ends;
    const end = ends.scan(rest, 'first');
    if (end === 0) {
      if (rest.length > ROW_LIMIT) throw longRow(line);
      return undefined;
    }
    const splitter = new CsvSplitter(delimiter, { oldMac: false, line }, sink);
    splitter.feed(rest.subarray(0, end));
    splitter.end();
    rest = rest.subarray(end);
  }
  return { head: { names, delimiter }, titles, ends, rest };
}

/** What comes after the header, cut into blocks. */
class Body {
  readonly #ends: RowEnds;
  /** Kept for all that comes: a buffer for each chunk would call the collector all the time. */
  #room: Uint8Array;
  #length: number;

  constructor(ends: RowEnds, rest: Uint8Array) {
    this.#ends = ends;
    this.#room = rest.slice();
    this.#length = rest.length;
  }

  feed(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#room.length) {
      const room = new Uint8Array(length * 2);
      room.set(this.#waiting);
      this.#room = room;
    }
    this.#room.set(bytes, this.#length);
    this.#length = length;
  }

  get #waiting(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  /** Blocks of some `size`, as far as there are whole rows. */
  *take(size: number): Generator<CsvPart> {
    let rest = this.#waiting;
    for (let looked = size; looked <= rest.length; looked += size) {
      const { line } = this.#ends;
      const end = this.#ends.scan(rest.subarray(0, looked), 'last');
      if (end === 0) continue;
      yield blockOf(rest.slice(0, end), line);
      rest = rest.subarray(end);
      looked -= end;
    }
    if (rest.length > ROW_LIMIT) throw longRow(this.#ends.line);
    this.#room.set(rest);
    this.#length = rest.length;
  }

  *end(): Generator<CsvPart> {
    if (this.#length > 0) yield blockOf(this.#waiting.slice(), this.#ends.line);
  }
}

const blockOf = (bytes: Uint8Array<ArrayBuffer>, line: number): CsvPart => ({
  kind: 'block',
  block: { bytes, line },
});
