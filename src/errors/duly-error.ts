import type { Problem } from './problem.ts';

/** Where in the caller's own document or arguments the trouble is: `['week', 'mon', 1]`. */
export type ErrorPath = readonly (string | number)[];

export interface ErrorPlace {
  /** Keys and indexes that lead to the offending value. */
  readonly path?: ErrorPath;
  /** What the person could do about it. */
  readonly hint?: string | undefined;
  /** The error that led to this one. */
  readonly cause?: unknown;
  /** All that is wrong with a document. */
  readonly problems?: readonly Problem[];
}

const brand = Symbol.for('duly.error');

/**
 * The base of every error that `duly` throws on purpose.
 *
 * `code` is stable and dotted (`limit.syntax`); `path` leads into the caller's own document; `message` says where, what
 * was given and what was expected; `hint` is for the person who reads it. `instanceof` works across copies of the
 * package (ESM beside CJS).
 *
 * @example
 * parseLimit('5 dyas') // => throws limit.unit
 */
export class DulyError extends Error {
  /** The name by which `instanceof` knows the class, whatever a minifier makes of its identifier. */
  static readonly label: string = 'DulyError';

  readonly code: string;
  readonly path: ErrorPath;
  declare readonly hint?: string;
  /** The message without its place. */
  readonly reason: string;
  /** All that is wrong with a document; none where the error is about one thing. */
  readonly problems: readonly Problem[];

  constructor(code: string, reason: string, place: ErrorPlace = {}) {
    const { path = [], hint, problems = [] } = place;
    // Of the place it takes the cause, if there is one.
    super(atPath(path, reason), place);
    this.name = new.target.label;
    this.code = code;
    this.path = path;
    this.reason = reason;
    this.problems = problems;
    if (hint !== undefined) this.hint = hint;
  }

  get [brand](): string {
    return this.name;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const label = (value as { readonly [brand]?: string } | null | undefined)?.[brand];
    return label !== undefined && (label === this.label || this.label === 'DulyError');
  }
}

/**
 * The catalogue of one layer: each code with its sentence. In it `{given}` is a value as `show` tells it, `{=unit}` a
 * word, or several in a list, as it is.
 */
type Messages = Readonly<Record<string, string>>;

/** What a sentence needs to know. */
type DataOf<Sentence extends string> = [NamesIn<Sentence>] extends [never]
  ? undefined
  : {
      readonly [name in NamesIn<Sentence> as name extends `=${infer Word}`
        ? Word
        : name]: name extends `=${string}` ? Words : unknown;
    };
type Words = string | number | readonly (string | number)[];
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends ` ${string}` ? never : Name) | NamesIn<Rest>
  : never;

/** The error class of one layer, typed so that a code can only be thrown with the data its message needs. */
export interface LayerErrorClass<M extends Messages> {
  new (
    ...args: { [C in keyof M & string]: [code: C, data: DataOf<M[C]>, place?: ErrorPlace] }[keyof M & string]
  ): DulyError & { readonly code: keyof M & string };
  readonly label: string;
}

export function errorClass<const M extends Messages>(label: string, messages: M): LayerErrorClass<M> {
  return class LayerError extends DulyError {
    static override readonly label = label;
    declare readonly code: keyof M & string;

    constructor(...[code, data, place]: ConstructorParameters<LayerErrorClass<M>>) {
      super(code, fill(messages[code]!, data), place);
    }
  };
}

function fill(sentence: string, data: Readonly<Record<string, unknown>> | undefined): string {
  return sentence.replace(/\{(=?)(\w+)\}/g, (_, asItIs: string, key: string) => {
    const value = data?.[key];
    return asItIs ? [value].flat().join(', ') : show(value);
  });
}

/** `week.mon.1: no length`; without a path the sentence alone. */
export const atPath = (path: ErrorPath, sentence: string): string =>
  path.length > 0 ? `${path.join('.')}: ${sentence}` : sentence;

/** A value as a message shows it: quoted, shortened, and never throwing. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date) return Number.isNaN(+value) ? 'an invalid Date' : value.toISOString();
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = String(value);
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return typeof value === 'string' ? JSON.stringify(shown) : shown;
}
