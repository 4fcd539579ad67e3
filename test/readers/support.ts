import type { ReadResult, Reject } from '../../src/case/types.ts';
import { type Mapping, type ReadOptions, readCases } from '../../src/readers/index.ts';

type Source = Parameters<typeof readCases>[0];

/** Everything a reader yields. */
export async function collect(source: Source, options: ReadOptions): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readCases(source, options)) results.push(result);
  return results;
}

/** The cases and the rejects that CSV text gives. */
export async function readCsv(text: Source, mapping: Mapping, options: Partial<ReadOptions> = {}) {
  const results = await collect(text, { format: 'csv', mapping, ...options });
  return {
    results,
    cases: results.flatMap((result) => (result.ok ? [result.case] : [])),
    rejects: results.flatMap((result): Reject[] => (result.ok ? [] : [result.reject])),
  };
}

/** Bytes in pieces of the given sizes, over and over, as a stream hands them on. */
export async function* inPieces(
  bytes: Uint8Array,
  sizes: readonly number[] = [1],
): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** A row per case with an id, one instant in UTC and a note. */
export const simple: Mapping = {
  rows: 'case',
  timeZone: 'UTC',
  id: 'id',
  attributes: { note: 'note' },
  events: { received: { column: 'at', format: 'yyyy-MM-dd HH:mm' } },
};
