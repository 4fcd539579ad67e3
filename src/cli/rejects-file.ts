import type { Reject } from '../case/types.ts';
import { AsideFile, type Place } from './aside-file.ts';
import { textForm } from './encode-text.ts';
import { type InputForm, isTable, type RejectedRow } from './rejected-row.ts';
import { recordsOf } from './rejects-records.ts';
import { tableOf } from './rejects-table.ts';

/**
 * The rows that could not be used, in the form in which they came, each with where it stood and why it was left: what is
 * corrected there can be read again by the same mapping.
 *
 * The rows are kept aside until the end: only then all columns and the encoding are known.
 */
export class RejectsFile {
  readonly #file: AsideFile;
  readonly #kept: AsideFile;
  readonly #forms: InputForm[] = [];
  readonly #encodings = new Set<string>();

  constructor(path: string, place: Place) {
    this.#file = new AsideFile(path, place);
    this.#kept = new AsideFile(path, place, '.rows');
  }

  /** What comes is of this input. */
  open(form: InputForm): void {
    this.#forms.push(form);
  }

  encoded(encoding: string): void {
    this.#encodings.add(encoding);
  }

  add({ file, line, column, code, message, raw = [], rawRows }: Reject): void {
    const form = this.#forms.length - 1;
    for (const row of rawRows ?? [{ line, raw }]) {
      const kept: RejectedRow = { form, file, column, code, reason: message, ...row };
      this.#kept.write(`${JSON.stringify(kept)}\n`);
    }
  }

  complete(): void {
    const [encoding = 'utf-8', other] = this.#encodings;
    const forms = this.#forms;
    const isOfTables = forms.every(isTable);
    const { mark, encode } = textForm(other === undefined ? encoding : 'utf-8');
    const isUtf8 = encode === textForm('utf-8').encode;
    this.#file.encode = encode;
    // Excel reads UTF-8 only behind a byte order mark; JSON has none.
    this.#file.write(isOfTables || !isUtf8 ? mark : '');
    const written = isOfTables ? tableOf(forms, this.#rows()) : recordsOf(forms, this.#rows());
    for (const text of written) this.#file.write(text);
    this.#file.complete();
  }

  commit(): void {
    this.#file.commit();
  }

  discard(): void {
    this.#kept.discard();
    this.#file.discard();
  }

  *#rows(): Generator<RejectedRow> {
    for (const line of this.#kept.lines()) yield JSON.parse(line) as RejectedRow;
  }
}
