import type { ErrorPath } from './duly-error.ts';
import { branchFor, type Shape } from './shape.ts';

/** A value of a document, the shape it was found under, and its path. */
export interface ShapedValue {
  readonly shape: Shape;
  readonly value: unknown;
  readonly path: ErrorPath;
}

/** Every value of a checked document that stands under a shape, the outer ones first. */
export function* walkShape(shape: Shape, value: unknown, path: ErrorPath): Generator<ShapedValue> {
  yield { shape, value, path };
  switch (shape.type) {
    case 'later':
      yield* walkShape(shape.shape(), value, path);
      break;
    case 'either': {
      const branch = branchFor(shape.of, value);
      if (branch !== undefined) yield* walkShape(branch, value, path);
      break;
    }
    case 'kinds': {
      const kind = (value as Readonly<Record<string, string>>)[shape.by]!;
      yield* walkShape(shape.of[kind]!, value, path);
      break;
    }
    case 'list':
      if (!Array.isArray(value)) break;
      for (const [index, item] of value.entries()) yield* walkShape(shape.item, item, [...path, index]);
      break;
    case 'map':
      for (const [key, item] of entriesOf(value)) yield* walkShape(shape.value, item, [...path, key]);
      break;
    case 'object':
      for (const [key, item] of entriesOf(value)) {
        const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : shape.rest;
        if (inner !== undefined) yield* walkShape(inner, item, [...path, key]);
      }
      break;
    default:
  }
}

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
