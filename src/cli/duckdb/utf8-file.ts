import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toUtf8 } from '../../readers/decode.ts';
import { unpack } from '../../readers/unpack.ts';
import { textOnly } from '../text-only.ts';
import { Unread } from './unread.ts';

const CHUNK = 1 << 20;
/** What no text has; it stands for a CR where DuckDB would drop it. */
export const CR_MARK = '\x02';
const LF = 10;
const CR = 13;

/** A text file as an engine reads it. */
export interface Utf8File {
  readonly path: string;
  readonly lines: number;
  /** What all lines end with; in `mixed` files each CR is replaced by {@link CR_MARK}. */
  readonly lineEnd: 'LF' | 'CRLF' | 'mixed';
  /** Whether there is a CR without LF. */
  readonly loneCr: boolean;
}

/**
 * The file itself if it is UTF-8 as it stands, else a copy that is.
 *
 * @param copy - Where a copy may be written.
 * @param onEncoding - Is told how its letters are spelt, if it has any beyond ASCII.
 */
export async function utf8File(
  { path, name }: { readonly path: string; readonly name: string },
  encoding: string,
  { copy, onEncoding }: { readonly copy: string; readonly onEncoding: (encoding: string) => void },
): Promise<Utf8File> {
  const bytes = () => createReadStream(path, { highWaterMark: CHUNK });
  if (['auto', 'utf-8', 'utf8'].includes(encoding.toLowerCase())) {
    const seen = await lookAt(textOnly(bytes(), name, encoding));
    if (seen.utf8 && !seen.ascii) onEncoding('utf-8');
    if (seen.utf8) return marked({ path, ...seen }, `${copy}-marked`);
  }
  const text = toUtf8(textOnly(unpack(bytes()), name, encoding), encoding, onEncoding);
  await pipeline(Readable.from(wellFormed(text)), createWriteStream(copy));
  const seen = await lookAt(createReadStream(copy, { highWaterMark: CHUNK }));
  return marked({ path: copy, ...seen }, `${copy}-marked`);
}

async function marked(file: Utf8File, copy: string): Promise<Utf8File> {
  if (file.lineEnd !== 'mixed' || file.loneCr) return file;
  async function* marks() {
    for await (const bytes of createReadStream(file.path, {
      highWaterMark: CHUNK,
    }) as AsyncIterable<Buffer>) {
      if (bytes.includes(CR_MARK)) throw new Unread(file.path);
      for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1))
        bytes[at] = CR_MARK.charCodeAt(0);
      yield bytes;
    }
  }
  await pipeline(Readable.from(marks()), createWriteStream(copy));
  return { ...file, path: copy };
}

/** Bytes that mean nothing become U+FFFD. */
async function* wellFormed(utf8: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const bytes of utf8) yield Buffer.from(decoder.decode(bytes, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function lookAt(
  source: AsyncIterable<Uint8Array>,
): Promise<Omit<Utf8File, 'path'> & { readonly utf8: boolean; readonly ascii: boolean }> {
  let rest: Uint8Array = new Uint8Array(0);
  let lines = 0;
  let returns = 0;
  let loneCr = false;
  let ascii = true;
  let last = LF;
  for await (const chunk of source) {
    if (last === CR && chunk[0] !== LF) loneCr = true;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) lines += 1;
    for (let at = chunk.indexOf(CR); at >= 0 && !loneCr; at = chunk.indexOf(CR, at + 1)) {
      returns += 1;
      loneCr = at + 1 < chunk.length && chunk[at + 1] !== LF;
    }
    last = chunk.at(-1) ?? last;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    ascii &&= isAscii(chunk);
    const end = wholeLetters(bytes);
    // Packed with gzip it is none either.
    if (!isUtf8(bytes.subarray(0, end)))
      return { utf8: false, ascii: false, lines, lineEnd: 'mixed', loneCr };
    rest = bytes.subarray(end);
  }
  return {
    utf8: rest.length === 0,
    ascii,
    lines: last === LF ? lines : lines + 1,
    lineEnd: returns === 0 ? 'LF' : returns === lines ? 'CRLF' : 'mixed',
    loneCr: loneCr || last === CR,
  };
}

/** Where the last letter ends that isn't cut off. */
function wholeLetters(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && (bytes[end - 1]! & 0xc0) === 0x80) end -= 1;
  return end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes[end - 1]! >= 0x80 ? bytes.length : end;
}
