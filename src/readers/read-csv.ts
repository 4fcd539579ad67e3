import type { ReadResult } from '../case/types.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { CsvSplitter, endOfRow, findDelimiter } from './csv.ts';
import { namedColumns } from './header.ts';
import type { RowReader } from './rows.ts';
import type { Mapping } from './schema.ts';

/** The longest beginning in which the header is looked for. */
const HEADER_LIMIT = 1 << 20;

/** Reads UTF-8 CSV through a mapping; each list holds what one piece of the input made ready. */
export async function* readCsv(
  utf8: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  delimiter: string | undefined,
  rows: RowReader,
): AsyncGenerator<Iterable<ReadResult>> {
  const headerRow = mapping.headerRow ?? 1;
  let splitter: CsvSplitter | undefined;
  let start = Buffer.alloc(0);
  let skip = headerRow;
  const sink = {
    row: (cells: string[], line: number) => {
      skip -= 1;
      if (skip < 0) rows.row(cells, line);
      else if (skip === 0) rows.header(cells.map((name) => name.trim()));
    },
    reject: rows.reject,
  };
  const open = () => {
    const wanted = [...namedColumns(mapping)].map(({ column }) => column);
    const header = start.toString('utf8', Math.max(0, headerRow === 1 ? 0 : endOfRow(start, headerRow - 1)));
    splitter = new CsvSplitter(
      delimiter ?? findDelimiter(header.split(/\r\n|\n|\r/, 1)[0]!, wanted),
      start,
      sink,
    );
    splitter.feed(start);
  };
  for await (const bytes of utf8) {
    if (splitter === undefined) {
      start = Buffer.concat([start, bytes]);
      if (endOfRow(start, headerRow) >= 0 || start.length > HEADER_LIMIT) open();
    } else {
      splitter.feed(bytes);
    }
    yield rows.take();
  }
  if (splitter === undefined) open();
  splitter!.end();
  yield rows.take();
  if (skip > 0) throw new ReaderError('reader.no-header', { row: headerRow });
  yield rows.end();
}
