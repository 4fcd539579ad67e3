import type { ErrorPath } from '../errors/duly-error.ts';
import { PolicyError } from '../errors/policy-error.ts';
import type { Problem } from '../errors/problem.ts';
import { any, type ObjectShape, type Shape } from '../errors/shape.ts';
import { isParameter, parametersIn, withParameters } from './parameters.ts';
import { ownKeys } from './shape.ts';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** zod: the keys that a strict object doesn't know. */
  readonly keys?: readonly string[];
}

/** What zod, valibot, arktype and others have in common (standardschema.dev). */
export interface StandardSchema<Input, Output> {
  readonly '~standard': {
    readonly validate: (value: unknown) => unknown;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly jsonSchema?: { readonly input: (options: { readonly target: 'draft-2020-12' }) => object };
  };
}

/** A schema that can only parse, such as an older zod's. */
export interface SafeParser<Output> {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: Output; readonly error?: unknown };
}

/** What a standard of one's own kind looks like, besides the keys that all parts have: a schema, or a shape of ours. */
export type OwnSchema<Input, Output = Input> =
  | StandardSchema<Input, Output>
  | SafeParser<Output>
  | ObjectShape;

/** The shape of the standards of a kind: what every part may carry, and what the schema says. */
export function shapeOf(kind: string, schema: OwnSchema<unknown>): Shape {
  const keys = ownKeys(kind);
  if (isShape(schema)) {
    return { ...schema, keys: { ...keys, ...schema.keys }, needed: ['id', 'kind', ...schema.needed] };
  }
  const json =
    '~standard' in schema ? schema['~standard'].jsonSchema?.input({ target: 'draft-2020-12' }) : undefined;
  return {
    type: 'object',
    keys,
    needed: ['id', 'kind'],
    rest: any,
    ...(json && { json }),
    check: (standard: object, parameters: Readonly<Record<string, unknown>>) =>
      problemsOf(schema, standard, keys, parameters),
  };
}

/** A standard as its schema reads it: with the schema's defaults and conversions. */
export function readBy<S extends object>(schema: OwnSchema<unknown>, standard: S): S {
  if (isShape(schema)) return standard;
  const { value } = validate(schema, standard);
  return { ...standard, ...(value as object | undefined) };
}

function problemsOf(
  schema: StandardSchema<unknown, unknown> | SafeParser<unknown>,
  given: object,
  common: Readonly<Record<string, Shape>>,
  parameters: Readonly<Record<string, unknown>>,
): Problem[] {
  const standard = withParameters(given, parametersIn(parameters), (unset) => unset);
  const { issues = [] } = validate(schema, standard);
  return issues.flatMap(({ message, path = [], keys }): Problem[] => {
    // A strict schema doesn't know the keys that all parts have, nor any schema a parameter.
    if (path.length === 0 && keys?.every((key) => Object.hasOwn(common, key))) return [];
    const place = path.map((step) => (typeof step === 'object' ? step.key : step)) as ErrorPath;
    if (isParameter(valueAt(standard, place))) return [];
    return [{ severity: 'error', code: 'policy.shape', path: place, message }];
  });
}

function validate(
  schema: StandardSchema<unknown, unknown> | SafeParser<unknown>,
  value: unknown,
): { readonly issues?: readonly Issue[] | undefined; readonly value?: unknown } {
  if (!('~standard' in schema)) {
    const { success, data, error } = schema.safeParse(value);
    return success ? { value: data } : { issues: (error as { issues: readonly Issue[] }).issues };
  }
  const result = schema['~standard'].validate(value) as { issues?: readonly Issue[]; value?: unknown };
  if ('then' in result)
    return { issues: [{ message: 'its schema answers later; expected one that answers at once' }] };
  return result;
}

function valueAt(value: unknown, [key, ...rest]: ErrorPath): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return value;
  return valueAt((value as Record<string | number, unknown>)[key], rest);
}

/** A shape of ours; a schema object of zod has a `type` as well. */
function isShape(schema: OwnSchema<unknown>): schema is ObjectShape {
  if ('~standard' in schema || 'safeParse' in schema) return false;
  if (schema.type === 'object' && Array.isArray(schema.needed)) return true;
  throw new PolicyError('policy.kind', {
    given: schema,
    expected: 'a schema with ~standard or safeParse, or a shape of type object',
  });
}
