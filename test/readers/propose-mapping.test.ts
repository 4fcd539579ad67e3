import { readFileSync } from 'node:fs';
import { tz } from '@date-fns/tz';
import { format as formatDate } from 'date-fns/format';
import { describe, expect, it } from 'vitest';
import { proposeMapping } from '../../src/readers/index.ts';

const propose = (text: string | Uint8Array, options: object = {}) =>
  proposeMapping(text, { format: 'csv', ...options });
const codes = ({ notes }: Awaited<ReturnType<typeof propose>>) => notes.map(({ code }) => code);

describe('proposeMapping', () => {
  it('knows Chinese columns by common names, and their words', async () => {
    const text =
      '工单号,诉求类型,来源渠道,处理人,创建时间,首响时间,结单时间,回访时间,满意度\n' +
      'A1,投诉,电话,王,2026-03-02 09:00:00,2026-03-02 10:00:00,2026-03-03 09:00:00,2026-03-04 09:00:00,满意\n';
    const { mapping, basis, sample } = await propose(text);
    expect(basis).toBeNull();
    expect(mapping).toMatchObject({ rows: 'case', timeZone: 'Asia/Shanghai', id: '工单号' });
    expect(sample).toMatchObject([
      {
        ok: true,
        case: {
          ...{ id: 'A1', kind: 'complaint', channel: 'phone', agent: '王' },
          events: [
            { type: 'received', at: Date.parse('2026-03-02T09:00:00+08:00') },
            { type: 'replied' },
            { type: 'closed' },
            { type: 'return-visited' },
            { type: 'rated', satisfaction: 'satisfied' },
          ],
        },
      },
    ]);
  });

  it('says that days and months can not be told apart, and does not guess', async () => {
    const result = await propose('Ticket ID,Created at,Closed at\n1,03/04/2026 9:00,05/04/2026 9:00\n');
    expect(codes(result)).toContain('format.ambiguous');
    const note = result.notes.find(({ code }) => code === 'format.ambiguous');
    expect(note).toMatchObject({ column: 'Created at', formats: ['dd/MM/yyyy HH:mm', 'MM/dd/yyyy HH:mm'] });
    expect(result.mapping.events).toEqual({});
    expect(result.sample).toEqual([]);
  });

  it.each([
    ['day first', '13/04/2026 9:00', 'dd/MM/yyyy HH:mm'],
    ['month first', '04/13/2026 9:00', 'MM/dd/yyyy HH:mm'],
  ])(
    'tells %s by one cell of the column, or of another column of the same form',
    async (_, telling, format) => {
      const own = await propose(`Ticket ID,Created at\n1,03/04/2026 9:00\n2,${telling}\n`);
      expect(own.mapping.events).toEqual({ received: { column: 'Created at', format } });
      const other = await propose(`Ticket ID,Created at,Closed at\n1,03/04/2026 9:00,${telling}\n`);
      expect(other.mapping.events!.received).toEqual({ column: 'Created at', format });
      expect(codes(other)).not.toContain('format.ambiguous');
    },
  );

  it.each([
    'yyyy-MM-dd HH:mm:ss',
    'yyyy/MM/dd HH:mm',
    'yyyy-MM-dd',
    'yyyy年MM月dd日 HH:mm',
    'dd.MM.yyyy HH:mm:ss',
    'MM/dd/yyyy hh:mm:ss a',
    'MM/dd/yyyy hh:mm a',
    'dd-MM-yyyy HH:mm',
    'dd/MM/yy HH:mm',
    'dd/MMM/yy hh:mm a',
    'yyyy/MM/dd HH:mm:ss.SSS',
    "yyyy-MM-dd'T'HH:mm:ss",
  ])('infers %s from what date-fns writes', async (format) => {
    const days = [3, 14, 25, 28].map((day) => Date.UTC(2026, 4, day, 9 + (day % 11), 5, 7, 8));
    const stamps = days.map((day, index) => `${index},"${formatDate(day, format, { in: tz('UTC') })}"`);
    const { mapping } = await propose(`Ticket ID,Created at\n${stamps.join('\n')}\n`);
    expect(mapping.events).toEqual({ received: { column: 'Created at', format } });
  });

  it.each([
    ['epoch-ms', '1772442000000', '1772442060000.0'],
    ['epoch-s', '1772442000', '1772442060'],
    ['excel', '46083.375', '46083.5104'],
    ['iso', '2026-03-02T09:00:00Z', '2026-03-02 09:00:00+01:00'],
  ])('infers %s', async (format, ...stamps) => {
    const { mapping } = await propose(`Ticket ID,Created at\n1,${stamps[0]}\n2,${stamps[1]}\n`);
    expect(mapping.events).toEqual({ received: { column: 'Created at', format } });
  });

  it('takes two formats of one column in the order of how often they are met', async () => {
    const result = await propose(
      '工单号,创建时间\n1,2026/3/2 9:00\n2,2026/3/3 9:00\n3,2026-03-04 09:00:00\n',
    );
    expect(result.mapping.events).toEqual({
      received: { column: '创建时间', format: ['yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm:ss'] },
    });
  });

  it('notes stamps that all say UTC, cells that fit no format, and instants of unknown events', async () => {
    const rows = Array.from(
      { length: 9 },
      (_, day) => `${day},2026-03-0${day + 1}T09:00:00Z,2026-03-0${day + 1}`,
    );
    const result = await propose(`Ticket ID,Created at,Glorp\n${rows.join('\n')}\n9,soon,\n`, {
      timeZone: 'UTC',
    });
    expect(codes(result).sort()).toEqual(['column.instant', 'format.mixed']);
    const clean = await propose(`Ticket ID,Created at\n1,2026-03-02T09:00:00Z\n`);
    expect(codes(clean)).toEqual(['time-zone.label']);
  });

  it('finds title rows, semicolons, GB18030, and what stands for nothing', async () => {
    const titled =
      '工单导出;;\n;;\n工单号;创建时间;渠道\n1;2026-03-02 09:00:00;?\n2;2026-03-02 09:00:00;电话\n';
    const { mapping } = await propose(titled);
    expect(mapping).toMatchObject({ delimiter: ';', headerRow: 3, id: '工单号', missing: ['?'] });
    const gbk = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x32, 0x0a]);
    expect((await propose(gbk)).mapping.id).toBe('编号');
  });

  it('makes rows of events of a log, where ids come again and again', async () => {
    const log =
      'Case ID,Activity,Timestamp,Resource\n1,New,2026-03-02T09:00:00Z,a\n1,Resolved,2026-03-02T10:00:00Z,b\n2,New,2026-03-02T09:00:00Z,a\n2,Closed,2026-03-03T10:00:00Z,b\n';
    const { mapping, sample } = await propose(log);
    expect(mapping).toMatchObject({
      ...{ rows: 'event', id: 'Case ID', first: 'received', by: 'Resource' },
      event: { column: 'Activity', values: { Resolved: 'resolved', Closed: 'closed' }, otherwise: 'keep' },
      timestamp: { column: 'Timestamp', format: 'iso' },
    });
    expect(sample.filter(({ ok }) => ok)).toHaveLength(2);
  });

  it('names cases by their lines where no column does, and says so', async () => {
    const result = await propose('Subject,Created at\nx,2026-03-02T09:00:00Z\nx,2026-03-02T09:00:00Z\n');
    expect(result.mapping.id).toEqual({ row: true });
    expect(codes(result)).toContain('id.none');
  });

  it('looks at workbooks and NDJSON alike', async () => {
    const workbook = readFileSync(new URL('data/tickets.xlsx', import.meta.url));
    const sheet = await proposeMapping(workbook, { format: 'xlsx', sheet: '工单' });
    expect(sheet.mapping).toMatchObject({ sheet: '工单', headerRow: 4, id: '工单编号' });
    expect(Object.keys(sheet.mapping.events!)).toEqual(['received', 'resolved']);
    expect(sheet.sample[0]).toMatchObject({ ok: true, line: 5, case: { id: 'GD1', channel: 'phone' } });
    const lines = '{"ticketId":"1","createdAt":"2026-03-02T09:00:00Z"}\n';
    const ndjson = await proposeMapping(lines, { format: 'ndjson' });
    expect(ndjson.mapping).toMatchObject({ id: 'ticketId', events: { received: { column: 'createdAt' } } });
  });

  it('finds the sample export of the project to be that of chinese-tickets', async () => {
    const tickets = readFileSync(new URL('../../examples/data/tickets.csv', import.meta.url));
    const { basis, sample } = await propose(tickets);
    expect(basis).toBe('chinese-tickets');
    expect(sample).toHaveLength(5);
  });

  it.each([
    ['half a character of UTF-16', [0xff, 0xfe, 0x41]],
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
    ['binary zeros', [0x69, 0x64, 0, 0, 0x2c, 0, 1, 2]],
  ])('takes %s for no table', async (_, bytes) => {
    const error = { name: 'ReaderError', code: 'reader.not-text' };
    await expect(propose(Uint8Array.from(bytes))).rejects.toMatchObject(error);
  });

  it('refuses a list of pieces, which is no source', async () => {
    const error = { code: 'reader.source', path: ['source'] };
    await expect(propose([new Uint8Array(3)] as never)).rejects.toMatchObject(error);
  });
});
