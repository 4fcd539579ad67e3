import { remarkName, remarksAmong } from '../readers/remarks.ts';
import { type InputForm, type RejectedRow, remarksOn } from './rejected-row.ts';
import { spellStamps } from './spell-stamps.ts';
import { splitOpen } from './split-open.ts';

/** A table of rejected rows: the columns of all inputs in the order in which they came up, then the remarks. */
export function* tableOf(forms: readonly InputForm[], rows: Iterable<RejectedRow>): Generator<string> {
  const [first] = forms;
  if (first === undefined) return;
  const { delimiter } = forms.find(({ format }) => format === 'csv') ?? first;
  const record = (cells: readonly string[]) =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  const columns = allColumns(forms);
  const remarks = remarksOn(forms);
  yield* titlesOf(first, record);
  yield record([...columns.names, ...remarks.map((remark) => remarkName(remark, columns.names))]);
  for (const row of rows) {
    const own = columns.cellsOf(row).map(harmless);
    yield record([...own, ...remarks.map((remark) => harmless(`${row[remark] ?? ''}`))]);
  }
}

/** What stands before the header, on as many lines as it took. */
function titlesOf({ titles, mapping }: InputForm, record: (cells: readonly string[]) => string): string[] {
  const written = titles.map(record);
  const lines = written.join('').split('\n').length - 1;
  const missing = Math.max(0, (mapping?.headerRow ?? 1) - 1 - lines);
  return [...written, '\r\n'.repeat(missing)];
}

interface Columns {
  readonly names: readonly string[];
  /** The cells of a row under these columns. */
  cellsOf(row: RejectedRow): string[];
}

function allColumns(forms: readonly InputForm[]): Columns {
  const names: string[] = [];
  const spell = forms.map(spellStamps);
  const places = forms.map(({ columns }) => {
    const own = columns.slice(0, columns.length - remarksAmong(columns));
    const taken = new Set<number>();
    return own.map((name) => {
      let place = names.findIndex((other, index) => other === name && !taken.has(index));
      if (place < 0) place = names.push(name) - 1;
      taken.add(place);
      return place;
    });
  });
  return {
    names,
    cellsOf(row) {
      const form = forms[row.form] as InputForm;
      const own = places[row.form] as readonly number[];
      const cells = names.map(() => '');
      for (const [index, cell] of fitted(row, form, own.length).entries())
        cells[own[index] as number] = spell[row.form]!(cell, index);
      return cells;
    },
  };
}

/** As many cells as there are columns, if not fewer: what is too many stands together in the last. */
function fitted(row: RejectedRow, { columns, delimiter }: InputForm, width: number): string[] {
  const cells =
    row.code === 'row.quote' && row.raw.length === 1 ? splitOpen(row.raw.join(''), delimiter) : [...row.raw];
  // Beyond the header: what is no remark of a file that was read again.
  const surplus = cells.splice(columns.length).filter((cell) => cell !== '');
  cells.splice(width);
  if (surplus.length > 0) cells.push([cells.pop() ?? '', ...surplus].join(delimiter));
  return cells;
}

/**
 * A cell that no spreadsheet takes for a formula. Not every cell that begins like one: signs before numbers and telephone
 * numbers are harmless, and the row is to be read again.
 */
const harmless = (cell: string) =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^[+-][\d .,()/:-]*$/.test(cell) ? `'${cell}` : cell;

const quoted = (cell: string, delimiter: string) =>
  /[",;\t\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
