import type { Finding } from '../case/types.ts';
import { civilOf } from '../instant/civil.ts';
import { DAY, type Millis } from '../instant/types.ts';
import { offsetAt, type Zone } from '../instant/zone.ts';
import { compilePattern, type WallReader } from './pattern.ts';
import { ownOffset } from './stamp.ts';

/** Looks at the first cells of a column of instants for what no single one of them shows. */
export interface ColumnWatch {
  see(cell: string): void;
  /** What the cells together show to be wrong; asked when all have been seen. */
  finding(): Finding | undefined;
}

/** Cells of a column that are looked at. */
export const WATCHED = 20_000;
/** So many cells have to show a pattern before it is told: any fewer might be chance. */
const TELLING = 30;

/** The format with day and month exchanged; `undefined` for one that doesn't hold both as numbers. */
export function exchanged(format: string): string | undefined {
  const parts = format.split(/('[^']*'|M+|d+)/);
  const tokens = parts.filter((part) => /^[Md]/.test(part));
  if (tokens.length !== 2 || tokens.some((token) => token.length > 2)) return undefined;
  const [first, second] = tokens as [string, string];
  if (first[0] === second[0]) return undefined;
  return parts.map((part) => (part === first ? second : part === second ? first : part)).join('');
}

/** A spreadsheet's own date among text: a spreadsheet takes `4/8` for one in its own order, and leaves `22/4` as text. */
const sheetDate = /^\d{4}-(\d\d)-(\d\d)(?![^T])/;

/** Watches for days and months that are exchanged, in a column of one format or of both orders. */
export function watchDayMonth(column: string, formats: readonly string[]): ColumnWatch | undefined {
  const format = formats.find((one) => exchanged(one) !== undefined);
  const other = format === undefined ? undefined : exchanged(format);
  const [own, swapped] = [format, other].map((one) => (one === undefined ? one : compilePattern(one)));
  if (own === undefined || swapped === undefined) return undefined;
  return new DayMonthWatch(column, [format!, other!], [own, swapped]);
}

class DayMonthWatch implements ColumnWatch {
  readonly #column: string;
  readonly #formats: readonly [string, string];
  readonly #readers: readonly [WallReader, WallReader];
  /** Cells that are dates in one order only; the months of those in the stated order. */
  readonly #only: [number, number] = [0, 0];
  readonly #months = new Set<number>();
  /** How many of the other cells say which day of which month, as `month * 32 + day`. */
  readonly #either = new Map<number, number>();

  constructor(
    column: string,
    formats: readonly [string, string],
    readers: readonly [WallReader, WallReader],
  ) {
    this.#column = column;
    this.#formats = formats;
    this.#readers = readers;
  }

  see(cell: string): void {
    const [stated, swapped] = this.#readers.map((read) => read(cell)) as [Millis, Millis];
    if (!Number.isNaN(stated)) {
      const { month, day } = civilOf(Math.floor(stated / DAY));
      this.#count(month, day);
    } else if (!Number.isNaN(swapped)) {
      this.#only[1] += 1;
    } else {
      const [, month, day] = sheetDate.exec(cell) ?? [];
      if (month !== undefined) this.#count(Number(month), Number(day));
    }
  }

  #count(month: number, day: number): void {
    if (day > 12) {
      this.#only[0] += 1;
      this.#months.add(month);
    } else {
      const key = month * 32 + day;
      this.#either.set(key, (this.#either.get(key) ?? 0) + 1);
    }
  }

  finding(): Finding | undefined {
    const [stated, swapped] = this.#formats;
    const count = this.#only[1];
    if (count > 0 && !stated.startsWith('y')) {
      const readAs = `those that are dates either way were read as ${stated}, perhaps wrongly`;
      return this.#told(`${count} cells are dates only as ${swapped}; ${readAs}`);
    }
    const odd = this.#oddMonths();
    if (odd === 0) return undefined;
    const months = [...this.#months].sort((a, b) => a - b).join(', ');
    return this.#told(
      `as ${stated}, all cells with a day beyond 12 lie in the months ${months}, and ${odd} of the others don't, whose days do: their days and months seem exchanged`,
    );
  }

  /**
   * Cells in months that no unmistakable date lies in, if the days of all that are dates either way look like these
   * months: an export whose first twelve days were turned round by a spreadsheet.
   */
  #oddMonths(): number {
    const either = [...this.#either].map(([key, count]) => ({ month: key >> 5, day: key & 31, count }));
    const odd = either
      .filter(({ month }) => !this.#months.has(month))
      .reduce((sum, { count }) => sum + count, 0);
    const alike = either.every(({ day }) => this.#months.has(day));
    return alike && this.#only[0] >= TELLING && odd >= TELLING && this.#months.size <= 6 ? odd : 0;
  }

  #told(what: string): Finding {
    return { code: 'column.day-month', message: `${JSON.stringify(this.#column)}: ${what}` };
  }
}

/** Watches for stamps with an offset of their own that the stated zone doesn't have at their time. */
export function watchZone(column: string, zone: Zone): ColumnWatch {
  let labelled = 0;
  let strange = 0;
  let example = '';
  return {
    see(cell) {
      const own = ownOffset(cell);
      if (own === undefined) return;
      labelled += 1;
      if (offsetAt(zone, own.at) === own.offset) return;
      strange += 1;
      if (strange === 1) example = cell;
    },
    finding() {
      if (strange === 0) return undefined;
      const message = `${JSON.stringify(column)}: ${strange} of ${labelled} stamps with an offset of their own, such as ${JSON.stringify(example)}, have another than ${zone.name} had then; theirs is believed, though local time is often labelled UTC`;
      return { code: 'column.zone-label', message };
    },
  };
}
