import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/case/types.ts';
import { ReaderError } from '../../src/errors/reader-error.ts';
import { readCases } from '../../src/readers/index.ts';
import { collect, inPieces, simple } from './support.ts';

const csv = 'id,at,note\nA,2026-03-02 12:00,x\nB,2026-03-02 13:00,"two\nlines"\n';
const cases = '{"id":"A","events":[{"type":"received","at":1772442000000}]}\n';

describe('input packed with gzip', () => {
  it('is read as it is unpacked: CSV, NDJSON and JSON', async () => {
    const options = { format: 'csv', mapping: simple } as const;
    expect(await collect(gzipSync(csv), options)).toEqual(await collect(csv, options));
    for (const format of ['ndjson', 'json'] as const) {
      const plain = await collect(cases, { format });
      expect(plain).toMatchObject([{ ok: true, case: { id: 'A' } }]);
      expect(await collect(gzipSync(cases), { format })).toEqual(plain);
    }
  });

  it('may hold a workbook', async () => {
    const workbook = readFileSync(new URL('data/tickets.xlsx', import.meta.url));
    const mapping = { rows: 'case', id: '客服工单导出', events: { received: '客服工单导出' } } as const;
    const options = { format: 'xlsx', mapping: { ...mapping, sheet: 2 } } as const;
    expect(await collect(gzipSync(workbook), options)).toEqual(await collect(workbook, options));
  });

  it('may be in several members, GB18030 and pieces of a byte', async () => {
    const packed = Buffer.concat([
      gzipSync('id,at,note\nA,2026-03-02 12:00,'),
      gzipSync(Buffer.of(0xcd, 0xcb)),
    ]);
    const [result] = await collect(inPieces(packed), { format: 'csv', mapping: simple });
    expect(result).toMatchObject({ ok: true, case: { note: '退' } });
  });

  it.each([
    ['cut off', (packed: Buffer) => packed.subarray(0, packed.length - 40)],
    [
      'damaged',
      (packed: Buffer) => Buffer.from(packed.map((byte, at) => (at > 5000 && at < 5100 ? 255 : byte))),
    ],
  ])('yields what comes before the place where it is %s, then throws reader.gzip', async (_, harm) => {
    const rows = Array.from(
      { length: 20_000 },
      (__, index) => `${index},2026-03-02 12:00,${(index * 7919) % 9973}\n`,
    );
    const packed = harm(gzipSync(`id,at,note\n${rows.join('')}`));
    const read: ReadResult[] = [];
    const reading = (async () => {
      for await (const result of readCases(packed, { format: 'csv', mapping: simple })) read.push(result);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'reader.gzip' });
    expect(read.length).toBeLessThan(20_000);
    expect(read.every(({ ok }) => ok)).toBe(true);
  });

  it('is not read to the end where 100 kB unpack to 100 MB', async () => {
    const rows = Buffer.alloc(100_000_000, `1,2026-03-02 12:00,${'x'.repeat(99_999)}\n`);
    const bomb = gzipSync(Buffer.concat([Buffer.from('id,at,note\n'), rows]));
    expect(bomb.length).toBeLessThan(300_000);
    await expect(collect(bomb, { format: 'csv', mapping: simple })).rejects.toMatchObject({
      code: 'reader.bomb',
    });
  });

  it('tells a failure of its source as it is', async () => {
    const failing = (async function* () {
      yield gzipSync(csv).subarray(0, 20);
      throw new ReaderError('reader.format', { given: 'x' });
    })();
    await expect(collect(failing, { format: 'csv', mapping: simple })).rejects.toMatchObject({
      code: 'reader.format',
    });
  });

  it('closes its source when the loop over it ends early', async () => {
    let closed = false;
    const source = (async function* () {
      try {
        for (;;) yield gzipSync(csv);
      } finally {
        closed = true;
      }
    })();
    for await (const result of readCases(source, { format: 'csv', mapping: simple })) {
      expect(result.ok).toBe(true);
      break;
    }
    await new Promise((done) => setTimeout(done, 50));
    expect(closed).toBe(true);
  });
});
