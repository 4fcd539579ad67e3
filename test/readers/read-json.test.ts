import { describe, expect, it } from 'vitest';
import { type Mapping, readCases } from '../../src/readers/index.ts';
import { collect, inPieces } from './support.ts';

const one = { id: 'A', kind: 'complaint', events: [{ type: 'received', at: '2026-03-02T12:00:00Z' }] };
const two = { id: 'B', note: '漢字\n', events: [] };

describe('readCases of NDJSON', () => {
  it('takes cases in their own form as they are, with their lines', async () => {
    const [first, third] = [`${JSON.stringify(one)}\r`, JSON.stringify(two)];
    const text = `${first}\n\n${third}`;
    const wanted = [
      { ok: true, case: one, rows: 1, line: 1, raw: [first] },
      { ok: true, case: two, rows: 1, line: 3, raw: [third] },
    ];
    expect(await collect(text, { format: 'ndjson' })).toEqual(wanted);
    expect(await collect(inPieces(new TextEncoder().encode(text), [1, 5]), { format: 'ndjson' })).toEqual(
      wanted,
    );
  });

  it('rejects a line that is no JSON object, and goes on', async () => {
    const results = await collect(`{"id":\n[1]\n${JSON.stringify(one)}\n`, { format: 'ndjson' });
    expect(results).toMatchObject([
      { ok: false, reject: { code: 'row.json', line: 1, raw: ['{"id":'] } },
      { ok: false, reject: { code: 'row.json', line: 2, raw: ['[1]'] } },
      { ok: true, case: { id: 'A' } },
    ]);
  });

  it('reads records through a mapping as rows, their keys as columns', async () => {
    const mapping: Mapping = {
      rows: 'case',
      id: 'nr',
      attributes: {
        open: { column: 'open', type: 'boolean' },
        priority: { column: 'priority', type: 'number' },
      },
      events: { received: { column: 'at', format: 'epoch-ms' } },
    };
    const text = '{"nr":7,"at":1400000000000,"open":true,"priority":null}\n{"nr":8,"at":"soon"}\n';
    expect(await collect(text, { format: 'ndjson', mapping })).toMatchObject([
      {
        ok: true,
        line: 1,
        case: { id: '7', open: true, events: [{ type: 'received', at: 1_400_000_000_000 }] },
      },
      { ok: false, reject: { code: 'row.instant', line: 2, id: '8', column: 'at', value: 'soon' } },
    ]);
  });
});

describe('numbers of more digits than JavaScript holds', () => {
  const mapping: Mapping = {
    rows: 'case',
    id: 'id',
    attributes: { note: 'note', n: { column: 'n', type: 'number' } },
    events: { received: { column: 'at', format: 'epoch-ms' } },
  };

  it.each(['ndjson', 'json'] as const)('are ids to the last digit, in %s', async (format) => {
    const records = ['1234567890123456789', '1234567890123456788', '-12345678901234567', '7'].map(
      (id) => `{"id":${id},"at":1400000000000,"n":0.1234567890123456,"note":"x \\" 12345678901234567,"}`,
    );
    const text = format === 'json' ? `[${records.join(',')}]` : records.join('\n');
    const results = await collect(text, { format, mapping });
    expect(results.map((result) => result.ok && result.case)).toMatchObject([
      { id: '1234567890123456789', n: 0.1234567890123456, note: 'x " 12345678901234567,' },
      { id: '1234567890123456788' },
      { id: '-12345678901234567' },
      { id: '7' },
    ]);
  });
});

describe('readCases of JSON', () => {
  it('takes a list of cases, or a single one', async () => {
    const list = await collect(JSON.stringify([one, two, 5]), { format: 'json' });
    expect(list).toMatchObject([
      { case: one },
      { case: two },
      { ok: false, reject: { code: 'row.json', line: 3 } },
    ]);
    expect(await collect(JSON.stringify(two), { format: 'json' })).toMatchObject([{ ok: true, case: two }]);
  });

  it('groups records of events through a mapping', async () => {
    const mapping: Mapping = { rows: 'event', id: 'case', timestamp: 'at', event: 'type' };
    const records = [
      { case: 'A', at: '2026-03-02T12:00:00Z', type: 'received' },
      { case: 'A', at: '2026-03-02T13:00:00Z', type: 'replied' },
    ];
    const results = await collect(JSON.stringify(records), { format: 'json', mapping });
    expect(results).toMatchObject([
      { rows: 2, case: { id: 'A', events: [{ type: 'received' }, { type: 'replied' }] } },
    ]);
  });

  it.each([
    ['[{"id": 1', /it ends in record 1/],
    ['[{"id":"a","events":[]},', /it ends in record 2/],
    ['[{"id":"a"},]', /record 2: /],
    ['[{"id":"a"} {"id":"b"}]', /record 1: /],
    ['[{"id":"a"}}', /a brace closes its list of 1/],
    ['[{]', /ends in record 1/],
    ['[] []', /something stands behind its list of 0/],
    ['{"id":"a"', /record 1: /],
    ['{"id":"a"}\n{"id":"b"}\n', /it is NDJSON, a document on each line/],
    ['', /it is empty/],
    [' \n', /it is empty/],
  ])('refuses a document that is no JSON: %j', async (text, message) => {
    for (const source of [text, inPieces(new TextEncoder().encode(text))]) {
      await expect(collect(source, { format: 'json' })).rejects.toMatchObject({
        code: 'reader.json',
        message: expect.stringMatching(message),
      });
    }
  });

  it('hands on the records before the damage, and only one of a list is held at a time', async () => {
    const encoder = new TextEncoder();
    async function* source() {
      yield encoder.encode(`[${JSON.stringify(one)},`);
      yield encoder.encode(`${JSON.stringify(two)},{"id":}]`);
    }
    const ids: string[] = [];
    const run = async () => {
      for await (const result of readCases(source(), { format: 'json' }))
        if (result.ok) ids.push(result.case.id);
    };
    await expect(run()).rejects.toMatchObject({ code: 'reader.json' });
    expect(ids).toEqual(['A', 'B']);
  });

  it('cuts the list at its own commas wherever the pieces of the stream end', async () => {
    const odd = [
      { id: '],[', n: [[1, { a: '}' }], '\\"', '\\'], events: [] },
      { id: '"', '漢\n': '{', events: [] },
      { id: '\\', events: [] },
    ];
    const bytes = new TextEncoder().encode(` ${JSON.stringify(odd, null, 1)}\n`);
    for (const sizes of [[1], [2, 3], [7], [1000]]) {
      const results = await collect(inPieces(bytes, sizes), { format: 'json' });
      expect(results.map((result) => result.ok && result.case)).toEqual(odd);
      expect(results.map(({ ok, ...rest }) => ok && 'line' in rest && rest.line)).toEqual([1, 2, 3]);
    }
    expect(await collect(' [ \n ] ', { format: 'json' })).toEqual([]);
  });

  it('stops at a record of more than 10 MB, such as one with a quote that is never closed', async () => {
    async function* source() {
      yield new TextEncoder().encode('[{"id":"a","events":[]},{"id":"');
      for (let piece = 0; piece < 11; piece += 1) yield new Uint8Array(1_000_000).fill(97);
    }
    await expect(collect(source(), { format: 'json' })).rejects.toMatchObject({
      code: 'reader.row-size',
      message: expect.stringContaining('line 2'),
    });
  });
});
