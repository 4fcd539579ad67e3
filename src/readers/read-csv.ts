import type { ReadResult } from '../case/types.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { CsvSplitter, findDelimiter, HEADER_LIMIT, headerLine, isBlank, isOldMac } from './csv.ts';
import { namedColumns } from './named-columns.ts';
import type { RowReader } from './rows.ts';
import type { Mapping } from './schema.ts';

/** Reads UTF-8 CSV through a mapping; each list holds what one piece of the input made ready. */
export async function* readCsv(
  utf8: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  rows: RowReader,
): AsyncGenerator<Iterable<ReadResult>> {
  const headerRow = mapping.headerRow ?? 1;
  const wanted = [...namedColumns(mapping)].map(({ column }) => column);
  let splitter: CsvSplitter | undefined;
  let start = Buffer.alloc(0);
  let inBody = false;
  let delimiter = '';
  const titles: string[][] = [];
  const sink = {
    row: (cells: string[], line: number) => {
      if (inBody) return rows.row(cells, line);
      if (isBlank(cells)) return;
      if (line < headerRow) return void titles.push(cells);
      inBody = true;
      rows.header(
        cells.map((name) => name.trim()),
        { delimiter, titles },
      );
    },
    reject: rows.reject,
  };
  const open = (complete: boolean) => {
    const header = headerLine(start.toString('utf8'), headerRow, complete);
    if (header === undefined && !complete && start.length < HEADER_LIMIT) return;
    delimiter = mapping.delimiter ?? findDelimiter(header ?? '', wanted);
    splitter = new CsvSplitter(delimiter, { oldMac: isOldMac(start) }, sink);
    splitter.feed(start);
  };
  for await (const bytes of utf8) {
    if (splitter !== undefined) {
      splitter.feed(bytes);
    } else {
      start = Buffer.concat([start, bytes]);
      open(false);
    }
    yield rows.take();
  }
  if (splitter === undefined) open(true);
  splitter?.end();
  if (!inBody) throw new ReaderError('reader.no-header', { row: headerRow });
  yield rows.take();
  yield rows.end();
}
