import { ENOUGH, type Inferred, inferFormat, shareRead } from './infer-format.ts';
import type { Table } from './read-table.ts';

/** Something to know about a proposed mapping. */
export interface ProposalNote {
  readonly code: string;
  readonly message: string;
  readonly column?: string;
  /** Columns, where it is about several. */
  readonly columns?: readonly string[];
  /** Formats that the note is about. */
  readonly formats?: readonly string[];
}

/** A column of instants, ready for a mapping. */
export interface InstantColumn {
  readonly column: string;
  readonly format: string | string[];
}

/** What stands for nothing in many exports. */
const blanks = ['-', '?', 'NULL', 'null', 'N/A', 'n/a'];

/** Notes that say of their column that it is left out. */
const leftOut: readonly string[] = ['header.repeated', 'format.ambiguous', 'column.instant'];

/** The columns of a table as they are asked for, and what was noticed about them. */
export class ColumnLook {
  readonly notes: ProposalNote[] = [];
  readonly #table: Table;
  readonly #isSheet: boolean;
  /** Cells that stand for nothing. */
  readonly missing: readonly string[];
  readonly #inferred = new Map<string, Inferred | undefined>();
  /** Whether a column that is used has wall times, and whether all offsets of one say UTC. */
  #hasWall = false;
  readonly #labelled: string[] = [];

  constructor(table: Table, isSheet: boolean) {
    this.#isSheet = isSheet;
    this.#table = table;
    const cells = new Set(table.rows.flat());
    this.missing = blanks.filter((blank) => cells.has(blank));
    const repeated = new Set(table.header.filter((name, index) => table.header.indexOf(name) !== index));
    for (const column of repeated) {
      if (column === '') continue;
      const message = `the header has more than one column ${JSON.stringify(column)}; it is left out`;
      this.notes.push({ code: 'header.repeated', column, message });
    }
  }

  /** Columns that a mapping can name: those with a name that no other has. */
  get columns(): string[] {
    const { header } = this.#table;
    return header.filter((name) => name !== '' && header.indexOf(name) === header.lastIndexOf(name));
  }

  /** The cells of a column that aren't empty. */
  cells(column: string): string[] {
    const index = this.#table.header.indexOf(column);
    return this.#table.rows
      .map((row) => row[index] ?? '')
      .filter((cell) => cell !== '' && !this.missing.includes(cell));
  }

  isInstant(column: string): boolean {
    return this.#look(column) !== undefined;
  }

  /** Whether a column has no cells, as one of events that never happened. */
  isEmpty(column: string): boolean {
    return this.cells(column).length === 0;
  }

  /** Whether the column's instants can be read by formats that are known beforehand. */
  isReadBy(column: string, formats: readonly string[]): boolean {
    const cells = this.cells(column);
    const share = shareRead(cells, formats);
    if (share < ENOUGH) return false;
    if (share < 1) this.#noteMixed(column, formats);
    if (cells.some((cell) => !/(?:Z|[+-]\d\d:?\d\d)$/i.test(cell))) this.#hasWall = true;
    return true;
  }

  /** How to read the column's instants; `undefined`, and a note, if days and months can't be told apart. */
  instant(column: string): InstantColumn | undefined {
    const seen = this.#look(column);
    if (seen === undefined) return undefined;
    const formats = 'either' in seen ? this.#byOthers(column, seen.either) : seen.formats;
    if (formats === undefined) return undefined;
    if (!('either' in seen) && seen.share < 1) this.#noteMixed(column, seen.formats);
    if ('either' in seen || !seen.zoned) this.#hasWall = true;
    else this.#noteLabel(column, formats);
    return { column, format: formats.length === 1 ? formats[0]! : [...formats] };
  }

  /** Notes what there is to say about zones, once all columns that are used are known. */
  noteZones(timeZone: string | undefined): void {
    if (this.#hasWall && timeZone === undefined) {
      const message = 'the stamps state no offset, so the mapping needs the time zone they were written in';
      this.notes.push({ code: 'time-zone.unknown', message });
    }
    for (const column of this.#labelled) {
      const message = `all of ${JSON.stringify(column)} say UTC; local time is often labelled so: compare one with the time it really was`;
      this.notes.push({ code: 'time-zone.label', column, message });
    }
  }

  /** Notes the columns that the mapping doesn't read and that nothing was said of. */
  noteUnread(read: ReadonlySet<string>): void {
    const told = this.notes.filter(({ code }) => leftOut.includes(code)).map(({ column }) => column);
    const names = new Set(this.#table.header);
    const columns = [...names].filter((name) => name !== '' && !read.has(name) && !told.includes(name));
    if (columns.length === 0) return;
    const listed = columns.map((name) => JSON.stringify(name)).join(', ');
    const message = `the mapping leaves out ${listed}; what is needed of it can be added as attributes or events`;
    this.notes.push({ code: 'column.left-out', columns, message });
  }

  #look(column: string): Inferred | undefined {
    if (!this.#inferred.has(column))
      this.#inferred.set(column, inferFormat(this.cells(column), this.#isSheet));
    return this.#inferred.get(column);
  }

  /** The order that another column of the same form shows. */
  #byOthers(column: string, [day, month]: readonly [string, string]): readonly string[] | undefined {
    const known = this.columns.flatMap((other) => {
      const seen = this.#look(other);
      return seen === undefined || 'either' in seen ? [] : seen.formats;
    });
    const [isDay, isMonth] = [known.includes(day), known.includes(month)];
    if (isDay !== isMonth) return [isDay ? day : month];
    const message = `days and months of ${JSON.stringify(column)} can't be told apart: every cell reads as ${day} and as ${month}; it is left out`;
    this.notes.push({ code: 'format.ambiguous', column, formats: [day, month], message });
    return undefined;
  }

  #noteMixed(column: string, formats: readonly string[]): void {
    const message = `some cells of ${JSON.stringify(column)} are not of the form ${formats.join(' or ')}; their rows will be rejected`;
    if (this.notes.some((note) => note.code === 'format.mixed' && note.column === column)) return;
    this.notes.push({ code: 'format.mixed', column, formats, message });
  }

  #noteLabel(column: string, formats: readonly string[]): void {
    if (formats[0] !== 'iso') return;
    const isUtc = this.cells(column).every((cell) => /(?:Z|[+-]00:?00)$/i.test(cell));
    if (isUtc && !this.#labelled.includes(column)) this.#labelled.push(column);
  }
}
