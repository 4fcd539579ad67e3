import { zoneOf } from '../../instant/zone.ts';
import { compileStamp, type StampReader } from '../stamp.ts';

/** What the cells of a column say of the format of its instants. */
export type Inferred =
  /** One format, or several that follow one another. */
  | { readonly formats: readonly string[]; readonly share: number; readonly zoned: boolean }
  /** All cells fit with the day first and with the month first. */
  | { readonly either: readonly [dayFirst: string, monthFirst: string] };

/** Cells that are looked at, evenly spread. */
const SAMPLE = 400;
/** The share of cells that have to be instants. */
export const ENOUGH = 0.8;
/** Formats of one column. */
const MOST = 3;

const times = [
  '',
  ' H:mm',
  ' H:mm:ss',
  ' HH:mm:ss.SSS',
  ' h:mm a',
  ' h:mm:ss a',
  "'T'HH:mm",
  "'T'HH:mm:ss",
  "'T'HH:mm:ss.SSS",
];
const yearFirst = ['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日'];
const orders: readonly (readonly [dayFirst: string, monthFirst: string])[] = [
  ['d/M/yyyy', 'M/d/yyyy'],
  ['d-M-yyyy', 'M-d-yyyy'],
  ['d.M.yyyy', 'M.d.yyyy'],
  ['d/M/yy', 'M/d/yy'],
  ['d-M-yy', 'M-d-yy'],
];
const named = ['d/MMM/yy', 'd-MMM-yy', 'd MMM yyyy', 'd-MMM-yyyy', 'MMM d, yyyy'];

interface Candidate {
  readonly format: string;
  /** The same with day and month exchanged. */
  readonly other?: string;
  /** Which cells it may be tried on: most formats are ruled out by a look. */
  readonly fits: RegExp;
}

function candidate(format: string, other?: string): Candidate {
  const pattern = format
    .replace(/'T'|[./]/g, (token) => (token === "'T'" ? '§' : `\\${token}`))
    .replace(/yyyy|MMM|SSS|HH|mm|ss|yy|[MdHha]/g, (token) => shapes[token]!)
    .replace('§', 'T');
  const shape = { format, fits: new RegExp(`^${pattern}$`, 'i') };
  return other === undefined ? shape : { ...shape, other };
}

const number = '\\d{1,2}';
const shapes: Readonly<Record<string, string>> = {
  yyyy: '\\d{4}',
  yy: '\\d\\d',
  MMM: '[a-z]{3}',
  SSS: '\\d{3}',
  HH: '\\d\\d',
  mm: '\\d\\d',
  ss: '\\d\\d',
  a: '(?:[ap]m|[ap]\\.m\\.|上午|下午)',
  M: number,
  d: number,
  H: number,
  h: number,
};

const candidates: readonly Candidate[] = times.flatMap((time) => [
  ...yearFirst.map((date) => candidate(date + time)),
  ...orders.flatMap(([day, month]) => [
    candidate(day + time, month + time),
    candidate(month + time, day + time),
  ]),
  ...named.map((date) => candidate(date + time)),
]);

const utc = zoneOf('UTC');
const readers = new Map<string, StampReader>();
/** Compiled formats by name: the same for all columns and files. */
function readerOf(format: string): StampReader {
  const known = readers.get(format) ?? compileStamp([format], utc);
  readers.set(format, known);
  return known;
}

/** The share of a column's cells that the formats read, wall times or not. */
export function shareRead(column: readonly string[], formats: readonly string[]): number {
  const cells = spread(column);
  const read = cells.filter((cell) => formats.some((format) => !Number.isNaN(readerOf(format)(cell))));
  return cells.length === 0 ? 1 : read.length / cells.length;
}

/** With an offset, as any file can have it. */
const isoCell = /^\d{4}-\d\d-\d\d[T ].*(?:Z|[+-]\d\d:?\d\d)$/i;
/** A spreadsheet's own date, as its reader spells it, or as a bare number. */
const sheetCell = /^(?:\d{4}-\d\d-\d\d(?:T[\d:.]+)?|[2-9]\d{4}\.\d+)$/;

/**
 * How the instants of a column are written; `undefined` if it has none. Empty cells are left out.
 *
 * @param isSheet - Whether it is a column of a spreadsheet, whose own dates any format lets through.
 */
export function inferFormat(column: readonly string[], isSheet: boolean): Inferred | undefined {
  const cells = spread(column.filter((cell) => cell !== ''));
  if (cells.length === 0) return undefined;
  const number = numericFormat(cells);
  if (number !== undefined) return { formats: [number], share: 1, zoned: number !== 'excel' };
  const formats: string[] = [];
  let left = cells;
  let zoned = 0;
  const offset = cells.filter((cell) => isoCell.test(cell));
  const iso = isSheet ? cells.filter((cell) => isoCell.test(cell) || sheetCell.test(cell)) : offset;
  if (iso.length > 0) {
    formats.push('iso');
    zoned = offset.length;
    left = left.filter((cell) => !iso.includes(cell));
  }
  while (left.length > 0 && formats.length < MOST) {
    const best = bestOf(left);
    if (best === undefined) break;
    if ('either' in best) {
      // Cells that can be read both ways: only if all others are, too, is nothing known.
      if (formats.length > 0) break;
      return best;
    }
    // What most cells are written in says nothing of the days and months of the others.
    if (formats.length > 0 && best.other !== undefined) break;
    formats.push(spelt(best.format));
    left = best.rest;
  }
  const share = 1 - left.length / cells.length;
  return share < ENOUGH ? undefined : { formats, share, zoned: zoned === cells.length };
}

function bestOf(cells: readonly string[]) {
  const read = candidates.flatMap((one) => {
    const rest = cells.filter((cell) => !one.fits.test(cell) || Number.isNaN(readerOf(one.format)(cell)));
    return rest.length === cells.length ? [] : [{ ...one, rest }];
  });
  const [first, ...others] = read.sort((a, b) => a.rest.length - b.rest.length);
  if (first === undefined) return undefined;
  const twin = others.find(({ format }) => format === first.other);
  if (twin === undefined || twin.rest.length > first.rest.length) return first;
  const [day, month] = first.format.startsWith('d') ? [first, twin] : [twin, first];
  return { either: [spelt(day.format), spelt(month.format)] as const };
}

/** With two letters for what may have two digits, as formats are usually written; they read the same. */
const spelt = (format: string) => format.replace(/(?<![A-Za-z])[MdHh](?![A-Za-z])/g, '$&$&');

function numericFormat(cells: readonly string[]): string | undefined {
  const all = (pattern: RegExp) => cells.every((cell) => pattern.test(cell));
  // From 2001 on, and for some decades: other numbers are as long.
  if (all(/^(?:1\d|2[01])\d{11}(?:\.0*)?$/)) return 'epoch-ms';
  if (all(/^(?:1\d|2[01])\d{8}(?:\.\d*)?$/)) return 'epoch-s';
  // 2009 to 2064 with a time of day: without one it could be any number.
  return all(/^[4-5]\d{4}\.\d{3,}$/) ? 'excel' : undefined;
}

function spread(cells: readonly string[]): readonly string[] {
  const step = Math.ceil(cells.length / SAMPLE);
  return step <= 1 ? cells : cells.filter((_, index) => index % step === 0);
}
