import type { CaseInput, ReadResult } from '../case/types.ts';
import { show } from '../errors/duly-error.ts';
import { ReaderError } from '../errors/reader-error.ts';
import type { Zone } from '../instant/zone.ts';
import { otherNames } from './fit-mapping.ts';
import { JsonRecords, RECORD_LIMIT } from './json-records.ts';
import { localTimes } from './local-times.ts';
import { namedColumns } from './named-columns.ts';
import type { RowReader } from './rows.ts';
import type { Mapping } from './schema.ts';

/** Reads one JSON value a line: cases, or records that a mapping turns into cases. Empty lines are skipped. */
export async function* readNdjson(
  utf8: AsyncIterable<Uint8Array>,
  mapping: Mapping | undefined,
  rows: RowReader | undefined,
  zone?: Zone,
): AsyncGenerator<Iterable<ReadResult>> {
  const take = recordReader(mapping, rows, zone);
  const decoder = new TextDecoder();
  const asWritten = mapping === undefined ? asItIs : withLongNumbers;
  let line = 0;
  let rest = '';
  const takeLine = (text: string): ReadResult[] => {
    line += 1;
    return text.trim() === '' ? [] : take(parseLine(asWritten(text)), line, text);
  };
  for await (const bytes of utf8) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    if (rest.length > RECORD_LIMIT)
      throw new ReaderError('reader.row-size', { line: line + lines.length + 1, limit: RECORD_LIMIT / 1e6 });
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
  zone?: Zone,
): AsyncGenerator<Iterable<ReadResult>> {
  const decoder = new TextDecoder();
  const records = new JsonRecords();
  const take = recordReader(mapping, rows, zone);
  const asWritten = mapping === undefined ? asItIs : withLongNumbers;
  let count = 0;
  function* taken(texts: Iterable<string>): Generator<Iterable<ReadResult>> {
    const results: ReadResult[] = [];
    try {
      for (const text of texts) {
        count += 1;
        for (const result of take(parseRecord(asWritten(text), count), count, onOneLine(text)))
          results.push(result);
      }
    } finally {
      // What comes before damage is good.
      yield results;
    }
  }
  for await (const bytes of utf8) yield* taken(records.feed(decoder.decode(bytes, { stream: true })));
  yield* taken(records.feed(decoder.decode()));
  yield* taken(records.end());
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

const asItIs = (text: string) => text;

/** Texts, and whole numbers of more digits than a number of ours holds. */
const longNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** The same with such numbers as text, which is what a mapping reads: two ids that differ in the last digit stay two. */
const withLongNumbers = (text: string) =>
  /\d{16}/.test(text)
    ? text.replace(longNumber, (found) => (found.startsWith('"') ? found : `"${found}"`))
    : text;

/** Text in JSON has no line ends of its own. */
const onOneLine = (text: string) => (text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text);

function parseRecord(text: string, count: number): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = `record ${count}: ${(cause as Error).message}`;
    throw new ReaderError('reader.json', { reason }, { cause });
  }
}

/** Turns one record into results. A record's keys are its columns; one that it lacks is empty. */
function recordReader(mapping: Mapping | undefined, rows: RowReader | undefined, zone: Zone | undefined) {
  const columns =
    mapping === undefined ? [] : [...new Set([...namedColumns(mapping)].map(({ column }) => column))];
  rows?.header(columns);
  const settle = zone === undefined ? undefined : localTimes(zone);
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
      const reject = { code: 'row.json', message, line, raw: [text] };
      if (rows === undefined) return [{ ok: false, reject }];
      rows.reject(reject);
      return rows.take();
    }
    if (rows === undefined) {
      settle?.(record as Record<string, Json>);
      return [{ ok: true, case: record as CaseInput, rows: 1, line, raw: [text] }];
    }
    const cells = columns.map((column) => cellOf(saidIn(record as Record<string, Json>, column)));
    rows.row(cells, line, text);
    return rows.take();
  };
}

function cellOf(value: Json): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
