import { show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { type NamedColumn, namedColumns } from './named-columns.ts';
import type { Mapping } from './schema.ts';

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
