import type { ColumnSpec, ColumnType } from '../../sql/index.ts';
import { Unread } from './unread.ts';

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** What a column of `staged` is. */
export const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  instant: 'BIGINT',
  date: 'VARCHAR',
};

/** The columns of an attribute, file by file. */
export class Named {
  readonly all = new Map<string, Column>();
  readonly #letter: string;

  constructor(letter: string) {
    this.#letter = letter;
  }

  of(name: string, type: ColumnType): Column {
    const known = this.all.get(name);
    if (known !== undefined && known.type !== type) throw new Unread(name);
    const column = known ?? { name: `${this.#letter}${this.all.size}`, type };
    this.all.set(name, column);
    return column;
  }

  /** As `compileSql` takes them. */
  get specs(): Record<string, ColumnSpec> {
    return Object.fromEntries(
      [...this.all].map(([name, { name: column, type }]) => [
        name,
        type === 'instant' ? { column, type, as: 'epoch-ms' as const } : { column, type },
      ]),
    );
  }
}
