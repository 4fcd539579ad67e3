import type { ErrorPath } from '../errors/duly-error.ts';
import type { AttributeMapping, Mapping } from './schema.ts';

/** A column that the mapping names, and where it does. */
export interface NamedColumn {
  readonly column: string;
  readonly path: ErrorPath;
}

/** Every column that a mapping names. */
export function* namedColumns(mapping: Mapping): Generator<NamedColumn> {
  const { id, timestamp, event, by } = mapping;
  if (typeof id === 'string') yield { column: id, path: ['id'] };
  else if ('column' in id) yield { column: id.column, path: ['id', 'column'] };
  if (timestamp !== undefined) yield columnOf(timestamp, ['timestamp']);
  if (event !== undefined) {
    yield columnOf(event, ['event']);
    if (typeof event === 'object') yield* attributeColumns(event.attributes, ['event', 'attributes']);
  }
  if (by !== undefined) yield { column: by, path: ['by'] };
  yield* attributeColumns(mapping.attributes, ['attributes']);
  for (const [type, columns] of Object.entries(mapping.events ?? {})) {
    for (const [path, one] of entriesOf(columns, ['events', type])) {
      yield columnOf(one, path);
      if (typeof one === 'string') continue;
      if (one.after !== undefined) yield columnOf(one.after, [...path, 'after']);
      yield* attributeColumns(one.attributes, [...path, 'attributes']);
      for (const column of Object.keys(one.when ?? {})) yield { column, path: [...path, 'when', column] };
    }
  }
}

const columnOf = (one: string | { column: string }, path: ErrorPath): NamedColumn =>
  typeof one === 'string' ? { column: one, path } : { column: one.column, path: [...path, 'column'] };

function* attributeColumns(
  attributes: Readonly<Record<string, AttributeMapping>> | undefined,
  path: ErrorPath,
): Generator<NamedColumn> {
  for (const [name, attribute] of Object.entries(attributes ?? {})) {
    if (typeof attribute === 'string' || 'column' in attribute) yield columnOf(attribute, [...path, name]);
  }
}

/** One thing or a list of them, each with its own path. */
export function entriesOf<T extends string | object>(
  one: T | readonly T[],
  path: ErrorPath,
): [ErrorPath, T][] {
  return Array.isArray(one) ? one.map((item: T, index) => [[...path, index], item]) : [[path, one as T]];
}
