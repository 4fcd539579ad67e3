import { inflateRawSync } from 'node:zlib';
import { show } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { isBomb } from './inflation.ts';
import { packedBytes, type ZipEntry, zipEntries } from './zip-entries.ts';

/** The most that a table of shared strings, or any other part but a sheet, may unpack to: it is held in memory. */
const PART_LIMIT = 256_000_000;
/** The most that a sheet may unpack to, which is read in steps: as much as Excel's million rows can fill. */
const SHEET_LIMIT = 2_000_000_000;

const broken = (reason: string) => new ReaderError('reader.xlsx', { reason });

/**
 * Looks through an XLSX workbook before anything in it is unpacked.
 *
 * What a part may unpack to is what the archive states; a reader that stops there can't be overwhelmed.
 *
 * @returns The names of its sheets.
 * @throws ReaderError `reader.xlsx`, `reader.bomb`
 */
export function openWorkbook(bytes: Uint8Array): string[] {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw broken('it is protected by a password, or of the old .xls format');
  const entries = zipEntries(bytes);
  if (entries === undefined) throw broken('it is no ZIP archive, or is cut off');
  const parts = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  for (const part of parts) checkSize(part, bytes.length);
  const book = parts.find(({ name }) => /(?:^|\/)workbook\d*\.xml$/i.test(name));
  if (book === undefined) throw broken('it is no XLSX workbook');
  const names = sheetNames(unpackPart(bytes, book));
  if (names.length === 0) throw broken('it has no sheets');
  return names;
}

function checkSize({ name, packed, unpacked, offset }: ZipEntry, size: number): void {
  const limit = /worksheets\//i.test(name) ? SHEET_LIMIT : PART_LIMIT;
  if (unpacked > limit || isBomb(unpacked, packed)) throw new ReaderError('reader.bomb', undefined);
  const unstated = unpacked === 0 && packed > 2;
  if (unstated || offset + packed > size) throw broken(`its part ${name} is damaged`);
}

function unpackPart(bytes: Uint8Array, part: ZipEntry): string {
  const packed = packedBytes(bytes, part);
  try {
    const plain = part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: part.unpacked });
    return new TextDecoder().decode(plain);
  } catch (cause) {
    throw new ReaderError('reader.xlsx', { reason: `its part ${part.name} is damaged` }, { cause });
  }
}

function sheetNames(xml: string): string[] {
  const sheets = xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(?:"([^"]*)"|'([^']*)')/g);
  return [...sheets].map(([, double, single]) => plainText(double ?? single ?? ''));
}

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LAST_CODE_POINT = 0x10ffff;

const plainText = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > LAST_CODE_POINT ? whole : String.fromCodePoint(code);
  });

/**
 * Which of the sheets is meant, from 0.
 *
 * @param sheet - Its name, or its number from 1; the first if not given.
 * @throws ReaderError `reader.no-sheet`
 */
export function sheetIndex(names: readonly string[], sheet: string | number = 1): number {
  const index = typeof sheet === 'number' ? sheet - 1 : names.indexOf(sheet);
  if (names[index] !== undefined) return index;
  const near = typeof sheet === 'string' ? nearest(sheet, names) : undefined;
  const hint = near === undefined ? `There are ${names.map(show).join(', ')}` : `Did you mean ${show(near)}?`;
  throw new ReaderError('reader.no-sheet', { given: sheet }, { path: ['sheet'], hint });
}
