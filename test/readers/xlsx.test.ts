import { readFileSync } from 'node:fs';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/case/types.ts';
import { ReaderError } from '../../src/errors/reader-error.ts';
import type { Mapping } from '../../src/readers/index.ts';
import { collect, inPieces } from './support.ts';
import { sheetXml, workbookOf, zip } from './zip.ts';

const tickets = readFileSync(new URL('data/tickets.xlsx', import.meta.url));

const mapping: Mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  sheet: '工单',
  headerRow: 4,
  id: '工单编号',
  attributes: {
    channel: '渠道',
    amount: '金额',
    promisedAt: { column: '承诺日期', type: 'date' },
  },
  events: {
    received: { column: '受理时间', format: ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'] },
    resolved: { column: '办结时间', format: 'yyyy-MM-dd HH:mm:ss' },
  },
};

const read = (source: Parameters<typeof collect>[0], changes: Partial<Mapping> = {}) =>
  collect(source, { format: 'xlsx', mapping: { ...mapping, ...changes } });

const simple: Mapping = {
  rows: 'case',
  timeZone: 'UTC',
  id: 'id',
  attributes: { note: 'note' },
  events: { received: { column: 'at', format: 'yyyy-MM-dd HH:mm' } },
};
const readSimple = (source: Uint8Array, changes: Partial<Mapping> = {}) =>
  collect(source, { format: 'xlsx', mapping: { ...simple, ...changes } });

const stampsOf = (results: readonly ReadResult[], type: string) =>
  results.flatMap((result) =>
    result.ok
      ? result.case.events
          .filter((event) => event.type === type)
          .map(({ at }) => new Date(at as number).toISOString())
      : [],
  );

describe('readCases of an XLSX workbook', () => {
  it('reads real dates, text dates and bare serial numbers of one column in the zone of the mapping', async () => {
    const results = await read(tickets);
    expect(stampsOf(results, 'received')).toEqual([
      '2026-03-02T01:15:30.000Z', // a date
      '2026-03-02T01:20:00.000Z', // text
      '2026-03-02T01:25:00.000Z', // text of the second format
      '2026-03-01T16:00:00.000Z', // a date at midnight
      '2026-03-31T04:00:00.000Z', // a date shown as 2026年3月31日 12:00
      '2026-03-03T04:00:00.000Z', // 46084.5, shown as a number
    ]);
    expect(stampsOf(results, 'resolved')).toEqual([
      '2026-03-03T09:45:00.000Z',
      '2026-03-04T02:00:00.000Z',
      '2026-03-02T15:59:59.999Z',
      '2026-03-31T16:00:00.000Z',
      '2026-03-05T02:00:00.000Z',
    ]);
  });

  it('gives the rows the numbers they have in the sheet, and leaves out empty ones', async () => {
    const results = await read(tickets);
    expect(results.map((result) => (result.ok ? result.line : result.reject.line))).toEqual([
      5, 6, 7, 8, 10, 11, 12,
    ]);
  });

  it('reads numbers, truth values, dates without a time, and cells with spaces around them as text', async () => {
    const results = await read(tickets);
    const cases = results.flatMap((result) => (result.ok ? [result.case] : []));
    expect(cases.map(({ id }) => id)).toEqual(['GD1', 'GD2', 'GD3', '1004', 'GD6', 'GD7']);
    expect(cases.map(({ amount }) => amount)).toEqual(['12.5', '0', undefined, undefined, 'true', undefined]);
    expect(cases.map(({ channel }) => channel)).toEqual(['电话', '邮件', '电话', '网站', '邮件', '电话']);
    expect(cases.slice(0, 2).map(({ promisedAt }) => promisedAt)).toEqual(['2026-03-05', '2026-03-06']);
  });

  it('rejects the row whose cell is no date, with its row in the sheet, its column and its cells', async () => {
    const rejects = (await read(tickets)).flatMap((result) => (result.ok ? [] : [result.reject]));
    expect(rejects).toEqual([
      {
        code: 'row.instant',
        message:
          '"下周二" in column "受理时间" is not an instant of the form yyyy-MM-dd HH:mm:ss or yyyy/M/d H:mm',
        ...{ id: 'GD5', line: 10, column: '受理时间', value: '下周二' },
        raw: ['GD5', '电话', '下周二', '', '', ''],
      },
    ]);
  });

  it.each<[string, Partial<Mapping>]>([
    ['by its number, from 1', { sheet: 2 }],
    ['by its name', { sheet: '工单' }],
  ])('takes a sheet %s', async (_, changes) => {
    expect(await read(tickets, changes)).toHaveLength(7);
  });

  it('gives the same results from a stream of small pieces', async () => {
    expect(await read(inPieces(tickets, [7, 100]))).toEqual(await read(tickets));
  });

  it('reads dates of the 1904 system', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['id', 'at', 'note'],
            ['1', new Date('2026-03-02T09:30:00Z'), 'x'],
          ],
        },
      ],
      dateSystem: '1904',
    });
    expect(stampsOf(await readSimple(book), 'received')).toEqual(['2026-03-02T09:30:00.000Z']);
  });

  it('reads cells without a reference, inline text in runs, and text split over many pieces', async () => {
    const rows =
      '<row><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>at</t></is></c><c t="str"><v>note</v></c></row>' +
      '<row><c><v>7</v></c><c t="inlineStr"><is><r><t>2026-03-02 </t></r><r><t>09:30</t></r></is></c><c t="str"><v>a &amp; b</v></c></row>';
    const results = await readSimple(workbookOf(sheetXml(rows)));
    const at = Date.UTC(2026, 2, 2, 9, 30);
    const item = { id: '7', note: 'a & b', events: [{ type: 'received', at }] };
    expect(results).toEqual([
      { ok: true, case: item, rows: 1, line: 2, raw: ['7', '2026-03-02 09:30', 'a & b'] },
    ]);
  });

  it('rejects a date where no time zone is known, and says why', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['id', 'at', 'note'],
            ['1', new Date('2026-03-02T09:30:00Z'), 'x'],
          ],
        },
      ],
    });
    const { timeZone: _, ...zoneless } = simple;
    const results = await collect(book, {
      format: 'xlsx',
      mapping: { ...zoneless, events: { received: 'at' } },
    });
    expect(results).toMatchObject([{ ok: false, reject: { code: 'row.instant', line: 2 } }]);
    expect(JSON.stringify(results)).toContain('with an offset, as no time zone is stated');
  });
});

describe('an XLSX workbook that can not be read', () => {
  const fails = async (source: Uint8Array, changes: Partial<Mapping> = {}) => {
    const error = await readSimple(source, changes).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ReaderError);
    return error as ReaderError;
  };

  it('names the sheets where the mapping names another', async () => {
    expect(await fails(tickets, { sheet: '工单表' })).toMatchObject({
      ...{ code: 'reader.no-sheet', path: ['sheet'], reason: 'the workbook has no sheet "工单表"' },
    });
    const error = await fails(tickets, { sheet: 3 });
    expect(error.hint).toBe('There are "说明", "工单"');
    expect((await fails(tickets, { sheet: 0 })).code).toBe('reader.no-sheet');
  });

  it('refuses a file cut off in the middle', async () => {
    const error = await fails(tickets.subarray(0, 3000));
    expect(error).toMatchObject({ code: 'reader.xlsx' });
    expect(error.message).toContain('it is no ZIP archive, or is cut off');
  });

  it('refuses an old .xls, a Word document and text', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect((await fails(old)).message).toContain('protected by a password, or of the old .xls format');
    expect((await fails(zip({ 'word/document.xml': '<a/>' }))).message).toContain('no XLSX workbook');
    expect((await fails(Buffer.from('id,at\n'))).code).toBe('reader.xlsx');
  });

  it('refuses a sheet that unpacks from 100 kB to 100 MB, without unpacking it', async () => {
    const row = '<row><c t="str"><v>id</v></c></row>';
    const bomb = workbookOf(sheetXml(row.repeat(100_000_000 / row.length)));
    expect(bomb.length).toBeLessThan(500_000);
    const before = performance.now();
    expect((await fails(bomb)).code).toBe('reader.bomb');
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('stops where a part unpacks to more than the archive states', async () => {
    const sheet = sheetXml('<row><c t="str"><v>id</v></c></row>'.repeat(2_000_000));
    const lying = workbookOf(sheet, { 'xl/worksheets/sheet1.xml': 1000 });
    const error = await fails(lying);
    expect(error.code).toBe('reader.xlsx');
    expect(error.message).toMatch(/exceeds limit of 1000 bytes/);
  });

  it('refuses a row longer than 10 MB', async () => {
    const noise = Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 1_000_003).join(' ');
    const cell = `<c t="inlineStr"><is><t>${noise}</t></is></c>`;
    const error = await fails(workbookOf(sheetXml(`<row>${cell.repeat(12)}</row>`)));
    expect(error).toMatchObject({ code: 'reader.row-size' });
  });

  it('says that an empty sheet has no header', async () => {
    expect((await fails(workbookOf(sheetXml('')))).code).toBe('reader.no-header');
  });
});
