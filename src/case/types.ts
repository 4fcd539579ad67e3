import type { InstantInput } from '../instant/types.ts';
import type { standardCaseKinds, standardChannels, standardEventTypes } from './vocabulary.ts';

type StandardEventType = (typeof standardEventTypes)[number];
type Known<Word extends string> = Word | (string & {}) | null;

/** Known event types complete in an editor, all others are accepted. */
export type EventType = StandardEventType | (string & {});

/** Something that happened to a case at an instant; further keys are its attributes. */
export interface CaseEvent {
  readonly type: EventType;
  readonly at: InstantInput;
  /** The actor. */
  readonly by?: string;
  readonly channel?: string;
  readonly role?: string;
  readonly [attribute: string]: unknown;
}

/** One customer request with everything that happened to it; further keys are its attributes. */
export interface CaseInput {
  readonly id: string;
  readonly events: readonly CaseEvent[];
  /** What kind of request it is: one of the standard ones, or a company's own. */
  readonly kind?: Known<(typeof standardCaseKinds)[number]>;
  /** How it came in: one of the standard channels, or a company's own. */
  readonly channel?: Known<(typeof standardChannels)[number]>;
  readonly customer?: string | null;
  readonly [attribute: string]: unknown;
}

/** Something wrong or suspicious in a log; it never changes a verdict silently. */
export interface Finding {
  readonly code: string;
  /** Keys and indexes that lead to it in the case as it was given. */
  readonly path?: readonly (string | number)[];
  readonly message: string;
  /** Indexes into the case's own `events`. */
  readonly events?: readonly number[];
}

/** A case or row that could not be used: what was wrong, and where. */
export interface Reject {
  readonly code: string;
  readonly message: string;
  /** Keys and indexes that lead to what is wrong in the case as it was given. */
  readonly path?: readonly (string | number)[];
  readonly id?: string;
  /** The input, where there are several. */
  readonly file?: string;
  /** 1-based line of the input on which the row starts. */
  readonly line?: number;
  /** Column name as the header spells it. */
  readonly column?: string;
  readonly value?: string;
  /** The row as it was read: its cells in the order of the header. */
  readonly raw?: readonly string[];
  /** Its rows, where a case of several was kept with them. */
  readonly rawRows?: readonly RawRow[];
}

/** A row as it was read, and the line on which it starts. */
export interface RawRow {
  readonly line: number;
  readonly raw: readonly string[];
}

/** What a reader yields: a case with the rows it was made from, or a reject. */
export type ReadResult =
  | {
      readonly ok: true;
      readonly case: CaseInput;
      /** Rows that make up the case (default 1), and rows left out because they repeat another one. */
      readonly rows?: number;
      readonly repeatedRows?: number;
      /** The input, where there are several. */
      readonly file?: string;
      /** 1-based line on which the case's first row starts. */
      readonly line?: number;
      /** The row as it was read, where the case is one: what a reject of the case is written back as. */
      readonly raw?: readonly string[];
      /** The same where the case is several rows and the reader was asked to keep them. */
      readonly rawRows?: readonly RawRow[];
      /** What the reader noticed about this case, such as a rejected event row. */
      readonly findings?: readonly Finding[];
      /** What it noticed about the whole input, told with the last result. */
      readonly ofFile?: readonly Finding[];
    }
  | {
      readonly ok: false;
      readonly reject: Reject;
      /** `case` (default): a case is lost. `row`: only an event row, its case goes on without it. */
      readonly lost?: 'case' | 'row';
      readonly ofFile?: readonly Finding[];
    };
