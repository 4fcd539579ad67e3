import type { ReadResult } from '../case/types.ts';
import type { RowReader } from './rows.ts';

export type Batches = AsyncGenerator<Iterable<ReadResult>, void, undefined>;

/** The results with what was noticed about the whole file on the last of them, which is held back for it. */
export async function* toldAtEnd(batches: Batches, rows: RowReader): Batches {
  let held: ReadResult | undefined;
  function* butLast(results: Iterable<ReadResult>): Generator<ReadResult> {
    for (const result of results) {
      if (held !== undefined) yield held;
      held = result;
    }
  }
  try {
    for await (const results of batches) yield butLast(results);
  } catch (error) {
    if (held !== undefined) yield [held];
    throw error;
  }
  const ofFile = rows.findings();
  if (held !== undefined) yield [ofFile.length === 0 ? held : { ...(held as ReadResult), ofFile }];
}
