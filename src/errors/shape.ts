import { type ErrorPath, show } from './duly-error.ts';
import { didYouMean } from './nearest.ts';
import { ownError } from './own-error.ts';
import { type Problem, toProblem } from './problem.ts';
import { isRecord } from './record.ts';

/**
 * What a value of a document may be, as data: checked here, and open to being told in another notation. A schema
 * library would take a third of all the bytes that the core may have.
 */
export type Shape =
  | { readonly type: 'any' | 'flag' | 'null' }
  /** `refers`: it, or each key, names a thing of the document that has to be there. `like`: what a text of that pattern looks like. */
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
  | ListShape
  | { readonly type: 'map'; readonly value: Shape; readonly refers?: string; readonly check?: Check }
  | ObjectShape
  | { readonly type: 'either'; readonly of: readonly Shape[] }
  /** The key `by` says which shape it has. */
  | { readonly type: 'kinds'; readonly by: string; readonly of: Readonly<Record<string, Shape>> }
  | { readonly type: 'later'; readonly shape: () => Shape };

interface ListShape {
  readonly type: 'list';
  readonly item: Shape;
  readonly least: number;
  readonly ids?: boolean;
}

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

/** More than anybody wants to read; nothing is looked at after that many. */
export const MOST_PROBLEMS = 20_000;

/** Everything in which a value departs from a shape, as far as anybody wants to read. */
export function shapeProblems(whole: Shape, document: unknown, terms: ShapeTerms): Problem[] {
  const { layer, parameterOf, parameters = {}, known: names = {} } = terms;
  const problems: Problem[] = [];
  let chain = 0;

  const add = (code: string, path: ErrorPath, message: string, hint?: string) =>
    problems.push({ severity: 'error', code, path, message, ...(hint && { hint }) });
  const misfit = (path: ErrorPath, message: string) => add(`${layer}.shape`, path, message);
  const lookUp = (what: string, given: unknown, known: readonly string[] = [], path: ErrorPath): boolean => {
    if (problems.length >= MOST_PROBLEMS || known.includes(given as string)) return true;
    const hint = didYouMean(given, known) ?? (known[0] && `Known are ${known.join(', ')}`);
    add(`${layer}.unknown-${what}`, path, `${show(given)} is no ${what}`, hint);
    return false;
  };

  const look = (given: Shape, value: unknown, path: ErrorPath): void => {
    if (problems.length >= MOST_PROBLEMS) return;
    const shape = given.type === 'later' ? given.shape() : given;
    const parameter = shape === name ? undefined : parameterOf?.(value, path);
    const branch = shape.type === 'either' ? branchFor(shape.of, value) : undefined;
    if (parameter !== undefined) lookAtParameter(shape, parameter, path);
    else if (branch) look(branch, value, path);
    else if (fits(shape, value)) {
      const before = problems.length;
      lookInside(shape, value, path);
      if ('check' in shape && shape.check && problems.length === before) check(shape.check, value, path);
    } else misfit(path, `${value === undefined ? '' : `${show(value)} given; `}expected ${wordsFor(shape)}`);
  };

  const lookAtParameter = (shape: Shape, parameter: string, path: ErrorPath): void => {
    const value = Object.hasOwn(parameters, parameter) ? parameters[parameter] : null;
    if (chain === LONGEST_CHAIN) add(`${layer}.parameter-cycle`, path, 'parameters stand for one another');
    else if (value !== null) {
      chain += 1;
      look(shape, value, ['parameters', parameter]);
      chain -= 1;
    }
  };

  // Whoever calls has seen that the value has the outer form of the shape.
  // biome-ignore lint/suspicious/noExplicitAny: which form that is
  const lookInside = (shape: Shape, value: any, path: ErrorPath): void => {
    if (shape.type === 'text') {
      if (shape.refers) lookUp(shape.refers, value, names[shape.refers], path);
    } else if (shape.type === 'map') {
      for (const key of Object.keys(value)) {
        const place = [...path, key];
        if (!shape.refers || lookUp(shape.refers, key, names[shape.refers], place))
          look(shape.value, value[key], place);
      }
    } else if (shape.type === 'list') lookAtItems(shape, value, path);
    else if (shape.type === 'object') lookAtKeys(shape, value, path);
    else if (shape.type === 'kinds') {
      const { by, of } = shape;
      if (lookUp(by, value[by], Object.keys(of), [...path, by])) look(of[value[by]]!, value, path);
    }
  };

  const lookAtItems = ({ item, least, ids }: ListShape, items: readonly unknown[], path: ErrorPath): void => {
    if (items.length < least) misfit(path, `expected at least ${least}`);
    const seen = new Set<unknown>();
    items.forEach((each, index) => {
      look(item, each, [...path, index]);
      const id = ids && (each as { id?: unknown } | null)?.id;
      if (id && seen.has(id))
        add(`${layer}.repeated-id`, [...path, index, 'id'], `another one has the id ${show(id)}`);
      seen.add(id);
    });
  };

  const lookAtKeys = ({ keys, needed, rest }: ObjectShape, value: Given, path: ErrorPath): void => {
    const known = Object.keys(keys);
    for (const key of Object.keys(value)) {
      const place = [...path, key];
      if (rest && !known.includes(key)) look(rest, value[key], place);
      else if (lookUp('key', key, known, place)) look(keys[key]!, value[key], place);
    }
    for (const key of needed)
      if (!Object.hasOwn(value, key)) misfit([...path, key], `expected ${wordsFor(keys[key]!)}`);
  };

  const check = (find: Check, value: unknown, path: ErrorPath): void => {
    try {
      const found = find(value, parameters);
      if (Array.isArray(found))
        for (const one of found) problems.push({ ...one, path: [...path, ...one.path] });
    } catch (error) {
      problems.push(toProblem(ownError(error), path));
    }
  };

  look(whole, document, []);
  return problems;
}

type Given = Readonly<Record<string, unknown>>;

/** The type of each shape's values, as far as one word can say, and the words for them. */
const forms: Readonly<Record<string, readonly [type: string, words: string]>> = {
  flag: ['boolean', 'true or false'],
  null: ['null', 'null'],
  text: ['string', 'text'],
  number: ['number', 'a number'],
  list: ['list', 'a list'],
  map: ['object', 'an object'],
  object: ['object', 'an object with '],
  kinds: ['object', 'an object with '],
  any: ['', 'a value of JSON'],
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value !== 'object' || isRecord(value) ? typeof value : '';
};

/** Whether a value has the outer form of a shape. */
function fits(shape: Shape, value: unknown): boolean {
  if (shape.type === 'either') return branchFor(shape.of, value) !== undefined;
  if (shape.type === 'later') return fits(shape.shape(), value);
  if (shape.type === 'one') return shape.of.includes(value as string);
  if (shape.type === 'any') return isPlain(value);
  if (typeOf(value) !== forms[shape.type]![0]) return false;
  if (shape.type === 'text') return new RegExp(shape.pattern ?? '', 's').test(value as string);
  return shape.type !== 'number' || isNumber(shape, value as number);
}

/** What a document holds in several places is looked at once. */
function isPlain(value: unknown, seen = new Set<unknown>()): boolean {
  const type = typeOf(value);
  if (type === 'list' || type === 'object')
    return (
      seen.has(value) ||
      Object.values(seen.add(value) && Object(value)).every((inner) => isPlain(inner, seen))
    );
  return type === 'number' ? Number.isFinite(value) : /null|string|boolean/.test(type);
}

const isNumber = ({ whole, over, least, most, decimals }: NumberShape, value: number): boolean =>
  (whole ? Number.isInteger(value) : Number.isFinite(value)) &&
  !(value <= over! || value < least! || value > most!) &&
  (decimals === undefined || +value.toFixed(decimals) === value);

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
  if (shape.type === 'either') return [...new Set(shape.of.map(wordsFor))].join(' or ');
  if (shape.type === 'later') return wordsFor(shape.shape());
  if (shape.type === 'one') return shape.of.map(show).join(' or ');
  const words = forms[shape.type]![1];
  if (shape.type === 'text') return shape.like ? `${words} like ${shape.like}` : words;
  if (shape.type === 'kinds') return words + shape.by;
  if (shape.type === 'object')
    return words + (shape.needed[0] ? shape.needed : Object.keys(shape.keys)).join(', ');
  if (shape.type !== 'number') return words;
  const { whole, over, least: from, most: to, decimals } = shape;
  const bounds = Object.entries({ over, from, to, 'with decimals up to': decimals }).map(([word, bound]) =>
    bound === undefined ? '' : ` ${word} ${bound}`,
  );
  return (whole ? 'a whole number' : words) + bounds.join('');
}
