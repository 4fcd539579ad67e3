import { ReaderError } from '../errors/reader-error.ts';

/** Where bytes come from. */
export type Source = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | Uint8Array | string;

/**
 * Refuses what bytes can't come from, such as a list of pieces.
 *
 * @throws ReaderError `reader.source`
 */
export function checkSource(given: unknown): asserts given is Source {
  if (typeof given === 'string' || given instanceof Uint8Array) return;
  if (typeof given === 'object' && given !== null && (Symbol.asyncIterator in given || 'getReader' in given))
    return;
  throw new ReaderError('reader.source', { given }, { path: ['source'] });
}

/** Bytes, piece by piece. */
export type Chunks = AsyncIterable<Uint8Array>;

/** Longest piece handed on at once, so that a whole file given as one array is still read in steps. */
export const PIECE = 1 << 17;

/** The first bytes of a stream, and the whole of it. */
export async function withStart(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
): Promise<[Uint8Array, AsyncGenerator<Uint8Array>]> {
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : asAsync(chunks)[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
    size += next.value.length;
  }
  return [join(head).subarray(0, length), resume(head, iterator)];
}

async function* asAsync(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

/** All pieces in one. */
export function join(chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** The source in pieces of moderate size. */
export async function* chunksOf(source: Exclude<Source, string>): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) return yield* piecesOf(source);
  if (Symbol.asyncIterator in source) {
    for await (const chunk of source) yield* piecesOf(chunk);
    return;
  }
  // Safari's streams can't be iterated yet.
  const reader = (source as ReadableStream<Uint8Array>).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield* piecesOf(next.value);
  } finally {
    await reader.cancel();
  }
}

/** Bytes in pieces of moderate size. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The chunks that were taken already, then the rest. */
export async function* resume(
  window: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* window;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
