import type { ReadResult } from '../../case/types.ts';
import { ReaderError } from '../../errors/reader-error.ts';
import { zoneOf } from '../../instant/zone.ts';
import { checkSource, type Source } from '../bytes.ts';
import { namedColumns } from '../named-columns.ts';
import { rowReader } from '../rows.ts';
import type { Mapping } from '../schema.ts';
import { ColumnLook, type ProposalNote } from './column-look.ts';
import { fromNames } from './from-names.ts';
import { knownExport } from './known-export.ts';
import { readTable, type Table } from './read-table.ts';

/** What is known about the export beforehand. */
export interface ProposeOptions {
  readonly format: 'csv' | 'xlsx' | 'ndjson' | 'json';
  /** The zone of stamps without an offset; without it one is proposed only where the export is of one country. */
  readonly timeZone?: string;
  /** `auto` (default), or a label of the Encoding Standard. */
  readonly encoding?: string;
  /** The name of a workbook's sheet, or its number from 1 (default). */
  readonly sheet?: string | number;
}

/** A mapping that a file suggests, and what there is to say about it. */
export interface Proposal {
  readonly mapping: Mapping;
  /** The built-in mapping it comes from; null if it was made from the names and contents of the columns. */
  readonly basis: string | null;
  /** What can't be told from the file, or should be looked at. */
  readonly notes: readonly ProposalNote[];
  /** What the mapping makes of the first rows, wall times taken as UTC if no zone is known. */
  readonly sample: readonly ReadResult[];
}

/** Rows that are read as a sample. */
const SAMPLE = 5;

/** Control characters, and what stands for bytes that are none of the encoding: no export names a column so. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const garbage = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/;
const NOT_TEXT = 'State the encoding, or give CSV, XLSX, NDJSON or JSON';

/**
 * Looks at the beginning of an export and proposes a mapping for it.
 *
 * An export of a known product gets its built-in mapping, without the columns that it lacks. Of others, columns are
 * recognised by their names (Chinese and English), and the formats of instants by their contents. Where the days and
 * months of a column can't be told apart, by itself or by another column of the same form, it is left out and a note
 * (`format.ambiguous`) says so. Other notes: `time-zone.unknown`, `time-zone.label` (all stamps say UTC: local time is
 * often labelled so), `format.mixed` (some cells fit none of the formats), `column.instant` (instants under a name that
 * says nothing), `header.repeated`, `id.none`, `id.repeated`, `events.none`, `column.left-out` with
 * all other columns that the mapping doesn't read, and `cases.already` alone where no mapping is needed.
 *
 * @param source - Bytes as a stream or an array, or text; at most its first megabyte or 2,000 rows are looked at.
 * @throws ReaderError as {@link readCases} does for what it can't read; `reader.not-text` for a table of other bytes.
 * @example
 * const { mapping } = await proposeMapping('Ticket ID,Created at\nT1,2026-03-22T09:00:00Z\n', { format: 'csv' });
 * mapping.events // => { received: { column: 'Created at', format: 'iso' } }
 */
export async function proposeMapping(source: Source, options: ProposeOptions): Promise<Proposal> {
  checkSource(source);
  const table = await readTable(source, options.format, options);
  const garbled = table.header.find((name) => garbage.test(name)) ?? nul(table);
  if (garbled !== undefined) throw new ReaderError('reader.not-text', { given: garbled }, { hint: NOT_TEXT });
  const look = new ColumnLook(table, options.format === 'xlsx');
  const known = knownExport(table, look);
  const found = known?.mapping ?? fromNames(table, look);
  const timeZone = options.timeZone ?? found.timeZone;
  const missing = [...new Set([...(found.missing ?? []), ...look.missing])];
  const mapping: Mapping = {
    ...{ format: 'duly-mapping/1', ...found },
    ...(timeZone !== undefined && { timeZone }),
    ...(missing.length > 0 && { missing }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(table.headerRow > 1 && { headerRow: table.headerRow }),
    ...(table.delimiter !== undefined && table.delimiter !== ',' && { delimiter: table.delimiter }),
  };
  look.noteZones(timeZone);
  look.noteUnread(new Set([...namedColumns(mapping)].map(({ column }) => column)));
  return {
    mapping,
    basis: known?.name ?? null,
    notes: isOfCases(table) ? [ofCases] : look.notes,
    sample: readSample(mapping, table, options),
  };
}

/** A cell with a zero in it, which no export has in any encoding that was read as such. */
const nul = ({ rows }: Table) => rows.flat().find((cell) => typeof cell === 'string' && cell.includes('\0'));

/** Whether records are cases in our own form: those without a mapping. */
const isOfCases = ({ header, rows }: Table): boolean => {
  const [id, events] = [header.indexOf('id'), header.indexOf('events')];
  return id >= 0 && events >= 0 && rows.every((row) => /^\[(?:\{.*\})?\]$/s.test(row[events] as string));
};

const ofCases: ProposalNote = {
  code: 'cases.already',
  message: 'the records are cases with their events already: they are read without a mapping',
};

function readSample(mapping: Mapping, table: Table, { format }: ProposeOptions): ReadResult[] {
  const hasEvents = Object.keys(mapping.events ?? {}).length > 0 || mapping.event !== undefined;
  if (!hasEvents) return [];
  const native = format === 'xlsx' ? ['iso', 'excel'] : [];
  const rows = rowReader(mapping, { zone: zoneOf(mapping.timeZone ?? 'UTC'), native });
  rows.header(table.header);
  for (const [index, cells] of table.rows.slice(0, SAMPLE).entries())
    rows.row(cells, table.headerRow + 1 + index);
  return [...rows.take(), ...rows.end()];
}
