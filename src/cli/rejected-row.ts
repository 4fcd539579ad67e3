import type { Mapping } from '../readers/index.ts';
import { type Remark, remarks, remarksOfSeveral } from '../readers/remarks.ts';
import type { Format } from './sniff-format.ts';

/** What it takes of an input to write rows of it again. */
export interface InputForm {
  readonly format: Format;
  readonly mapping: Mapping | undefined;
  /** The columns of a table, as its header has them. */
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** What stands before the header, where the mapping says that it isn't the first row. */
  readonly titles: readonly (readonly string[])[];
}

/** A row that was rejected. */
export interface RejectedRow {
  /** Of which input, by its place among all. */
  readonly form: number;
  /** Its name, where there are several. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
  readonly code: string;
  readonly reason: string;
  /** Its cells, or the row in one piece. */
  readonly raw: readonly string[];
}

export const isTable = ({ format }: InputForm): boolean => format === 'csv' || format === 'xlsx';

/** The remarks on the rows of these inputs: of several inputs, the file as well. */
export const remarksOn = (forms: readonly InputForm[]): readonly Remark[] =>
  forms.length > 1 ? remarksOfSeveral : remarks;
