import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/case/types.ts';
import { zoneOf } from '../../src/instant/zone.ts';
import { type CsvPart, csvParts, hasBlocks } from '../../src/readers/csv-blocks.ts';
import { parseMapping } from '../../src/readers/parse-mapping.ts';
import { openBlocks, readCases } from '../../src/readers/read-cases.ts';
import type { WatchedCells } from '../../src/readers/rows.ts';

const mapping = parseMapping({
  rows: 'case',
  id: 'id',
  attributes: { note: 'note' },
  events: { received: 'at' },
});

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

const factsOf = ({ timeZone }: typeof mapping) => ({
  zone: timeZone === undefined ? undefined : zoneOf(timeZone),
  native: [],
});

/** All that the parts hold, blocks read from the last to the first; what the file shows is told with the last one. */
async function inBlocks(text: string, length: number, size: number, given = mapping): Promise<ReadResult[]> {
  const blocks: (() => Iterable<ReadResult>)[] = [];
  const cells: (readonly WatchedCells[])[] = [];
  let head: (CsvPart & { kind: 'head' }) | undefined;
  const parts = csvParts(pieces(new TextEncoder().encode(text), length), given, factsOf(given), size);
  for await (const part of parts) {
    if (part.kind === 'head') head = part;
    else if (part.kind === 'results') {
      const own = [...part.results];
      blocks.push(() => own);
    } else {
      const place = cells.push([]) - 1;
      const read = openBlocks(structuredClone(head!.head), given);
      blocks.push(() => {
        const { results, watched } = read(part.block);
        cells[place] = watched;
        return results;
      });
    }
  }
  const results = blocks
    .toReversed()
    .map((block) => [...block()])
    .toReversed()
    .flat();
  for (const each of cells) head?.watch.see(each);
  const ofFile = head?.watch.findings() ?? [];
  const last = results.pop();
  if (last === undefined) return [];
  return [...results, ofFile.length === 0 ? last : { ...last, ofFile }];
}

async function inOne(text: string, given = mapping): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of readCases(text, { format: 'csv', mapping: given, encoding: 'utf-8' }))
    results.push(result);
  return results;
}

/** What CSV is made of, the awkward parts often. */
const character = fc.constantFrom(
  ...[
    'a',
    '2026-03-02T09:00:00Z',
    'é',
    '工',
    ' ',
    ',',
    ',',
    ';',
    '"',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\u0000',
    '",',
    '"\n',
  ],
);
const bodyOf = (part: fc.Arbitrary<string>) =>
  fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
const body = fc.oneof(
  bodyOf(character),
  bodyOf(character.filter((part) => !part.includes('"'))),
  bodyOf(character.filter((part) => !/["]|^\r$/.test(part))),
);

describe('csvParts', () => {
  it('reads in blocks of any size, in any order, what is read in one go: quotes, line ends and lines alike', async () => {
    const header = fc.constantFrom(
      'id,note,at\n',
      '\n\r\nid,note,at\r\n',
      'id;note;at\n',
      '"id","no',
      'x\nid,note,at\n',
      '',
    );
    await fc.assert(
      fc.asyncProperty(
        header,
        body,
        fc.nat(40),
        fc.integer({ min: 1, max: 30 }),
        async (head, rows, length, size) => {
          const text = head + rows;
          const whole = await inOne(text).catch((error) => error.code);
          expect(await inBlocks(text, length + 3, size).catch((error) => error.code)).toEqual(whole);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does so where lines end with CR alone, and where the header is the third row', async () => {
    const third = parseMapping({ ...mapping, headerRow: 3 });
    await fc.assert(
      fc.asyncProperty(body, fc.nat(40), fc.integer({ min: 1, max: 30 }), async (rows, length, size) => {
        const old = `id,note,at\r${rows}`;
        expect(await inBlocks(old, length + 13, size)).toEqual(await inOne(old));
        const titled = `Title\n\nid,note,at\n${rows}`;
        expect(await inBlocks(titled, length + 3, size, third)).toEqual(await inOne(titled, third));
      }),
      { numRuns: 400 },
    );
  });

  it('makes several blocks of 500 rows, none of which is torn', async () => {
    const rows = Array.from({ length: 500 }, (_, row) => `T-${row},"line one\nline ""two""",\n`).join('');
    let blocks = 0;
    for await (const { kind } of csvParts(
      pieces(new TextEncoder().encode(`id,note,at\n${rows}`), 97),
      mapping,
      factsOf(mapping),
      1000,
    ))
      if (kind === 'block') blocks += 1;
    expect(blocks).toBeGreaterThan(10);
    const results = await inBlocks(`id,note,at\n${rows}`, 97, 1000);
    expect(results).toHaveLength(500);
    expect(results[499]).toMatchObject({ case: { id: 'T-499', note: 'line one\nline "two"' }, line: 1000 });
  });

  it('tells of the whole file what is told of it in one go: days and months exchanged, offsets of another zone', async () => {
    const dated = parseMapping({
      ...{ rows: 'case', id: 'id', timeZone: 'Asia/Shanghai' },
      events: { received: { column: 'at', format: ['M/d/yyyy', 'iso'] } },
    });
    const rows = Array.from({ length: 300 }, (_, row) =>
      row % 7 === 3 ? `${row},,2026-03-0${(row % 9) + 1}T10:00:00Z` : `${row},,${(row % 28) + 1}/3/2026`,
    );
    const text = `id,note,at\n${rows.join('\n')}\n`;
    const whole = await inOne(text, dated);
    expect(whole.at(-1)?.ofFile).toHaveLength(2);
    expect(await inBlocks(text, 500, 700, dated)).toEqual(whole);
  });

  it('refuses a column that is not there before any block, and a row beyond 10 MB with its line', async () => {
    await expect(inBlocks('id,remark\n1,2\n', 10, 1)).rejects.toThrow(
      expect.objectContaining({ code: 'reader.unknown-column' }),
    );
    const long = `id,note,at\nA,b\nB,"${'x'.repeat(10_100_000)}`;
    const error = expect.objectContaining({ code: 'reader.row-size', reason: expect.stringContaining('3') });
    await expect(inBlocks(long, 1 << 17, 1 << 18)).rejects.toThrow(error);
    await expect(inOne(long)).rejects.toThrow(error);
  });
});

describe('hasBlocks', () => {
  it('is for tables of a row per case', () => {
    expect(hasBlocks('csv', mapping)).toBe(true);
    expect(hasBlocks('xlsx', mapping)).toBe(false);
    expect(hasBlocks('json', undefined)).toBe(false);
    const events = parseMapping({ rows: 'event', id: 'id', timestamp: 'at', event: 'what' });
    expect(hasBlocks('csv', events)).toBe(false);
  });
});
