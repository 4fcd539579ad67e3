import { tz } from '@date-fns/tz';
import { format as formatDate } from 'date-fns/format';
import { parse as parseDate } from 'date-fns/parse';
import { ReaderError } from '../errors/reader-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs, HOUR, MINUTE, type Millis, SECOND, SPAN_END } from '../instant/types.ts';
import { instantOfWall, type Zone } from '../instant/zone.ts';
import { compilePattern, type WallReader } from './pattern.ts';

/** The instant that a trimmed cell spells; NaN if it spells none. */
export type StampReader = (text: string) => EpochMs;

const utc = { in: tz('UTC') };
/** What date-fns completes a stamp from: years of two digits lie between 1951 and 2050. */
const CENTURY = Date.UTC(2000, 0, 1);
/** Days from Excel's day 0, 1899-12-30, to 1970-01-01. */
export const EXCEL_1970 = 25_569;

/**
 * Compiles the formats of a column, tried in order.
 *
 * @param formats - `iso`, `epoch-ms`, `epoch-s`, `excel`, or date-fns tokens.
 * @param zone - The zone of stamps that state no offset.
 * @throws ReaderError `reader.no-time-zone` if a format needs a zone and there is none.
 */
export function compileStamp(formats: readonly string[], zone: Zone | undefined): StampReader {
  const readers = formats.map((format) => stampReader(format, zone));
  const [first, second] = readers as [StampReader, StampReader?];
  if (second === undefined) return first;
  return (text) => {
    for (const read of readers) {
      const at = read(text);
      if (!Number.isNaN(at)) return at;
    }
    return Number.NaN;
  };
}

function stampReader(format: string, zone: Zone | undefined): StampReader {
  switch (format) {
    case 'iso':
      return (text) => isoStamp(text, zone);
    case 'epoch-ms':
      return (text) => (/^\d+(?:\.0*)?$/.test(text) ? inSpan(Number.parseInt(text, 10)) : Number.NaN);
    case 'epoch-s':
      return (text) =>
        /^\d+(?:\.\d*)?$/.test(text) ? inSpan(Math.floor(Number(text) * SECOND)) : Number.NaN;
  }
  const wall = format === 'excel' ? excelWall : (compilePattern(format) ?? dateFnsWall(format));
  if (format !== 'excel' && hasOwnZone(format)) return (text) => inSpan(wall(text));
  if (zone === undefined)
    throw new ReaderError(
      'reader.no-time-zone',
      { format },
      { path: ['timeZone'], hint: 'Add it to the mapping, such as "timeZone": "Asia/Shanghai"' },
    );
  return (text) => {
    const local = wall(text);
    // Far outside the span (or NaN) there is nothing to ask the zone about.
    return local >= -DAY && local < SPAN_END + DAY ? inSpan(instantOfWall(zone, local)) : Number.NaN;
  };
}

const inSpan = (at: number): EpochMs => (at >= 0 && at < SPAN_END ? at : Number.NaN);

/** A date, a time, and an offset or Z. */
const zonedStamp = /[Tt ].*?(?:[Zz]|([+-])(\d\d)(?::?(\d\d))?)$/;

/** The instant of an ISO stamp that states its offset, and that offset; `undefined` for any other text. */
export function ownOffset(text: string): { readonly at: EpochMs; readonly offset: Millis } | undefined {
  const [zoned, sign, hours, minutes = '0'] = zonedStamp.exec(text) ?? [];
  if (zoned === undefined) return undefined;
  const at = isoStamp(text, undefined);
  if (Number.isNaN(at)) return undefined;
  const size = hours === undefined ? 0 : Number(hours) * HOUR + Number(minutes) * MINUTE;
  return { at, offset: sign === '-' ? 0 - size : size };
}

/** With an offset or Z as it stands, without one in the file's zone; a bare date is its first instant. */
function isoStamp(text: string, zone: Zone | undefined): EpochMs {
  const zoned = zonedStamp.test(text);
  if (!zoned && zone === undefined) return Number.NaN;
  try {
    if (zoned) return toEpoch(text);
    return inSpan(instantOfWall(zone!, toEpoch(`${text.length === 10 ? `${text}T00:00` : text}Z`)));
  } catch {
    return Number.NaN;
  }
}

/** A serial number of Excel's 1900 system: days since 1899-12-30, the time of day as their fraction. */
function excelWall(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Math.round((Number(text) - EXCEL_1970) * DAY) : Number.NaN;
}

/** Read on a clock without shifts, so that neither the host's zone nor a gap of ours gets in between. */
function dateFnsWall(format: string): WallReader {
  return (text) => {
    try {
      return parseDate(text, format, CENTURY, utc).getTime();
    } catch {
      return Number.NaN;
    }
  };
}

/** Text between quotes, which is no token. */
const quoted = /'[^']*'/g;

/** The tokens of an offset (`X`, `x`) or of an epoch (`t`, `T`), outside quotes. */
export const hasOwnZone = (format: string): boolean => /[XxtT]/.test(format.replaceAll(quoted, ''));

/** What is wrong with a format of a mapping, and what to do about it; `undefined` if nothing is. */
export function formatProblem(format: string): { message: string; hint?: string } | undefined {
  if (['iso', 'epoch-ms', 'epoch-s', 'excel'].includes(format) || compilePattern(format) !== undefined)
    return undefined;
  // date-fns would take these for week years and days of the year, and complain on the console.
  if (/[YD]/.test(format.replaceAll(quoted, ''))) {
    const message = `"${format}" is no format: Y and D count weeks and days of the year`;
    const tokens = format.replaceAll('Y', 'y').replaceAll('D', 'd');
    return formatProblem(tokens) === undefined ? { message, hint: `Did you mean "${tokens}"?` } : { message };
  }
  const sample = Date.UTC(2026, 10, 23, 13, 45, 56);
  try {
    const again = parseDate(formatDate(sample, format, utc), format, CENTURY, utc).getTime();
    if (Math.floor(again / DAY) === Math.floor(sample / DAY)) return undefined;
  } catch {
    return {
      message: `"${format}" is no format; expected iso, epoch-ms, epoch-s, excel or date-fns tokens`,
      hint: 'Put other letters between single quotes',
    };
  }
  return {
    message: `"${format}" doesn't hold a whole date`,
    hint: 'Year is yyyy, month MM, day dd; mm is minutes',
  };
}
