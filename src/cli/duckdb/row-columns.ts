import type { Zone } from '../../instant/zone.ts';
import { findColumns } from '../../readers/header.ts';
import type { Mapping } from '../../readers/index.ts';
import { type Columns, quoted, type Said } from './cells.ts';
import type { SourceTable } from './source.ts';

/** Collects what is computed of the rows of one file, in layers: cells, what they say, and what follows from that. */
export class RowColumns implements Columns {
  readonly zone: Zone | undefined;
  readonly native: readonly string[];
  readonly #source: SourceTable;
  readonly #places: ReadonlyMap<string, number>;
  readonly #missing: string;
  readonly #layers = {
    cells: new Map<string, string>(),
    first: new Map<string, string>(),
    second: new Map<string, string>(),
  };
  readonly #odd: string[];

  constructor(source: SourceTable, mapping: Mapping, zone: Zone | undefined) {
    this.zone = zone;
    this.native = source.native;
    this.#source = source;
    this.#places = findColumns(mapping, source.header);
    this.#missing = ['', ...(mapping.missing ?? [])].map(quoted).join(', ');
    this.#odd = [source.torn];
  }

  cell(column: string): string {
    const own = `trim(${this.#source.cell(this.#places.get(column)!)}, E' \\t')`;
    return this.#name('cells', 'c', `CASE WHEN ${own} NOT IN (${this.#missing}) THEN ${own} END`);
  }

  keep(layer: 'first' | 'second', sql: string): string {
    return this.#name(layer, layer === 'first' ? 'f' : 's', sql);
  }

  /** Rows of which this holds are read by the package. */
  oddIf(sql: string): void {
    if (sql !== 'FALSE') this.#odd.push(sql);
  }

  /** What is said, and a note of when it can't be told. */
  take({ sql, odd }: Said): string {
    this.oddIf(odd);
    return sql;
  }

  /** A query of all rows with what was asked for. */
  query(wanted: readonly string[]): string {
    const { cells, first, second } = this.#layers;
    const list = (layer: ReadonlyMap<string, string>) =>
      [...layer].map(([sql, name]) => `, ${sql} AS ${name}`).join('');
    const torn = `COALESCE(${this.#odd[0]}, FALSE) AS torn`;
    const odd = [`torn`, ...this.#odd.slice(1)].map((one) => `COALESCE(${one}, FALSE)`).join(' OR ');
    return `SELECT n, (${odd}) AS odd, ${wanted.join(', ')} FROM (SELECT *${list(second)} FROM (SELECT *${list(first)} FROM (SELECT n, ${torn}${list(cells)} FROM ${this.#source.rows})))`;
  }

  #name(layer: 'cells' | 'first' | 'second', letter: string, sql: string): string {
    const own = this.#layers[layer];
    const name = own.get(sql) ?? `${letter}${own.size}`;
    own.set(sql, name);
    return name;
  }
}
