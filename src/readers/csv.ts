import { Parser } from 'csv-parse';
import type { Reject } from '../case/types.ts';
import { ReaderError } from '../errors/reader-error.ts';

/** What a splitter hands on. */
export interface RowSink {
  row(cells: string[], line: number): void;
  reject(reject: Reject): void;
}

/** The longest row: past it a quote was left open, most likely. */
export const ROW_LIMIT = 10_000_000;
/** The longest beginning in which the header is looked for. */
export const HEADER_LIMIT = 1 << 20;
/** How often reading is taken up again after a quote that is never closed. */
const RESUMES = 100;

const LF = 10;
const CR = 13;

/** csv-parse without its stream around it, as its own `csv-parse/sync` uses it. */
interface Core {
  parse(
    bytes: Uint8Array | undefined,
    end: boolean,
    push: (record: string[]) => void,
    close: () => void,
  ): (Error & { code?: string }) | undefined;
  readonly info: { readonly bytes: number; readonly lines: number; readonly empty_lines: number };
}

function coreOf(delimiter: string, recordDelimiter: readonly string[]): Core {
  const parser = new Parser({
    delimiter,
    record_delimiter: [...recordDelimiter],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return (parser as unknown as { readonly api: Core }).api;
}

/**
 * Splits UTF-8 CSV into rows, each with the line it starts on.
 *
 * Quotes that stand inside a cell are kept as they are. A quote that is never closed swallows the rest of the input:
 * its row is a reject, and reading is taken up again on the next line.
 */
export class CsvSplitter {
  readonly #sink: RowSink;
  readonly #delimiter: string;
  readonly #recordDelimiter: readonly string[];
  #core: Core;
  /** The line on which the next row starts, as far as empty lines don't come first. */
  #line: number;
  #seenLines = 0;
  #seenEmpty = 0;
  #resumes = 0;
  /** Bytes given to the core, and the last chunks of them: those that hold the unfinished row. */
  #given = 0;
  /** Of these, the bytes up to the end of the last row. */
  #finished = 0;
  #chunks: Uint8Array[] = [];

  /** @param line - That of the first row. */
  constructor(
    delimiter: string,
    { oldMac, line = 1 }: { readonly oldMac: boolean; readonly line?: number },
    sink: RowSink,
  ) {
    this.#delimiter = delimiter;
    this.#recordDelimiter = oldMac ? ['\r'] : ['\n', '\r\n'];
    this.#line = line;
    this.#sink = sink;
    this.#core = coreOf(delimiter, this.#recordDelimiter);
  }

  /** @throws ReaderError `reader.row-size` */
  feed(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#given += bytes.length;
    const error = this.#core.parse(asBuffer(bytes), false, this.#push, ignore);
    if (error !== undefined) throw error;
    this.#forget();
    if (this.#given - this.#finished > ROW_LIMIT) throw longRow(this.#line);
  }

  end(): void {
    for (;;) {
      const error = this.#core.parse(undefined, true, this.#push, ignore);
      if (error === undefined) return;
      const rest = this.#rejectOpenLine();
      if (rest === undefined) return;
      this.#core = coreOf(this.#delimiter, this.#recordDelimiter);
      this.#seenLines = 0;
      this.#seenEmpty = 0;
      this.#given = rest.length;
      this.#finished = 0;
      this.#chunks = [rest];
      this.#core.parse(asBuffer(rest), false, this.#push, ignore);
      this.#forget();
    }
  }

  readonly #push = (cells: string[]): void => {
    const { bytes, lines, empty_lines: empty } = this.#core.info;
    const start = this.#line + (empty - this.#seenEmpty);
    // One line more, as csv-parse counts: no line break in a cell. (It counts a CRLF between quotes twice.)
    const single = lines - this.#seenLines - (empty - this.#seenEmpty) === 1;
    this.#line = start + 1 + (single ? 0 : breaksIn(cells));
    this.#seenLines = lines;
    this.#seenEmpty = empty;
    this.#finished = bytes;
    this.#sink.row(cells, start);
  };

  /** Lets go of the chunks before the unfinished row. */
  #forget(): void {
    let before = this.#given;
    for (let index = this.#chunks.length - 1; index >= 0; index -= 1) {
      before -= this.#chunks[index]!.length;
      if (before > this.#finished) continue;
      this.#chunks.splice(0, index);
      return;
    }
  }

  /** Rejects the first line of the row that was never finished, and returns what comes after it. */
  #rejectOpenLine(): Uint8Array | undefined {
    const kept = this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const open = Buffer.concat(this.#chunks).subarray(this.#finished - (this.#given - kept));
    const from = open.findIndex((byte) => byte !== LF && byte !== CR);
    this.#line += breaksIn([open.toString('latin1', 0, from)]);
    this.#resumes += 1;
    const end = this.#resumes > RESUMES ? -1 : open.indexOf(this.#recordDelimiter[0]!, from);
    const text = open.toString('utf8', from, end < 0 ? open.length : end).trimEnd();
    const message = 'a quote is opened in this row and never closed';
    this.#sink.reject({ code: 'row.quote', message, line: this.#line, raw: [text] });
    this.#line += 1;
    return end < 0 ? undefined : open.subarray(end + 1);
  }
}

const ignore = () => {};

/** The error about a row that is longer than any. */
export const longRow = (line: number): ReaderError =>
  new ReaderError('reader.row-size', { line, limit: ROW_LIMIT / 1e6 });

/** Whether lines end with a CR alone, as the beginning of the input tells. */
export function isOldMac(start: Uint8Array): boolean {
  const end = start.findIndex((byte) => byte === LF || byte === CR);
  return start[end] === CR && end + 1 < start.length && start[end + 1] !== LF;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return count;
}

/** Whether a row says nothing, as those that come before the header of some exports. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * The header, or `undefined` if the text doesn't hold all of it: the first line from `headerRow` on that isn't empty.
 *
 * @param complete - Whether nothing comes after the text.
 */
export function headerLine(text: string, headerRow: number, complete: boolean): string | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  if (!complete) lines.pop();
  return lines.slice(headerRow - 1).find((line) => /[^\s,;|"]/.test(line));
}

/** The delimiter under which the header has most of the wanted columns; on a tie, most columns. */
export function findDelimiter(header: string, wanted: readonly string[]): string {
  const candidates = [',', ';', '\t', '|'].map((delimiter) => {
    const names = header.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/s, '$1'));
    return { delimiter, hits: wanted.filter((name) => names.includes(name)).length, count: names.length };
  });
  return candidates.reduce((best, one) =>
    one.hits > best.hits || (one.hits === best.hits && one.count > best.count) ? one : best,
  ).delimiter;
}
