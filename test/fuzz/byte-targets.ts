import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type Mapping, proposeMapping, readCases } from '../../src/readers/index.ts';
import { inPieces, simple } from '../readers/support.ts';
import { sheetXml, workbookOf, zip } from '../readers/zip.ts';
import { brokenBytes } from './broken.ts';
import { type Target, target } from './target.ts';

const table = 'id,at,note\nN1,2026-03-02 09:15,"a, ""b""\nc"\nN2,2026-03-02 09:15,é漢😀\n\nN3,,\n';
const lines = '{"id":"N1","at":"2026-03-02 09:15","note":null}\n{"id":"N2","at":"2026-03-02 09:15"}\n';
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = sheetXml(
  `<row r="1">${cell('A1', 'id')}${cell('B1', 'at')}</row><row r="2">${cell('A2', 'N1')}<c r="B2"><v>46084.5</v></c></row>`,
);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const events: Mapping = {
  rows: 'event',
  timeZone: 'UTC',
  id: 'id',
  timestamp: { column: 'at', format: 'yyyy-MM-dd HH:mm' },
  event: { column: 'note' },
};

/** Files that are nearly sound, whole and in pieces. */
export function byteTargets(root: string): Target[] {
  const workbook = new Uint8Array(readFileSync(`${root}test/readers/data/tickets.xlsx`));
  const tables = fc.constantFrom(bytes(table), bytes(`\ufeff${table}`), utf16(table), gzipSync(table));
  // Broken inside the archive, where the parser of the sheet gets to see it.
  const sheets = brokenBytes(fc.constant(bytes(sheet))).map((part) => workbookOf(text(part)));
  const archives = brokenBytes(
    fc.constantFrom(workbook, workbookOf(sheet), zip({ 'xl/workbook.xml': sheet })),
  );
  return [
    target('CSV bytes', fc.tuple(brokenBytes(tables), ways), ([file, way]) => readAll(file, 'csv', way)),
    target('JSON bytes', fc.tuple(brokenBytes(fc.constant(bytes(lines))), ways), async ([file, way]) => {
      for (const format of ['ndjson', 'json'] as const) await readAll(file, format, way);
    }),
    target('XLSX bytes', fc.tuple(fc.oneof(archives, sheets), ways), ([file, way]) =>
      readAll(file, 'xlsx', way),
    ),
    target('proposals', fc.tuple(brokenBytes(fc.oneof(tables, archives))), ([file]) =>
      Promise.all([proposeMapping(file, { format: 'csv' }), proposeMapping(file, { format: 'xlsx' })]),
    ),
  ];
}

const ways = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 3 }),
  whole: fc.boolean(),
  mapping: fc.constantFrom(simple, events, { ...simple, encoding: 'gb18030' } as Mapping),
});
type Way = typeof ways extends fc.Arbitrary<infer Value> ? Value : never;

async function readAll(
  file: Uint8Array,
  format: Parameters<typeof readCases>[1]['format'],
  { sizes, whole, mapping }: Way,
): Promise<void> {
  const source = whole ? file : inPieces(file, sizes);
  for await (const _ of readCases(source, { format, mapping }));
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));
}
