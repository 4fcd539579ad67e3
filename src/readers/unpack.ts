import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ReaderError } from '../errors/reader-error.ts';
import { type Chunks, PIECE, withStart } from './bytes.ts';
import { isBomb } from './inflation.ts';

/**
 * The same bytes, unpacked if they are packed with gzip; no text begins as gzip does.
 *
 * @throws ReaderError `reader.gzip` for damage or an end that is missing, `reader.bomb`
 */
export async function* unpack(source: Chunks): AsyncGenerator<Uint8Array> {
  const [start, chunks] = await withStart(source, 2);
  if (start[0] === 0x1f && start[1] === 0x8b) yield* gunzip(chunks);
  else yield* chunks;
}

async function* gunzip(source: Chunks): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = async function* () {
    for await (const chunk of source) {
      packed += chunk.length;
      yield chunk;
    }
  };
  // A failure of the source destroys the second stream too, and comes out of the loop over it.
  const pieces = pipeline(
    Readable.from(counted()),
    createGunzip({ chunkSize: PIECE }),
    () => {},
  ) as AsyncIterable<Uint8Array>;
  try {
    for await (const piece of pieces) {
      unpacked += piece.length;
      if (isBomb(unpacked, packed)) throw new ReaderError('reader.bomb', undefined);
      yield piece;
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_')
      ? new ReaderError('reader.gzip', { reason: message }, { cause: error })
      : error;
  }
}
