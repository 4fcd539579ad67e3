import { ReaderError } from '../errors/reader-error.ts';
import { isJson } from './is-json.ts';

/** The longest record of a list, in characters, as for NDJSON. */
export const RECORD_LIMIT = 10_000_000;
/** The longest document that is no list: a string has no room for more than 536 million. */
const DOCUMENT_LIMIT = 500_000_000;

const outsideText = /["[\]{},]/g;
const insideText = /["\\]/g;

/**
 * Cuts a JSON document into the texts of its records, those of a list or the one that it is: of a list only one record is
 * held at a time.
 *
 * @throws ReaderError `reader.json` where the list itself is none; `reader.row-size`, `reader.size`
 */
export class JsonRecords {
  /** Undefined until something but white space has come. */
  #isList: boolean | undefined;
  #isOver = false;
  #inText = false;
  #depth = 0;
  /** Records so far. */
  #count = 0;
  /** The text of the record that isn't complete, and how long it is. */
  #pieces: string[] = [];
  #length = 0;
  /** Characters of the next piece that are said by an escape at the end of this one. */
  #skip = 0;

  /** The records that end in this piece of the document. */
  *feed(piece: string): Generator<string> {
    let from = 0;
    if (this.#isList === undefined) {
      const start = piece.search(/\S/);
      if (start < 0) return;
      this.#isList = piece[start] === '[';
      from = this.#isList ? start + 1 : start;
    }
    if (this.#isList) yield* this.#cut(piece, from);
    else this.#keep(piece.slice(from));
  }

  /** The record that the document is, where it is no list. */
  end(): string[] {
    if (this.#isList === undefined) throw broken('it is empty');
    if (!this.#isList) return [this.#one(this.#pieces.join(''))];
    if (!this.#isOver) throw broken(`it ends in record ${this.#count + 1}`);
    return [];
  }

  /** The document itself, unless it is many. */
  #one(text: string): string {
    const end = text.indexOf('\n');
    if (end >= 0 && isJson(text.slice(0, end)) && text.slice(end).trim() !== '')
      throw broken(
        'it is NDJSON, a document on each line; expected a name that ends in .ndjson, or that format',
      );
    return text;
  }

  *#cut(piece: string, start: number): Generator<string> {
    let from = start;
    let at = Math.max(start, this.#skip);
    this.#skip = 0;
    while (!this.#isOver) {
      const special = this.#inText ? insideText : outsideText;
      special.lastIndex = at;
      const found = special.exec(piece);
      if (found === null) break;
      at = found.index + 1;
      if (found[0] === '"') this.#inText = !this.#inText;
      else if (found[0] === '\\') at += 1;
      else if (this.#isEnd(found[0])) {
        this.#keep(piece.slice(from, found.index));
        yield* this.#take();
        from = at;
      }
    }
    this.#skip = Math.max(0, at - piece.length);
    this.#keep(piece.slice(from));
    if (this.#isOver && this.#pieces.some((rest) => rest.trim() !== ''))
      throw broken(`something stands behind its list of ${this.#count}`);
  }

  /** Whether a record ends there. */
  #isEnd(special: string): boolean {
    if (special === ',') return this.#depth === 0;
    if (special === '{' || special === '[') this.#depth += 1;
    else this.#depth -= 1;
    this.#isOver = this.#depth < 0;
    if (this.#isOver && special === '}') throw broken(`a brace closes its list of ${this.#count + 1}`);
    return this.#isOver;
  }

  #take(): string[] {
    const text = this.#pieces.join('').trim();
    this.#pieces = [];
    this.#length = 0;
    if (this.#isOver && this.#count === 0 && text === '') return [];
    this.#count += 1;
    return [text];
  }

  #keep(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#isList && this.#length > RECORD_LIMIT)
      throw new ReaderError('reader.row-size', { line: this.#count + 1, limit: RECORD_LIMIT / 1e6 });
    if (this.#length > DOCUMENT_LIMIT) throw new ReaderError('reader.size', { limit: DOCUMENT_LIMIT / 1e6 });
  }
}

const broken = (reason: string) => new ReaderError('reader.json', { reason });
