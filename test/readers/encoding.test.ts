import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { CaseInput } from '../../src/case/types.ts';
import { inPieces, readCsv, simple } from './support.ts';

const ascii = 'id,at,note\n';
const row = (note: string, id = 'A') => `${id},2026-03-02 12:00,${note}\n`;
const notes = (cases: readonly CaseInput[]) => cases.map(({ note }) => note);

describe('encoding: auto', () => {
  it.each([
    ['UTF-8', 'utf8', false],
    ['UTF-8 with a byte order mark', 'utf8', true],
    ['GB18030', 'gb18030', false],
    ['UTF-16LE with a byte order mark', 'utf16le', true],
    ['UTF-16BE with a byte order mark', 'utf16be', true],
  ])('reads %s', async (_, encoding, addBOM) => {
    const text = ascii + row('用户投诉：色差严重') + row('退款 €', 'B');
    const { cases } = await readCsv(iconv.encode(text, encoding, { addBOM }), simple);
    expect(notes(cases)).toEqual(['用户投诉：色差严重', '退款 €']);
  });

  it.each([
    ['utf8', 'Ünïcödé 漢字'],
    ['gb18030', '起球严重'],
  ])('tells %s when the first byte beyond ASCII comes after 300 kB', async (encoding, note) => {
    const text = ascii + row('plain ascii', 'P').repeat(10_000) + row(note, 'Z');
    const { cases } = await readCsv(inPieces(iconv.encode(text, encoding), [65_536]), simple);
    expect(cases).toHaveLength(10_001);
    expect(cases.at(-1)!.note).toBe(note);
  });

  it('reads each of both encodings byte by byte', async () => {
    for (const encoding of ['utf8', 'gb18030']) {
      const { cases } = await readCsv(
        inPieces(iconv.encode(ascii + row('工单：已办结😀'), encoding)),
        simple,
      );
      expect(notes(cases)).toEqual(['工单：已办结😀']);
    }
  });

  it('stays with UTF-8 for a file with one garbled byte among many good characters', async () => {
    const good = iconv.encode(ascii + row('客户来电'.repeat(10)), 'utf8');
    const bad = Buffer.concat([Buffer.from('B,2026-03-02 12:00,'), Buffer.from([0xff]), Buffer.from('x\n')]);
    const { cases, results } = await readCsv(Buffer.concat([good, bad]), simple);
    expect(notes(cases)).toEqual(['客户来电'.repeat(10), '\uFFFDx']);
    expect(results[1]).toMatchObject({ ok: true, findings: [{ code: 'row.garbled' }] });
  });
});

describe('a stated encoding', () => {
  it('reads windows-1252, which can not be told from its bytes', async () => {
    const { cases } = await readCsv(iconv.encode(ascii + row('café'), 'win1252'), simple, {
      encoding: 'windows-1252',
    });
    expect(notes(cases)).toEqual(['café']);
  });

  it("takes the mapping's, and the one given to readCases before it", async () => {
    const bytes = iconv.encode(ascii + row('投诉'), 'gb18030');
    const ofMapping = await readCsv(bytes, { ...simple, encoding: 'gbk' });
    expect(notes(ofMapping.cases)).toEqual(['投诉']);
    const given = await readCsv(bytes, { ...simple, encoding: 'utf-8' }, { encoding: 'gb18030' });
    expect(notes(given.cases)).toEqual(['投诉']);
  });

  it('reads UTF-16LE without a byte order mark', async () => {
    const bytes = iconv.encode(ascii + row('漢字'), 'utf16le');
    const { cases } = await readCsv(inPieces(bytes, [3]), simple, { encoding: 'utf-16le' });
    expect(notes(cases)).toEqual(['漢字']);
  });

  it('takes text as it is', async () => {
    expect(notes((await readCsv(ascii + row('漢字'), { ...simple, encoding: 'gb18030' })).cases)).toEqual([
      '漢字',
    ]);
  });
});

describe('bytes that mean nothing', () => {
  it('are a finding in a text, and a reject where they spoil an instant', async () => {
    const bytes = Buffer.from(`${ascii}A,2026-03-02 12:00,x#y\nB,2026-03-0# 12:00,x\n`);
    const garbled = Uint8Array.from(bytes, (byte) => (byte === 35 ? 0xff : byte));
    const { results, rejects } = await readCsv(garbled, simple, { encoding: 'utf-8' });
    expect(results[0]).toMatchObject({
      ok: true,
      findings: [{ code: 'row.garbled', message: expect.stringContaining('line 2') }],
    });
    expect(rejects).toMatchObject([{ code: 'row.instant', line: 3, value: '2026-03-0\uFFFD 12:00' }]);
  });
});

describe('bytes that mean nothing in their encoding', () => {
  const read = async (source: Uint8Array | AsyncIterable<Uint8Array>, encoding: string) => {
    const { cases, rejects } = await readCsv(source, simple, { encoding });
    return { notes: notes(cases), rejects: rejects.map(({ code }) => code) };
  };
  const around = (bytes: Uint8Array) =>
    Buffer.concat([Buffer.from(`${ascii}A,2026-03-02 12:00,"x`), bytes, Buffer.from('y"\n')]);

  it('become U+FFFD where a broken sequence of four GB18030 bytes is cut in two', async () => {
    for (const encoding of ['auto', 'gb18030']) {
      const found = await read(inPieces(around(Uint8Array.of(0x81, 0x30, 0x20))), encoding);
      expect(found).toEqual({ notes: ['x\ufffd0 y'], rejects: [] });
    }
  });

  const bytes = fc.array(fc.constantFrom(0x00, 0x20, 0x30, 0x39, 0x41, 0x80, 0x81, 0x84, 0xfe, 0xff), {
    maxLength: 12,
  });
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 });

  it.each(['auto', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'utf-16le', 'iso-2022-jp'])(
    'are read the same in pieces as in one, in %s',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(bytes, sizes, async (bytes, sizes) => {
          const file = around(Uint8Array.from(bytes));
          const outcome = (source: typeof file | AsyncIterable<Uint8Array>) =>
            read(source, encoding).catch(({ code }) => code as string);
          expect(await outcome(inPieces(file, sizes))).toEqual(await outcome(file));
        }),
        { numRuns: 60 },
      );
    },
  );
});
