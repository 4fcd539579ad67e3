import type { ErrorPath } from '../errors/duly-error.ts';
import { name, type ObjectShape, type Shape } from '../errors/shape.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** How shapes are told in JSON Schema. */
export interface ShapeJsonTerms {
  /** Shapes that get a definition of their own, with what their data doesn't tell. */
  readonly named: ReadonlyMap<Shape, { readonly name: string; readonly json?: JsonSchema }>;
  /** Whether a parameter may stand for the value at a path; in it, `0` is any index and `*` any key. */
  isOpen(path: ErrorPath): boolean;
}

const parameter: JsonSchema = {
  type: 'object',
  properties: { parameter: { type: 'string' } },
  required: ['parameter'],
  additionalProperties: false,
};

/** A shape as a JSON Schema (2020-12) with its definitions. */
export function shapeJson(shape: Shape, terms: ShapeJsonTerms): JsonSchema {
  const writer = new Writer(terms);
  const schema = writer.write(shape, []);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $defs: writer.definitions };
}

class Writer {
  readonly definitions: Record<string, JsonSchema> = { parameter };
  readonly #terms: ShapeJsonTerms;

  constructor(terms: ShapeJsonTerms) {
    this.#terms = terms;
  }

  /** What stands at a path: a value of the shape, or a parameter where one may stand for it. */
  write(shape: Shape, path: ErrorPath): JsonSchema {
    const open = shape !== name && this.#terms.isOpen(path);
    const named = this.#terms.named.get(shape);
    if (named === undefined) return open ? orParameter(this.#plain(shape, path)) : this.#plain(shape, path);
    const key = open ? named.name : `${named.name}-as-is`;
    if (this.definitions[key] === undefined) {
      // Taken before it is written: a shape may hold itself.
      this.definitions[key] = {};
      const json = named.json ?? this.#plain(shape, path);
      this.definitions[key] = open ? orParameter(json) : json;
    }
    return { $ref: `#/$defs/${key}` };
  }

  #plain(shape: Shape, path: ErrorPath): JsonSchema {
    switch (shape.type) {
      case 'any':
        return {};
      case 'null':
        return { type: 'null' };
      case 'flag':
        return { type: 'boolean' };
      case 'text':
        return { type: 'string', ...textKeywords(shape.pattern) };
      case 'number':
        return {
          type: shape.whole ? 'integer' : 'number',
          ...(shape.over !== undefined && { exclusiveMinimum: shape.over }),
          ...(shape.least !== undefined && { minimum: shape.least }),
          ...(shape.most !== undefined && { maximum: shape.most }),
        };
      case 'one':
        return { enum: shape.of };
      case 'list':
        return {
          type: 'array',
          items: this.write(shape.item, [...path, 0]),
          ...(shape.least > 0 && { minItems: shape.least }),
        };
      case 'map':
        return { type: 'object', additionalProperties: this.write(shape.value, [...path, '*']) };
      case 'object':
        return this.#object(shape, path);
      case 'either':
        // A parameter in place of the whole stands for each alternative.
        return { anyOf: shape.of.map((one) => this.#alternative(one, path)) };
      case 'kinds':
        return this.#kinds(shape, path);
      case 'later':
        return this.write(shape.shape(), path);
    }
  }

  #alternative(shape: Shape, path: ErrorPath): JsonSchema {
    return this.#terms.named.has(shape) ? this.write(shape, path) : this.#plain(shape, path);
  }

  #object({ keys, needed, rest, json }: ObjectShape, path: ErrorPath): JsonSchema {
    const properties = Object.fromEntries(
      Object.entries(keys).map(([key, shape]) => [key, this.write(shape, [...path, key])]),
    );
    const own = json as JsonSchema | undefined;
    return {
      type: 'object',
      properties,
      ...(needed.length > 0 && { required: needed }),
      ...(rest === undefined && { additionalProperties: false }),
      ...(own !== undefined && { allOf: [withKeys(own, Object.keys(keys))] }),
    };
  }

  #kinds({ by, of }: Extract<Shape, { type: 'kinds' }>, path: ErrorPath): JsonSchema {
    const list = by === 'kind' ? 'standard' : 'kpi';
    const branches = Object.entries(of).map(([kind, shape]) => {
      const key = `${list}-${kind}`;
      this.definitions[key] = this.#plain(shape, path);
      return {
        if: { properties: { [by]: { const: kind } }, required: [by] },
        then: { $ref: `#/$defs/${key}` },
      };
    });
    return {
      type: 'object',
      properties: { [by]: { enum: Object.keys(of) } },
      required: [by],
      allOf: branches,
    };
  }
}

const orParameter = (json: JsonSchema): JsonSchema => ({ anyOf: [json, { $ref: '#/$defs/parameter' }] });

function textKeywords(pattern: string | undefined): JsonSchema {
  if (pattern === undefined) return {};
  return pattern === '.' ? { minLength: 1 } : { pattern };
}

/** A schema of a company's own kind: it lets parameters stand for its keys, and knows those that all parts have. */
function withKeys(json: JsonSchema, common: readonly string[]): JsonSchema {
  const { $schema: _, properties = {}, ...rest } = json;
  const own = Object.entries(properties as Record<string, JsonSchema>).filter(
    ([key]) => !common.includes(key),
  );
  return {
    ...rest,
    properties: {
      ...Object.fromEntries(common.map((key) => [key, {}])),
      ...Object.fromEntries(own.map(([key, value]) => [key, orParameter(value)])),
    },
  };
}
