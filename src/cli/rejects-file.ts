import type { Reject } from '../case/types.ts';
import { csvCell } from '../report/csv-cell.ts';
import { AsideFile } from './aside-file.ts';

const header = ['file', 'line', 'column', 'code', 'reason', 'value', 'id', 'row'];

/** A CSV of everything that could not be used: why, then the row's own cells as they were read. */
export class RejectsFile {
  readonly #file: AsideFile;

  constructor(path: string, cwd: string) {
    this.#file = new AsideFile(path, cwd);
    // Excel reads UTF-8 only behind a byte order mark.
    this.#file.write(`\ufeff${header.join(',')}\r\n`);
  }

  add({ file, line, column, code, message, value, id, raw = [] }: Reject): void {
    const cells = [
      file ?? '',
      line?.toString() ?? '',
      column ?? '',
      code,
      message,
      value ?? '',
      id ?? '',
      ...raw,
    ];
    this.#file.write(`${cells.map(csvCell).join(',')}\r\n`);
  }

  commit(): void {
    this.#file.commit();
  }

  discard(): void {
    this.#file.discard();
  }
}
