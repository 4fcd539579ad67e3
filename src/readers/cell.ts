import { formatCivilDate, inSpan } from '../instant/civil.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import { exchanged, WATCHED } from './column-watch.ts';
import { compilePattern } from './pattern.ts';
import type { AttributeMapping } from './schema.ts';
import { compileStamp, type StampReader } from './stamp.ts';

export type Scalar = string | number | boolean | null;

/** A cell that can't be what its column should hold, and the code that says so. */
export class BadCell {
  readonly code: string;
  readonly expected: string;

  constructor(code: string, expected: string) {
    this.code = code;
    this.expected = expected;
  }
}

/** What a trimmed, non-empty cell says: `undefined` is nothing. */
export type CellReader = (cell: string) => Scalar | undefined | BadCell;

/** What a file's stamps are read by, besides the format of their column. */
export interface Stamps {
  /** The zone of those that state no offset. */
  readonly zone: Zone | undefined;
  /** Formats that this kind of file has of its own. */
  readonly native: readonly string[];
  /** Looks at the first cells of a column, each of which is then given to what comes back. */
  watch?(column: string, formats: readonly string[]): ((cell: string) => void) | undefined;
}

/** The reader of an attribute's cells; `{ value }` needs none. */
export function compileCell(
  attribute: Exclude<AttributeMapping, { value: Scalar }>,
  stamps: Stamps,
): CellReader {
  if (typeof attribute === 'string') return (cell) => cell;
  const plain = compileType(attribute, stamps);
  return attribute.values === undefined ? plain : compileValues(attribute.values, attribute.otherwise, plain);
}

/** Cells translated by a table; `keep` leaves the others to `plain`. */
export function compileValues(
  values: Readonly<Record<string, Scalar>>,
  otherwise: 'keep' | 'ignore' | 'reject' | undefined,
  plain: CellReader,
): CellReader {
  const table = new Map(Object.entries(values));
  const names = [...table.keys()];
  const unknown = new BadCell(
    'row.value',
    `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', ...' : ''}`,
  );
  return (cell) => {
    const value = table.get(cell);
    if (value !== undefined) return value ?? undefined;
    if (otherwise === 'reject') return unknown;
    return otherwise === 'ignore' ? undefined : plain(cell);
  };
}

function compileType(
  { column, type, format: formats }: Exclude<AttributeMapping, string | { value: Scalar }>,
  stamps: Stamps,
): CellReader {
  switch (type) {
    case 'number':
      return numberOf;
    case 'boolean':
      return booleanOf;
    case 'instant':
      return compileInstant(column, formats ?? 'iso', stamps);
    case 'date':
      return compileDate(formats ?? 'yyyy-MM-dd', stamps);
    default:
      return (cell) => cell;
  }
}

/** The reader of a column of instants, as epoch milliseconds. */
export function compileInstant(
  column: string,
  formats: string | readonly string[],
  { zone, native, watch }: Stamps,
): CellReader {
  const list = typeof formats === 'string' ? [formats] : formats;
  // What needs a zone that isn't stated can't be read, and is no fault of the mapping.
  const read = compileStamp([...list, ...(zone === undefined ? [] : native)], zone);
  const bad = new BadCell('row.instant', `an instant of the form ${list.join(' or ')}${zoneHint(zone)}`);
  const faultOf = compileFaults(list, 'an instant', bad);
  const see = watch?.(column, list);
  let unseen = see === undefined ? 0 : WATCHED;
  return (cell) => {
    if (unseen > 0) {
      unseen -= 1;
      see!(cell);
    }
    const at = read(cell);
    return Number.isNaN(at) ? faultOf(cell) : at;
  };
}

/** Says of cells that the formats don't read what may be wrong with them: `bad` if nothing else is known. */
function compileFaults(formats: readonly string[], what: string, bad: BadCell): (cell: string) => BadCell {
  const wanted = `${what} of the form ${formats.join(' or ')}`;
  // Nobody writes days before months behind a year.
  const others = formats.flatMap((format) => (format.startsWith('y') ? [] : (exchanged(format) ?? [])));
  const turned = new BadCell(
    'row.day-month',
    `${wanted}, but one of the form ${others.join(' or ')}: day and month are exchanged`,
  );
  const labelled = new BadCell(
    'row.zone-label',
    `${wanted}, for its time zone has no place there; iso reads offsets, but letters such as CST mean several zones`,
  );
  const [isOwn, isOther] = [formats, others].map((list) => once(() => compileStamp(list, utcWall)));
  const isRead = (read: () => StampReader, text: string) => !Number.isNaN(read()(text));
  return (cell) => {
    if (others.length > 0 && isRead(isOther!, cell)) return turned;
    const bare = cell.replace(ownLabel, '');
    return bare !== cell && isRead(isOwn!, bare) ? labelled : bad;
  };
}

/** Made when it is first asked for: most columns have no bad cell. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** A zone's letters, other than those of a half of the day, or an offset. */
const ownLabel = /(?: ?\((?!.M\))[A-Za-z ]+\)| (?!AM|PM)[A-Z]{2,5}|(?: ?[+-]\d\d:?\d\d)|(?<=\d)Z)$/;

const zoneHint = (zone: Zone | undefined) =>
  zone === undefined ? ' with an offset, as no time zone is stated' : '';

function compileDate(formats: string | readonly string[], { native }: Stamps): CellReader {
  const list = typeof formats === 'string' ? [formats] : formats;
  const readers = [...list, ...native].map(
    (format) => compilePattern(format) ?? compileStamp([format], utcWall),
  );
  const faultOf = compileFaults(
    list,
    'a date',
    new BadCell('row.date', `a date of the form ${list.join(' or ')}`),
  );
  return (cell) => {
    for (const read of readers) {
      const day = Math.floor(read(cell) / DAY);
      if (inSpan(day)) return formatCivilDate(day);
    }
    return faultOf(cell);
  };
}

const units = { seconds: SECOND, minutes: MINUTE, hours: HOUR };

/** The reader of a column of lengths of time: a number of units, or `hh:mm` and `hh:mm:ss` in any. */
export function compileLength(unit: keyof typeof units): CellReader {
  const bad = new BadCell('row.length', `a number of ${unit}, or a length of the form hh:mm or hh:mm:ss`);
  return (cell) => {
    const [, hours, minutes, seconds = '0'] = /^(\d+):([0-5]?\d)(?::([0-5]?\d))?$/.exec(cell) ?? [];
    if (hours !== undefined)
      return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
    return /^\d+(?:\.\d+)?$/.test(cell) ? Math.round(Number(cell) * units[unit]) : bad;
  };
}

/** A zone without offsets: what is read in it is wall time. */
const utcWall: Zone = { name: 'UTC', blocks: [], probe: () => 0 };

const notANumber = new BadCell('row.number', 'a number');
const notABoolean = new BadCell('row.boolean', 'true, false, yes, no, 1 or 0');
const booleans = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function numberOf(cell: string): number | BadCell {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(cell) ? Number(cell) + 0 : notANumber;
}

function booleanOf(cell: string): boolean | BadCell {
  return booleans.get(cell.toLowerCase()) ?? notABoolean;
}
