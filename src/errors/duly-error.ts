/** Where in the caller's own document or arguments the trouble is: `['week', 'mon', 1]`. */
export type ErrorPath = readonly (string | number)[];

export interface ErrorPlace {
  /** Keys and indexes that lead to the offending value. */
  readonly path?: ErrorPath;
  /** What the person could do about it. */
  readonly hint?: string;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

const brand = Symbol.for('duly.error');

/**
 * The base of every error that `duly` throws on purpose.
 *
 * `code` is stable and dotted (`limit.syntax`); `path` leads into the caller's own document; `hint` is for the
 * person who reads it. `instanceof` works across copies of the package (ESM beside CJS).
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
  /** The message without place and hint. */
  readonly reason: string;

  constructor(code: string, message: string, place: ErrorPlace = {}) {
    const path = place.path ?? [];
    const where = path.length > 0 ? `${formatPath(path)}: ` : '';
    const advice = place.hint === undefined ? '' : `. ${place.hint}`;
    super(where + message + advice, place.cause === undefined ? undefined : { cause: place.cause });
    this.name = new.target.label;
    this.code = code;
    this.path = path;
    this.reason = message;
    if (place.hint !== undefined) this.hint = place.hint;
    Object.defineProperty(this, brand, { value: this.name });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const label = (value as { [brand]?: string })[brand];
    return label !== undefined && (label === this.label || this.label === 'DulyError');
  }

  toJSON(): { name: string; code: string; path: ErrorPath; message: string; hint?: string } {
    const { name, code, path, message, hint } = this;
    return { name, code, path, message, ...(hint === undefined ? {} : { hint }) };
  }
}

/** The catalogue of one layer: each code with the sentence that its data makes. */
// biome-ignore lint/suspicious/noExplicitAny: each sentence has its own data; `never` would refuse them all at the call
type Messages = Readonly<Record<string, (data: any) => string>>;

/** The error class of one layer, typed so that a code can only be thrown with the data its message needs. */
export interface LayerErrorClass<M extends Messages> {
  new (
    ...args: { [C in keyof M & string]: [code: C, data: Parameters<M[C]>[0], place?: ErrorPlace] }[keyof M &
      string]
  ): DulyError & { readonly code: keyof M & string };
  readonly label: string;
}

export function errorClass<const M extends Messages>(label: string, messages: M): LayerErrorClass<M> {
  return class LayerError extends DulyError {
    static override readonly label = label;
    declare readonly code: keyof M & string;

    constructor(...[code, data, place]: ConstructorParameters<LayerErrorClass<M>>) {
      super(code, (messages[code] as (data: unknown) => string)(data), place);
    }
  };
}

/** `week.mon.1`; keys that are no plain words are quoted: `exceptions["a b"]`. */
export function formatPath(path: ErrorPath): string {
  return path
    .map((key, index) => {
      if (typeof key === 'string' && !/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? String(key) : `.${key}`;
    })
    .join('');
}

/** A value as a message shows it: quoted, shortened, and never throwing. */
export function show(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid Date' : value.toISOString();
  return Array.isArray(value) ? 'an array' : 'an object';
}
