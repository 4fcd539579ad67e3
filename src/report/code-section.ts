import type { CodeCount } from '../audit/report.ts';
import { codeText } from './code-text.ts';
import { safeText } from './safe-text.ts';
import { countCell, plain, right, type Section, type SectionColumn, type SectionOptions } from './section.ts';
import type { Words } from './words.ts';

/** An example of a finding or a reject, whichever it is. */
interface Example {
  readonly message: string;
  readonly case?: string;
  readonly id?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

/** Findings or rejects: how often each code came up, with an example. */
export function codeSection(
  counts: readonly CodeCount<Example>[],
  { words, locale }: SectionOptions,
  { title, none }: { title: 'findings' | 'rejects'; none: 'noFindings' | 'noRejects' },
): Section {
  if (counts.length === 0) return { title: words[title], notes: [words[none]] };
  const columns: SectionColumn[] = [
    right(words.count),
    { head: words.code, min: 16 },
    { head: words.example, min: 24, spare: 1 },
  ];
  const rows = counts.map(({ code, count, examples }) => [
    countCell(count),
    plain(safeText(code)),
    plain(examples[0] === undefined ? '' : exampleText(examples[0], words, codeText(code, locale)), 'dim'),
  ]);
  return { title: words[title], table: { columns, rows } };
}

function exampleText(example: Example, words: Words, known: string | undefined): string {
  const { file, line } = example;
  const place = [file, line === undefined ? undefined : words.line(line), example.case ?? example.id];
  // What was noticed about a whole file is of no case.
  const where = place.filter((part) => part !== undefined && part !== '').join(words.places.gap);
  const text = known === undefined ? example.message : known + cellText(example);
  return safeText(where === '' ? text : where + words.places.says + text);
}

/** What the message of the reader says in English. */
const cellText = ({ column, value }: Example) =>
  column === undefined ? '' : `（${value === undefined ? column : `${column}：${value}`}）`;
