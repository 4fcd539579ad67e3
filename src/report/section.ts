import type { Locale } from '../explain/words.ts';
import { formatCount } from './format.ts';
import type { Words } from './words.ts';

export type Tone = 'good' | 'bad' | 'dim';

/** A cell as every rendering has it: harmless text and what it means. */
export interface ToneCell {
  readonly text: string;
  readonly tone?: Tone;
}

export interface SectionColumn {
  readonly head: string;
  readonly align?: 'right';
  readonly min?: number;
  readonly spare?: number;
  readonly cut?: 'middle';
}

/** A remark under a table; one that explains a column stands only where that column does, `unless` only where it doesn't. */
export type Note =
  | string
  | { readonly text: string; readonly column: string }
  | { readonly text: string; readonly unless: string };

/** The remarks that hold where these columns are shown. */
export function notesFor({ notes = [] }: Section, heads: readonly string[]): string[] {
  return notes.flatMap((note) => {
    if (typeof note === 'string') return [note];
    const holds = 'column' in note ? heads.includes(note.column) : !heads.includes(note.unless);
    return holds ? [note.text] : [];
  });
}

/** A part of a report, before it is laid out for a terminal or written as Markdown. */
export interface Section {
  readonly title?: string;
  readonly table?: {
    readonly columns: readonly SectionColumn[];
    readonly rows: readonly (readonly ToneCell[])[];
  };
  readonly notes?: readonly Note[];
  /** The notes say that something is wrong. */
  readonly alarm?: boolean;
}

export interface SectionOptions {
  readonly locale: Locale;
  readonly words: Words;
  readonly timeZone: string;
  /** Columns of the terminal; null where a table may be as wide as it likes. */
  readonly width: number | null;
}

export const right = (head: string): SectionColumn => ({ head, align: 'right' });
export const plain = (text: string, tone?: Tone): ToneCell =>
  tone === undefined ? { text } : { text, tone };
export const countCell = (count: number, tone?: Tone): ToneCell =>
  plain(formatCount(count), count === 0 ? 'dim' : tone);
