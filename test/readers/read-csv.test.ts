import { describe, expect, it } from 'vitest';
import { ReaderError } from '../../src/errors/reader-error.ts';
import type { Mapping } from '../../src/readers/index.ts';
import { collect, inPieces, readCsv, simple } from './support.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const noon = Date.UTC(2026, 2, 2, 12);

describe('readCases of CSV with a row per case', () => {
  it('makes a case of a row: id, attributes, events as epoch milliseconds, the line it starts on and its cells', async () => {
    const { results } = await readCsv('id,at,note\nA1,2026-03-02 12:00,late parcel\n', simple);
    const item = { id: 'A1', note: 'late parcel', events: [{ type: 'received', at: noon }] };
    const raw = ['A1', '2026-03-02 12:00', 'late parcel'];
    expect(results).toEqual([{ ok: true, case: item, rows: 1, line: 2, raw }]);
  });

  it('reads a stamp in the zone of the mapping, and in the one given to readCases before it', async () => {
    const text = 'id,at,note\n1,2026-03-02 12:00,\n';
    const mapping: Mapping = { ...simple, timeZone: 'Asia/Shanghai' };
    const ofMapping = await readCsv(text, mapping);
    expect(ofMapping.cases[0]!.events[0]!.at).toBe(Date.UTC(2026, 2, 2, 4));
    const given = await readCsv(text, mapping, { timeZone: 'America/New_York' });
    expect(given.cases[0]!.events[0]!.at).toBe(Date.UTC(2026, 2, 2, 17));
  });

  it('moves a stamp in a spring gap forward and takes the earlier instant in an autumn fold', async () => {
    const text = 'id,at,note\n1,2026-03-29 02:30,\n2,2026-10-25 02:30,\n';
    const { cases } = await readCsv(text, { ...simple, timeZone: 'Europe/Rome' });
    const stamps = cases.map(({ events }) => new Date(events[0]!.at as number).toISOString());
    expect(stamps).toEqual(['2026-03-29T01:30:00.000Z', '2026-10-25T00:30:00.000Z']);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('counts lines through quoted line breaks and empty lines with %s line ends', async (_, end) => {
    const lines = [
      'id,at,note',
      '',
      'A,2026-03-02 12:00,"two',
      'lines, and ""quotes"""',
      '',
      '',
      'B,2026-03-02 12:00,plain',
      'C,bad,x',
    ];
    const { cases, rejects, results } = await readCsv(lines.join(end) + end, simple);
    expect(cases.map(({ id, note }) => [id, note])).toEqual([
      ['A', `two${end}lines, and "quotes"`],
      ['B', 'plain'],
    ]);
    expect(results.map((result) => (result.ok ? result.line : result.reject.line))).toEqual([3, 7, 8]);
    expect(rejects).toMatchObject([{ code: 'row.instant', line: 8, column: 'at', value: 'bad', id: 'C' }]);
  });

  it('reads a file whose header ends in CRLF and whose rows end in LF', async () => {
    const { cases } = await readCsv('id,at,note\r\nA,2026-03-02 12:00,x\nB,2026-03-02 12:00,"y"\r\n', simple);
    expect(cases.map(({ id, note }) => [id, note])).toEqual([
      ['A', 'x'],
      ['B', 'y'],
    ]);
  });

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('finds the %s as delimiter', async (_, delimiter) => {
    const text = 'id,at,note\nA,2026-03-02 12:00,x'.replaceAll(',', delimiter);
    const { cases } = await readCsv(text, simple);
    expect(cases).toEqual([{ id: 'A', note: 'x', events: [{ type: 'received', at: noon }] }]);
  });

  it('finds the delimiter by the columns of the mapping, though another character is more frequent in the header', async () => {
    const text = 'id;at;note;"a,b,c,d,e,f"\nA;2026-03-02 12:00;x;y\n';
    expect((await readCsv(text, simple)).cases).toHaveLength(1);
  });

  it('takes the delimiter that the mapping states', async () => {
    const text = 'id#at#note\nA#2026-03-02 12:00#x\n';
    expect((await readCsv(text, { ...simple, delimiter: '#' })).cases[0]!.note).toBe('x');
  });

  it('finds a header in row 3, under title rows and an empty line', async () => {
    const text = 'Export of March\n\n\nid,at,note\nA,2026-03-02 12:00,x\n';
    const { cases, results } = await readCsv(text, { ...simple, headerRow: 3 });
    expect(cases[0]!.id).toBe('A');
    expect(results[0]).toMatchObject({ line: 5 });
  });

  it('trims cells, and leaves out what an empty cell or one of `missing` would have said', async () => {
    const text = 'id,at,note\n  A  , 2026-03-02 12:00 ,  \n\u3000B,NULL,?\n';
    const { cases } = await readCsv(text, { ...simple, missing: ['NULL', '?'] });
    expect(cases).toEqual([
      { id: 'A', events: [{ type: 'received', at: noon }] },
      { id: 'B', events: [] },
    ]);
  });

  it('names a case by its line where there is no id column', async () => {
    const { cases } = await readCsv('id,at,note\nx,2026-03-02 12:00,\nx,2026-03-02 12:00,\n', {
      ...simple,
      id: { row: true },
    });
    expect(cases.map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('yields nothing for a file that holds a header only', async () => {
    expect((await readCsv('id,at,note\n', simple)).results).toEqual([]);
  });

  it('gives the same results whatever the pieces the bytes come in', async () => {
    const text = '\uFEFFid,at,note\r\nA,2026-03-02 12:00,"é\r\n""世界"""\r\n,2026-03-02 12:00,x\r\nB,no,"y"';
    const whole = await collect(utf8(text), { format: 'csv', mapping: simple });
    expect(whole).toHaveLength(3);
    for (const sizes of [[1], [2, 3], [7, 1, 13]]) {
      expect(await collect(inPieces(utf8(text), sizes), { format: 'csv', mapping: simple })).toEqual(whole);
    }
  });

  it('reads a web stream', async () => {
    const stream = new Blob(['id,at,note\nA,2026-03-02 12:00,x\n']).stream() as ReadableStream<Uint8Array>;
    expect(await collect(stream, { format: 'csv', mapping: simple })).toHaveLength(1);
  });

  it('closes its source when the loop over it ends early', async () => {
    let closed = false;
    async function* source() {
      try {
        yield utf8('id,at,note\nA,2026-03-02 12:00,x\n');
        for (;;) yield utf8('B,2026-03-02 12:00,x\n');
      } finally {
        closed = true;
      }
    }
    const { readCases } = await import('../../src/readers/index.ts');
    for await (const result of readCases(source(), { format: 'csv', mapping: simple })) {
      if (result.ok && result.case.id === 'B') break;
    }
    expect(closed).toBe(true);
  });
});

describe('rejects of CSV', () => {
  it('rejects a row with too few cells, as a file cut off in the middle has, with its line and cells', async () => {
    const { cases, rejects } = await readCsv('id,at,note\nA,2026-03-02 12:00,x\nB,2026-0', simple);
    expect(cases).toHaveLength(1);
    const message = 'the row has 2 cells, the header 3';
    expect(rejects).toEqual([{ code: 'row.cells', message, line: 3, raw: ['B', '2026-0'] }]);
  });

  it('rejects a row with a cell too many, but takes empty cells after the last column', async () => {
    const { cases, rejects } = await readCsv(
      'id,at,note\nA,2026-03-02 12:00,x,y\nB,2026-03-02 12:00,x,,\n',
      simple,
    );
    expect(rejects).toMatchObject([{ code: 'row.cells', line: 2 }]);
    expect(cases.map(({ id }) => id)).toEqual(['B']);
  });

  it('takes rows that lack the cell of a last column without a name, as after a header that ends in a comma', async () => {
    const rows = 'id,at,note,\nA,2026-03-02 12:00,x\nB,2026-03-02 12:00,x,\nC,2026-03-02 12:00\n';
    const { cases, rejects } = await readCsv(rows, simple);
    expect(cases.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(rejects).toMatchObject([{ code: 'row.cells', line: 4 }]);
  });

  it('rejects a row with an empty id', async () => {
    const { rejects } = await readCsv('id,at,note\n ,2026-03-02 12:00,x\n', simple);
    expect(rejects).toMatchObject([{ code: 'row.no-id', line: 2, column: 'id', value: ' ' }]);
  });

  it('rejects the row whose quote is never closed in a cut off file', async () => {
    const { cases, rejects } = await readCsv(
      'id,at,note\nA,2026-03-02 12:00,x\nB,2026-03-02 12:00,"cut o',
      simple,
    );
    expect(cases).toHaveLength(1);
    expect(rejects).toMatchObject([{ code: 'row.quote', line: 3, raw: ['B,2026-03-02 12:00,"cut o'] }]);
  });

  it('goes on behind the row whose quote is never closed', async () => {
    const rows = [
      'A,2026-03-02 12:00,x',
      'B,2026-03-02 12:00,"5 inch',
      'C,2026-03-02 12:00,y',
      '',
      'D,bad,z',
    ];
    const { cases, rejects } = await readCsv(`id,at,note\r\n${rows.join('\r\n')}\r\n`, simple);
    expect(cases.map(({ id }) => id)).toEqual(['A', 'C']);
    expect(rejects.map(({ code, line }) => [code, line])).toEqual([
      ['row.quote', 3],
      ['row.instant', 6],
    ]);
  });

  it('keeps quotes that stand inside a cell', async () => {
    const { cases } = await readCsv(
      'id,at,note\nA,2026-03-02 12:00,a 5" pipe\nB,2026-03-02 12:00,"x"y\n',
      simple,
    );
    expect(cases.map(({ note }) => note)).toEqual(['a 5" pipe', '"x"y']);
  });

  it('stops with a ReaderError at a row longer than 10 MB', async () => {
    async function* source() {
      yield utf8('id,at,note\nA,2026-03-02 12:00,x\nB,2026-03-02 12:00,"');
      for (let count = 0; count < 110; count += 1) yield new Uint8Array(100_000).fill(120);
    }
    const seen: unknown[] = [];
    const run = async () => {
      const { readCases } = await import('../../src/readers/index.ts');
      for await (const result of readCases(source(), { format: 'csv', mapping: simple })) seen.push(result);
    };
    await expect(run()).rejects.toMatchObject({
      code: 'reader.row-size',
      message: expect.stringContaining('line 3'),
    });
    expect(seen).toHaveLength(1);
  });
});

describe('headers of CSV', () => {
  const failure = async (text: string, mapping: Mapping = simple) => {
    const error: unknown = await readCsv(text, mapping).catch((caught: unknown) => caught);
    if (!(error instanceof ReaderError)) throw new Error('expected a ReaderError');
    return error;
  };

  it('names the columns that the header lacks, the place in the mapping and the nearest header', async () => {
    const error = await failure('id,att,notes\n');
    expect(error.code).toBe('reader.unknown-column');
    expect(error.path).toEqual(['attributes', 'note']);
    expect(error.message).toBe('attributes.note: the header has no column "note", "at"');
    expect(error.hint).toBe('Did you mean "notes"?');
  });

  it('lists the headers where none is near', async () => {
    const error = await failure('Vorgang,at,note\n');
    expect(error.hint).toBe('The columns are "Vorgang", "at", "note"');
  });

  it('minds a repeated header only where the mapping names it', async () => {
    expect((await failure('id,at,note,at\n')).code).toBe('reader.repeated-column');
    expect((await readCsv('id,at,note,x,x\nA,2026-03-02 12:00,n,1,2\n', simple)).cases).toHaveLength(1);
  });

  it('says that an empty input has no header', async () => {
    expect((await failure('')).code).toBe('reader.no-header');
    expect((await failure('\n\n')).code).toBe('reader.no-header');
  });

  it('needs a time zone for stamps without an offset', async () => {
    const { timeZone: _, ...mapping } = simple;
    expect((await failure('id,at,note\n', mapping)).code).toBe('reader.no-time-zone');
  });
});

describe('the arguments of readCases', () => {
  it('refuses a mistyped option, such as a time zone that would not be used', async () => {
    const { readCases } = await import('../../src/readers/index.ts');
    const options = { format: 'csv', mapping: simple, timezone: 'Asia/Shanghai' } as const;
    expect(() => readCases('', options as never)).toThrow(
      expect.objectContaining({
        code: 'reader.unknown-key',
        path: ['timezone'],
        hint: 'Did you mean "timeZone"?',
      }),
    );
  });

  it('throws at once for CSV without a mapping, an unknown format, encoding or zone', async () => {
    const { readCases } = await import('../../src/readers/index.ts');
    expect(() => readCases('', { format: 'csv' })).toThrow(
      expect.objectContaining({ code: 'reader.no-mapping' }),
    );
    expect(() => readCases('', { format: 'xls' as 'csv', mapping: simple })).toThrow(
      expect.objectContaining({ code: 'reader.format' }),
    );
    const encoding = { format: 'csv', mapping: simple, encoding: 'gb99999' } as const;
    expect(() => readCases('', encoding)).toThrow(expect.objectContaining({ code: 'reader.encoding' }));
    const zone = { format: 'csv', mapping: simple, timeZone: 'Asia/Peking' } as const;
    expect(() => readCases('', zone)).toThrow(expect.objectContaining({ code: 'instant.time-zone' }));
  });

  it('looks for the header behind rows that say nothing', async () => {
    for (const blank of ['\n', ' \n', ',,,\n\n', '"",""\r\n'])
      expect((await readCsv(`${blank}id,at,note\n7,2026-03-02 10:00,x\n`, simple)).cases).toMatchObject([
        { id: '7' },
      ]);
    await expect(readCsv(' \n,,\n', simple)).rejects.toMatchObject({ code: 'reader.no-header' });
  });
});
