import { ReaderError } from '../errors/reader-error.ts';
import { type Chunks, join, piecesOf, resume, withStart } from './bytes.ts';

/** The window in which UTF-8 and GB18030 are told apart goes on until it holds this many non-ASCII bytes ... */
const ENOUGH = 256;
/** ... or is this long. */
const WINDOW = 1 << 20;

/** Whether `encoding` is `auto` or a label that TextDecoder knows. */
export function isEncoding(encoding: string): boolean {
  if (encoding === 'auto') return true;
  try {
    return new TextDecoder(encoding) !== undefined;
  } catch {
    return false;
  }
}

/**
 * The source as UTF-8 without a byte order mark. Bytes that mean nothing in the encoding become U+FFFD.
 *
 * `auto` takes a byte order mark first. Without one, ASCII passes until the first other byte; the text from there on
 * is UTF-8 if it is well-formed, or nearly so, else GB18030.
 *
 * @param onEncoding - Is told which it is, once that is known.
 * @throws ReaderError `reader.encoding`
 */
export function toUtf8(
  source: Chunks | string,
  encoding: string,
  onEncoding: (encoding: string) => void = () => {},
): AsyncGenerator<Uint8Array> {
  if (!isEncoding(encoding))
    throw new ReaderError('reader.encoding', { given: encoding }, { path: ['encoding'] });
  return typeof source === 'string'
    ? passUtf8(piecesOf(new TextEncoder().encode(source)))
    : decode(source, encoding, onEncoding);
}

async function* decode(
  source: Chunks,
  encoding: string,
  onEncoding: (encoding: string) => void,
): AsyncGenerator<Uint8Array> {
  const [start, rest] = await withStart(source, 3);
  const label = markOf(start) ?? (encoding === 'auto' ? undefined : encoding);
  if (label === undefined) return yield* detect(rest, onEncoding);
  onEncoding(label);
  yield* transcode(rest, label);
}

/** What a byte order mark says; it goes before a stated encoding of another family, as browsers do. */
function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

async function* detect(
  chunks: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: string) => void,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const window: Uint8Array[] = [];
  let size = 0;
  let beyondAscii = 0;
  try {
    while (beyondAscii < ENOUGH && size < WINDOW) {
      const next = await iterator.next();
      if (next.done === true) break;
      const count = countBeyondAscii(next.value);
      if (beyondAscii + count === 0) {
        yield next.value;
        continue;
      }
      window.push(next.value);
      size += next.value.length;
      beyondAscii += count;
    }
    const label = looksLikeUtf8(join(window)) ? 'utf-8' : 'gb18030';
    if (size > 0) onEncoding(label);
    yield* transcode(resume(window, iterator), label);
  } finally {
    await iterator.return?.();
  }
}

function countBeyondAscii(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) count += bytes[index]! >> 7;
  return count;
}

/** Well-formed, or with one broken sequence in twenty at most: Chinese text in GB18030 breaks most of them. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index]!;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let seen = 1;
    while (seen < length && bytes[index + seen]! >> 6 === 2) seen += 1;
    // A sequence cut off by the end of the window says nothing.
    if (seen < length && index + seen >= bytes.length) break;
    if (length > 0 && seen === length) good += 1;
    else bad += 1;
    index += seen - 1;
  }
  return bad * 20 <= good;
}

async function* transcode(chunks: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(label);
  if (decoder.encoding === 'utf-8') return yield* passUtf8(chunks);
  if (decoder.encoding === 'gb18030') return yield* transcodeGb18030(chunks);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  const rest = decoder.decode();
  if (rest !== '') yield encoder.encode(rest);
}

/**
 * Piece by piece, each decoded for itself: Node 20 throws at a sequence of four bytes that is broken and cut in two
 * (`81 30` and then `0A`), although nobody asked it to.
 */
async function* transcodeGb18030(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let ignoreBOM = false;
  for await (const piece of uncut(chunks)) {
    yield encoder.encode(new TextDecoder('gb18030', { ignoreBOM }).decode(piece));
    ignoreBOM = true;
  }
}

/** The same bytes, cut only after one that ends any sequence: none has a byte below `0`, as a comma or a line end is. */
async function* uncut(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let end = chunk.length;
    while (end > 0 && chunk[end - 1]! >= 0x30) end -= 1;
    // No text goes on like this for so long.
    if (end === 0 && size + chunk.length > WINDOW) end = chunk.length;
    if (end > 0) {
      yield join([...kept, chunk.subarray(0, end)]);
      kept = [];
      size = 0;
    }
    if (end < chunk.length) kept.push(chunk.subarray(end));
    size += chunk.length - end;
  }
  if (kept.length > 0) yield join(kept);
}

/** UTF-8 needs no decoding here; only its byte order mark is taken off. */
async function* passUtf8(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const [start, rest] = await withStart(chunks, 3);
  let skip = markOf(start) === 'utf-8' ? 3 : 0;
  for await (const chunk of rest) {
    const taken = Math.min(skip, chunk.length);
    skip -= taken;
    yield taken === 0 ? chunk : chunk.subarray(taken);
  }
}
