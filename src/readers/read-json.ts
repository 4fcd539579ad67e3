import type { CaseInput, ReadResult } from '../case/types.ts';
import { show } from '../errors/duly-error.ts';
import { ReaderError } from '../errors/reader-error.ts';
import { otherNames } from './fit-mapping.ts';
import { namedColumns } from './named-columns.ts';
import type { RowReader } from './rows.ts';
import type { Mapping } from './schema.ts';

/** The longest line of NDJSON. */
const LINE_LIMIT = 10_000_000;

/** Reads one JSON value a line: cases, or records that a mapping turns into cases. Empty lines are skipped. */
export async function* readNdjson(
  utf8: AsyncIterable<Uint8Array>,
  mapping: Mapping | undefined,
  rows: RowReader | undefined,
): AsyncGenerator<Iterable<ReadResult>> {
  const take = recordReader(mapping, rows);
  const decoder = new TextDecoder();
  let line = 0;
  let rest = '';
  const takeLine = (text: string): ReadResult[] => {
    line += 1;
    return text.trim() === '' ? [] : take(parseLine(text), line, text);
  };
  for await (const bytes of utf8) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (rest.length > LINE_LIMIT)
      throw new ReaderError('reader.row-size', { line: line + lines.length + 1, limit: LINE_LIMIT / 1e6 });
    yield lines.flatMap(takeLine);
  }
  yield takeLine(rest + decoder.decode());
  if (rows !== undefined) yield rows.end();
}

/** Reads one JSON document: a list of cases or records, or a single one. */
export async function* readJson(
  utf8: AsyncIterable<Uint8Array>,
  mapping: Mapping | undefined,
  rows: RowReader | undefined,
): AsyncGenerator<Iterable<ReadResult>> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of utf8) text += decoder.decode(bytes, { stream: true });
  const records = parseDocument(text + decoder.decode());
  const take = recordReader(mapping, rows);
  yield (Array.isArray(records) ? records : [records]).flatMap((record, index) =>
    take(record, index + 1, ''),
  );
  if (rows !== undefined) yield rows.end();
}

type Json = unknown;
/** What stands for a line that is no JSON. */
const broken = Symbol('broken');

function parseLine(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return broken;
  }
}

function parseDocument(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReaderError('reader.json', { reason: (cause as Error).message }, { cause });
  }
}

/** Turns one record into results. A record's keys are its columns; one that it lacks is empty. */
function recordReader(mapping: Mapping | undefined, rows: RowReader | undefined) {
  const columns =
    mapping === undefined ? [] : [...new Set([...namedColumns(mapping)].map(({ column }) => column))];
  rows?.header(columns);
  const synonyms = mapping?.synonyms;
  // A record has the keys it has: of each one apart is a column known by another name.
  const saidIn = (record: Record<string, Json>, column: string) =>
    [column, ...otherNames(synonyms, column)]
      .map((name) => (Object.hasOwn(record, name) ? record[name] : undefined))
      .find((value) => value !== undefined);
  return (record: Json, line: number, text: string): ReadResult[] => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      const given = record === broken ? text : record;
      const message = `${show(given)} is no JSON object`;
      const raw = text === '' ? JSON.stringify(record) : text;
      const reject = { code: 'row.json', message, line, raw: [raw] };
      if (rows === undefined) return [{ ok: false, reject }];
      rows.reject(reject);
      return rows.take();
    }
    const raw = text === '' ? JSON.stringify(record) : text;
    if (rows === undefined) return [{ ok: true, case: record as CaseInput, rows: 1, line, raw: [raw] }];
    const cells = columns.map((column) => cellOf(saidIn(record as Record<string, Json>, column)));
    rows.row(cells, line, raw);
    return rows.take();
  };
}

function cellOf(value: Json): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
