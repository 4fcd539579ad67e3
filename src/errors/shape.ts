import { DulyError, type ErrorPath, show } from './duly-error.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';

/**
 * What a value of a document may be, as data: checked here, and open to being told in another notation. A schema
 * library would take a third of all the bytes that the core may have.
 */
export type Shape =
  | { readonly type: 'any' | 'flag' | 'null' }
  /** `refers`: it names a thing of the document that has to be there. `like`: what a text of that pattern looks like. */
  | {
      readonly type: 'text';
      readonly pattern?: string;
      readonly like?: string;
      readonly refers?: string;
      readonly check?: Check;
    }
  | NumberShape
  | { readonly type: 'one'; readonly of: readonly (string | number)[] }
  /** `ids`: its items have an `id` each, no two the same. */
  | { readonly type: 'list'; readonly item: Shape; readonly least: number; readonly ids?: boolean }
  /** `refers`: its keys name things of the document. */
  | { readonly type: 'map'; readonly value: Shape; readonly refers?: string; readonly check?: Check }
  | ObjectShape
  | { readonly type: 'either'; readonly of: readonly Shape[] }
  /** The key `by` says which shape it has. */
  | { readonly type: 'kinds'; readonly by: string; readonly of: Readonly<Record<string, Shape>> }
  | { readonly type: 'later'; readonly shape: () => Shape };

interface NumberShape {
  readonly type: 'number';
  readonly whole?: boolean;
  readonly over?: number;
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
  readonly check?: Check;
}

export interface ObjectShape {
  readonly type: 'object';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly needed: readonly string[];
  /** The shape of keys that aren't listed; without it there may be none. */
  readonly rest?: Shape;
  readonly check?: Check;
  /** What `check` says, in JSON Schema. */
  readonly json?: object;
}

/** A further look at a value of the right form; it throws a DulyError when the value won't do, or lists problems. */
// biome-ignore lint/suspicious/noExplicitAny: each check takes the type that its shape has made sure of
type Check = (value: any, parameters: Readonly<Record<string, unknown>>) => unknown;

export const any: Shape = { type: 'any' };
export const flag: Shape = { type: 'flag' };
export const text: Shape = { type: 'text' };
/** Text that isn't empty and no parameter stands for. */
export const name: Shape = { type: 'text', pattern: '.' };
export const number: Shape = { type: 'number' };
/** A whole number from 1. */
export const count: NumberShape = { type: 'number', whole: true, least: 1 };

export const oneOf = (...of: readonly (string | number)[]): Shape => ({ type: 'one', of });
export const listOf = (item: Shape, least = 0): Shape => ({ type: 'list', item, least });
export const mapOf = (value: Shape): Shape => ({ type: 'map', value });
export const either = (...of: readonly Shape[]): Shape => ({ type: 'either', of });
export const later = (shape: () => Shape): Shape => ({ type: 'later', shape });
export const nameOf = (refers: string): Shape => ({ type: 'text', pattern: '.', refers });

/** An object with these keys and no others; those marked by `?` may be absent. */
export function object(keys: Readonly<Record<string, Shape>>, check?: Check): ObjectShape {
  const entries = Object.entries(keys);
  return {
    type: 'object',
    keys: Object.fromEntries(entries.map(([key, shape]) => [key.replace('?', ''), shape])),
    needed: entries.flatMap(([key]) => (key.endsWith('?') ? [] : key)),
    ...(check && { check }),
  };
}

/** The document around the values: which layer its codes start with, its parameters, what its names may refer to. */
export interface ShapeTerms {
  readonly layer: string;
  /** What a value at a path stands for: the name of a parameter, `undefined` if it stands for itself. */
  parameterOf?(value: unknown, path: ErrorPath): string | undefined;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly known?: Readonly<Record<string, readonly string[]>>;
}

/** Parameters may stand for parameters; a chain longer than this is a circle. */
const LONGEST_CHAIN = 4;

/** Everything in which a value departs from a shape. */
export function shapeProblems(shape: Shape, value: unknown, terms: ShapeTerms): Problem[] {
  const inspection = new Inspection(terms);
  inspection.look(shape, value, []);
  return inspection.problems;
}

class Inspection {
  readonly problems: Problem[] = [];
  readonly #terms: ShapeTerms;
  #chain = 0;

  constructor(terms: ShapeTerms) {
    this.#terms = terms;
  }

  look(given: Shape, value: unknown, path: ErrorPath): void {
    const shape = given.type === 'later' ? given.shape() : given;
    const parameter = shape === name ? undefined : this.#terms.parameterOf?.(value, path);
    const branch = shape.type === 'either' ? branchFor(shape.of, value) : undefined;
    if (parameter !== undefined) this.#lookAtParameter(shape, parameter, path);
    else if (branch !== undefined) this.look(branch, value, path);
    else if (fits(shape, value)) this.#lookInside(shape, value, path);
    else {
      const given = value === undefined ? '' : `${show(value)} given; `;
      this.#add('shape', `${given}expected ${wordsFor(shape)}`, path);
    }
  }

  #lookInside(shape: Shape, value: unknown, path: ErrorPath): void {
    const before = this.problems.length;
    switch (shape.type) {
      case 'text':
        if (shape.refers !== undefined) this.#lookUp(shape.refers, value as string, path);
        break;
      case 'list':
        this.#lookAtItems(shape, value as readonly unknown[], path);
        break;
      case 'map':
        for (const [key, item] of Object.entries(value as object)) {
          if (shape.refers !== undefined) this.#lookUp(shape.refers, key, [...path, key]);
          this.look(shape.value, item, [...path, key]);
        }
        break;
      case 'kinds':
        this.#lookAtKind(shape, value as Readonly<Record<string, unknown>>, path);
        break;
      case 'object':
        this.#lookAtKeys(shape, value as object, path);
        break;
      default:
    }
    if (!('check' in shape) || shape.check === undefined || this.problems.length > before) return;
    this.#check(shape.check, value, path);
  }

  #lookAtParameter(shape: Shape, parameter: string, path: ErrorPath): void {
    const { parameters = {} } = this.#terms;
    const value = Object.hasOwn(parameters, parameter) ? parameters[parameter] : null;
    if (value === null) return;
    if (this.#chain === LONGEST_CHAIN) {
      this.#add('parameter-cycle', `more than ${LONGEST_CHAIN} parameters stand for one another here`, path);
      return;
    }
    this.#chain += 1;
    this.look(shape, value, ['parameters', parameter]);
    this.#chain -= 1;
  }

  #lookAtItems(
    { item, least, ids }: Extract<Shape, { type: 'list' }>,
    items: readonly unknown[],
    path: ErrorPath,
  ): void {
    if (items.length < least) this.#add('shape', `expected at least ${least}`, path);
    const seen = new Set<unknown>();
    items.forEach((each, index) => {
      this.look(item, each, [...path, index]);
      const id = ids && (each as { id?: unknown } | null)?.id;
      if (id && seen.has(id))
        this.#add('repeated-id', `${show(id)} is the id of another one already`, [...path, index, 'id']);
      seen.add(id);
    });
  }

  #lookAtKind(
    { by, of }: Extract<Shape, { type: 'kinds' }>,
    value: Readonly<Record<string, unknown>>,
    path: ErrorPath,
  ): void {
    const kind = value[by];
    const known = Object.keys(of);
    if (known.includes(kind as string)) this.look(of[kind as string]!, value, path);
    else {
      const message = `${show(kind)} is no ${by}; expected ${known.join(', ')}`;
      this.#add(`unknown-${by}`, message, [...path, by], nearest(`${kind}`, known));
    }
  }

  #lookAtKeys({ keys, needed, rest }: ObjectShape, value: object, path: ErrorPath): void {
    for (const [key, item] of Object.entries(value)) {
      const shape = Object.hasOwn(keys, key) ? keys[key] : rest;
      if (shape !== undefined) this.look(shape, item, [...path, key]);
      else
        this.#add('unknown-key', `unknown key ${show(key)}`, [...path, key], nearest(key, Object.keys(keys)));
    }
    for (const key of needed) {
      if (!Object.hasOwn(value, key)) this.#add('shape', `expected ${wordsFor(keys[key]!)}`, [...path, key]);
    }
  }

  #lookUp(what: string, named: string, path: ErrorPath): void {
    const known = this.#terms.known?.[what] ?? [];
    if (known.includes(named)) return;
    this.#add(`unknown-${what}`, `there is no ${what} ${show(named)}`, path, nearest(named, known));
  }

  #check(check: Check, value: unknown, path: ErrorPath): void {
    try {
      const found = check(value, this.#terms.parameters ?? {});
      if (Array.isArray(found))
        for (const one of found) this.problems.push({ ...one, path: [...path, ...one.path] });
    } catch (error) {
      if (!(error instanceof DulyError)) throw error;
      const { code, reason: message, hint } = error;
      this.problems.push({
        severity: 'error',
        code,
        path: [...path, ...error.path],
        message,
        ...(hint && { hint }),
      });
    }
  }

  #add(code: string, message: string, path: ErrorPath, guess?: string): void {
    const hint = guess && `Did you mean "${guess}"?`;
    this.problems.push({
      severity: 'error',
      code: `${this.#terms.layer}.${code}`,
      path,
      message,
      ...(hint && { hint }),
    });
  }
}

/** Whether a value has the outer form of a shape. */
function fits(shape: Shape, value: unknown): boolean {
  switch (shape.type) {
    case 'any':
      return isPlain(value);
    case 'null':
      return value === null;
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && new RegExp(shape.pattern ?? '', 's').test(value);
    case 'number':
      return isNumber(shape, value);
    case 'one':
      return shape.of.includes(value as string);
    case 'list':
      return Array.isArray(value);
    case 'either':
      return branchFor(shape.of, value) !== undefined;
    case 'later':
      return fits(shape.shape(), value);
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlain);
  return value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isNumber({ whole, over, least, most, decimals }: NumberShape, value: unknown): boolean {
  return (
    typeof value === 'number' &&
    (whole ? Number.isInteger(value) : Number.isFinite(value)) &&
    !(value <= over! || value < least! || value > most!) &&
    (decimals === undefined || +value.toFixed(decimals) === value)
  );
}

/** The alternative that a value was meant for: of its outer form, and of several objects the one whose keys it has. */
export function branchFor(shapes: readonly Shape[], value: unknown): Shape | undefined {
  let meant: Shape | undefined;
  let most = 0;
  for (const shape of shapes) {
    if (!fits(shape, value)) continue;
    const own =
      shape.type === 'object' ? shape.needed.filter((key) => Object.hasOwn(value as object, key)).length : 1;
    if (own >= most) [meant, most] = [shape, own];
  }
  return meant;
}

/** The words for what a shape expects. */
function wordsFor(shape: Shape): string {
  switch (shape.type) {
    case 'one':
      return shape.of.map(show).join(' or ');
    case 'either':
      return [...new Set(shape.of.map(wordsFor))].join(' or ');
    case 'later':
      return wordsFor(shape.shape());
    case 'object':
      return `an object with ${(shape.needed.length > 0 ? shape.needed : Object.keys(shape.keys)).join(', ')}`;
    case 'number': {
      const { whole, over, least, most, decimals } = shape;
      const bounds = [
        over !== undefined && ` over ${over}`,
        least !== undefined && ` from ${least}`,
        most !== undefined && ` to ${most}`,
        decimals !== undefined && ` with at most ${decimals} decimals`,
      ];
      return `a ${whole ? 'whole ' : ''}number${bounds.filter(Boolean).join('')}`;
    }
    case 'text':
      return !shape.pattern || shape.pattern === '.' ? 'text' : `text like ${shape.like ?? shape.pattern}`;
    case 'kinds':
      return `an object with ${shape.by}`;
    default:
      return plainWords[shape.type];
  }
}

const plainWords = {
  any: 'a value of JSON',
  flag: 'true or false',
  null: 'null',
  list: 'a list',
  map: 'an object',
};
