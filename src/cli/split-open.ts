import { CsvSplitter } from '../readers/csv.ts';

/** The cells of a row whose last quote is never closed. */
export function splitOpen(text: string, delimiter: string): string[] {
  let found: string[] | undefined;
  const sink = {
    row: (cells: string[]) => {
      found ??= cells;
    },
    reject: () => {},
  };
  const splitter = new CsvSplitter(delimiter, { oldMac: false }, sink);
  splitter.feed(Buffer.from(`${text}"`));
  splitter.end();
  return found ?? [text];
}
