import { remarkName, remarksAmong } from '../readers/remarks.ts';
import { type InputForm, isTable, type RejectedRow, remarksOn } from './rejected-row.ts';
import { splitOpen } from './split-open.ts';

/** Rejected rows as JSON, one a line; as one document where all inputs are documents. */
export function* recordsOf(forms: readonly InputForm[], rows: Iterable<RejectedRow>): Generator<string> {
  const isDocument = forms.every(({ format }) => format === 'json');
  let before = isDocument ? '[\n' : '';
  for (const row of rows) {
    yield before + recordOf(row, forms);
    before = isDocument ? ',\n' : '\n';
  }
  if (isDocument) yield before === '[\n' ? '[]\n' : '\n]\n';
  else if (before !== '') yield before;
}

/** The record as it stood, and the remarks. */
function recordOf(row: RejectedRow, forms: readonly InputForm[]): string {
  const text = textOf(row, forms[row.form] as InputForm);
  const own = Object.keys(JSON.parse(text) as object);
  const remarks = remarksOn(forms).flatMap((remark) => {
    const value = row[remark];
    return value === undefined ? [] : [`${JSON.stringify(remarkName(remark, own))}:${JSON.stringify(value)}`];
  });
  // Not written anew: numbers of twenty digits would lose some.
  return `${text.slice(0, -1)}${own.length === 0 ? '' : ','}${remarks.join(',')}}`;
}

/** A record on one line, without remarks of ours from an earlier time; what is no record stands in one. */
function textOf(row: RejectedRow, form: InputForm): string {
  if (isTable(form)) return JSON.stringify(recordOfCells(row, form));
  const text = row.raw.join('').trim();
  if (row.code === 'row.json') return JSON.stringify({ row: text });
  const entries = Object.entries(JSON.parse(text) as object);
  const old = oldRemarks(entries.map(([name]) => name));
  return old === 0 ? text : JSON.stringify(Object.fromEntries(entries.slice(0, -old)));
}

/** As {@link remarksAmong}, of a record that may have none on a column. */
const oldRemarks = (names: readonly string[]): number =>
  remarksAmong(names) || Math.max(0, remarksAmong(names.toSpliced(-2, 0, 'column')) - 1);

/** The cells by their columns: of two of one name the first, as it is found first. */
function recordOfCells(
  { raw, code }: RejectedRow,
  { columns, delimiter }: InputForm,
): Record<string, string> {
  const cells = code === 'row.quote' && raw.length === 1 ? splitOpen(raw.join(''), delimiter) : raw;
  const names = cells.map((_, index) => columns[index] ?? `${index + 1}`);
  const isFirst = (name: string, index: number) => name !== '' && names.indexOf(name) === index;
  return Object.fromEntries(
    names
      .map((name, index) => [name, cells[index] as string] as const)
      .filter(([name], index) => isFirst(name, index)),
  );
}
