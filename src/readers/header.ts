import type { ErrorPath } from '../errors/duly-error.ts';
import { show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { entriesOf } from './parse-mapping.ts';
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

/**
 * Where each column that the mapping names stands in the header.
 *
 * @throws ReaderError `reader.unknown-column` with the nearest header, `reader.repeated-column`
 */
export function findColumns(mapping: Mapping, header: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const missing: NamedColumn[] = [];
  for (const { column, path } of namedColumns(mapping)) {
    const index = header.indexOf(column);
    if (index < 0) missing.push({ column, path });
    else if (header.indexOf(column, index + 1) >= 0)
      throw new ReaderError('reader.repeated-column', { column }, { path });
    else found.set(column, index);
  }
  const [first] = missing;
  if (first === undefined) return found;
  const columns = [...new Set(missing.map(({ column }) => column))];
  throw new ReaderError(
    'reader.unknown-column',
    { columns: columns.map(show) },
    { path: first.path, hint: hintFor(first.column, header) },
  );
}

function hintFor(column: string, header: readonly string[]): string {
  const named = header.filter((name) => name !== '');
  const near = nearest(column, named) ?? named.find((name) => name.includes(column) || column.includes(name));
  if (near !== undefined) return `Did you mean ${JSON.stringify(near)}?`;
  return `The columns are ${named
    .slice(0, 20)
    .map((name) => JSON.stringify(name))
    .join(', ')}${named.length > 20 ? ', ...' : ''}`;
}
