import type { Reject } from '../case/types.ts';
import { csvCell } from '../report/csv-cell.ts';
import { AsideFile } from './aside-file.ts';

const header = ['file', 'line', 'column', 'code', 'reason', 'value', 'id', 'row'];

/** A CSV of everything that could not be used: why, and in its last cell the whole row, itself as CSV. */
export class RejectsFile {
  readonly #file: AsideFile;
  readonly #input: string;

  /** @param input - The file of a reject that names none; empty where there are several. */
  constructor(path: string, cwd: string, input: string) {
    this.#file = new AsideFile(path, cwd);
    this.#input = input;
    // Excel reads UTF-8 only behind a byte order mark.
    this.#file.write(`\ufeff${header.join(',')}\r\n`);
  }

  add({ file = this.#input, line, column, code, message, value, id, raw = [] }: Reject): void {
    const cells = [
      file,
      line?.toString() ?? '',
      column ?? '',
      code,
      message,
      value ?? '',
      id ?? '',
      rowText(raw),
    ];
    this.#file.write(`${cells.map(csvCell).join(',')}\r\n`);
  }

  complete(): void {
    this.#file.complete();
  }

  commit(): void {
    this.#file.commit();
  }

  discard(): void {
    this.#file.discard();
  }
}

/** A row as one CSV record. What came in one piece, such as a line of JSON, stays as it was. */
function rowText(cells: readonly string[]): string {
  return cells.length === 1 ? (cells[0] as string) : cells.map(quoted).join(',');
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
