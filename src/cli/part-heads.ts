import type { Locale } from '../report/index.ts';
import { wordsOf } from '../report/words.ts';
import type { PartRow } from './part-rows.ts';
import { cliWords } from './words.ts';

/** What stands over each column of a table of parts. */
export function partHeads(locale: Locale): Readonly<Record<Exclude<keyof PartRow, 'title'>, string>> {
  const { kind, clause } = wordsOf(locale);
  const { promise, weight, note } = cliWords(locale);
  return { row: '#', id: 'id', kind, promise, clause, weight, note };
}
