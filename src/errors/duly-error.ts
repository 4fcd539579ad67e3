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

  constructor(code: string, message: string, { path = [], hint, cause }: ErrorPlace = {}) {
    const where = path.length > 0 ? `${formatPath(path)}: ` : '';
    const advice = hint === undefined ? '' : `. ${hint}`;
    super(where + message + advice, cause === undefined ? {} : { cause });
    this.name = new.target.label;
    this.code = code;
    this.path = path;
    this.reason = message;
    if (hint !== undefined) this.hint = hint;
    Object.defineProperty(this, brand, { value: this.name });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const label = (value as { readonly [brand]?: string } | null | undefined)?.[brand];
    return label !== undefined && (label === this.label || this.label === 'DulyError');
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

/** `week.mon.1`. */
export const formatPath = (path: ErrorPath): string => path.join('.');

/** A value as a message shows it: quoted, shortened, and never throwing. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date) return Number.isNaN(+value) ? 'an invalid Date' : value.toISOString();
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = String(value);
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return typeof value === 'string' ? JSON.stringify(shown) : shown;
}
