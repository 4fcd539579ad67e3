import { WATCHED } from '../../readers/column-watch.ts';
import type { Mapping } from '../../readers/index.ts';
import { namedColumns } from '../../readers/named-columns.ts';
import { type FileFacts, type RowReader, rowReader } from '../../readers/rows.ts';
import type { Database } from './database.ts';
import type { SourceTable } from './source.ts';

/** What only the first cells of each column show, wherever the rows are judged: a reader that has seen them. */
export async function watchColumns(
  source: SourceTable,
  mapping: Mapping,
  facts: FileFacts,
  database: Database,
): Promise<RowReader> {
  const watch = rowReader(mapping, facts);
  watch.header(source.header, source.table);
  const seen = new Map<string, number>();
  const { columns: _, onColumns: __, ...plain } = facts;
  const reader = rowReader(mapping, {
    ...plain,
    onWatched(column, cell) {
      seen.set(column, (seen.get(column) ?? 0) + 1);
      watch.see([[column, [cell]]]);
    },
  });
  reader.header(source.header);
  const { rows, told } = source;
  let last = 0;
  let count = 0;
  const first = `SELECT n, ${told.join(', ')} FROM ${rows} ORDER BY n LIMIT ${WATCHED}`;
  for await (const list of database.stream(first)) {
    for (const row of list) {
      source.tell(reader, row);
      last = Number(row[0]);
      count += 1;
    }
    reader.take();
  }
  if (count < WATCHED) return watch;
  for (const [column, known] of seen) {
    if (known >= WATCHED || ![...namedColumns(mapping)].some((one) => one.column === column)) continue;
    const cell = `trim(${source.cell(source.header.indexOf(column))})`;
    const more = `SELECT ${cell} FROM ${rows} WHERE n > ${last} AND ${cell} <> '' ORDER BY n LIMIT ${WATCHED - known}`;
    for await (const list of database.stream(more)) watch.see([[column, list.map(([text]) => String(text))]]);
  }
  return watch;
}
