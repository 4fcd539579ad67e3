import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/case/types.ts';
import { type Mapping, mappings, parseMapping, proposeMapping } from '../../src/readers/index.ts';
import { collect, readCsv } from './support.ts';

const lenient: Mapping = {
  rows: 'case',
  optional: true,
  synonyms: { Opened: ['Created', 'Start'], Type: ['Kind'] },
  id: 'No',
  attributes: { kind: { column: 'Type', values: { Fault: 'repair' } }, agent: 'Agent' },
  events: {
    received: 'Opened',
    replied: [{ column: 'Reply', after: 'Opened' }, 'Mail'],
    closed: { column: 'Closed', when: { Type: 'Fault' } },
  },
};
const opened = '2026-03-02T09:00:00Z';
const ofFile = async (text: string, mapping: Mapping, options = {}): Promise<readonly Finding[]> =>
  (await readCsv(text, mapping, options)).results.at(-1)?.ofFile ?? [];

describe('synonyms of columns', () => {
  it('stand for columns that the header lacks, the first of them that is there, in conditions too', async () => {
    const text = `Kind,Start,Created,No,Closed,Agent\nFault,x,${opened},7,2026-03-03T09:00:00Z,Lee\n`;
    const { cases } = await readCsv(text, lenient);
    expect(cases).toEqual([
      {
        ...{ id: '7', kind: 'repair', agent: 'Lee' },
        events: [
          { type: 'received', at: Date.parse(opened) },
          { type: 'closed', at: Date.parse('2026-03-03T09:00:00Z') },
        ],
      },
    ]);
  });

  it('give way to the column itself, and a reject names the column as the header does', async () => {
    const { cases, rejects } = await readCsv(`No,Opened,Created\n7,${opened},never\n`, lenient);
    expect(cases[0]!.events).toEqual([{ type: 'received', at: Date.parse(opened) }]);
    expect(rejects).toEqual([]);
    const other = await readCsv('No,Created\n7,never\n', lenient);
    expect(other.rejects).toMatchObject([{ code: 'row.instant', column: 'Created' }]);
  });

  it('hold for the keys of each record of NDJSON', async () => {
    const text = `{"No":1,"Opened":"${opened}"}\n{"No":2,"Start":"${opened}","Kind":"Fault"}\n`;
    const results = await collect(text, { format: 'ndjson', mapping: lenient });
    expect(results).toMatchObject([
      { case: { id: '1', events: [{ type: 'received' }] } },
      { case: { id: '2', kind: 'repair', events: [{ type: 'received' }] } },
    ]);
  });

  it('of a column that the mapping does not name are an error', () => {
    expect(() => parseMapping({ ...lenient, synonyms: { Opend: ['Created'] } })).toThrow(
      /synonyms\.Opend: "Opend" is no column that the mapping names.*"Opened"/s,
    );
  });
});

describe('columns that may be missing', () => {
  it('are left out with what they would say, and named by the finding header.missing', async () => {
    const { cases, results } = await readCsv(`No,Opened,Reply\n7,${opened},20\n`, lenient);
    expect(cases[0]!.events.map(({ type }) => type)).toEqual(['received', 'replied']);
    expect(results.at(-1)!.ofFile).toEqual([
      {
        code: 'header.missing',
        message: 'the header lacks "Type", "Agent", "Mail", "Closed": what they would say is left out',
      },
    ]);
  });

  it('are neither the id nor the instant of receipt', async () => {
    await expect(readCsv(`No,Agent\n7,Lee\n`, lenient)).rejects.toMatchObject({
      code: 'reader.unknown-column',
      path: ['events', 'received'],
    });
    await expect(readCsv(`Agent,Opened\nLee,${opened}\n`, lenient)).rejects.toMatchObject({ path: ['id'] });
  });

  it('are an error without "optional"', async () => {
    const { optional: _, ...strict } = lenient;
    await expect(readCsv(`No,Opened\n7,${opened}\n`, strict)).rejects.toMatchObject({
      code: 'reader.unknown-column',
    });
  });
});

describe('files of one export with different headers', () => {
  const mapping: Mapping = { rows: 'case', id: 'No', events: { received: 'Opened' } };

  it('are the same in another order', async () => {
    const columns: string[][] = [];
    const options = {
      columns: ['No', 'Agent', 'Opened'],
      onColumns: (names: readonly string[]) => columns.push([...names]),
    };
    expect(await ofFile(`Opened,No,Agent\n${opened},7,Lee\n`, mapping, options)).toEqual([]);
    expect(columns).toEqual([['Opened', 'No', 'Agent']]);
  });

  it('differ in columns: the finding header.drift names those that are new and those that are gone', async () => {
    const findings = await ofFile(`No,Opened,Team\n7,${opened},A\n`, mapping, {
      columns: ['No', 'Opened', 'Agent'],
    });
    expect(findings).toEqual([
      {
        code: 'header.drift',
        message: 'the header has "Team" besides and lacks "Agent", compared with the first file\'s',
      },
    ]);
  });

  it('are told on the last result, be that a reject', async () => {
    const { results } = await readCsv(`No,Opened\n7,${opened}\n8,never\n`, mapping, { columns: ['No'] });
    expect(results.map((result) => [result.ok, result.ofFile?.length])).toEqual([
      [true, undefined],
      [false, 1],
    ]);
  });
});

describe('the built-in mapping chinese-tickets', () => {
  const chinese = mappings['chinese-tickets']!;
  const told = (events: readonly { type: string; at: unknown }[]) =>
    events.map(({ type, at }) => `${type} ${new Date(at as number).toISOString().slice(0, 16)}`);

  it.each([
    [
      'of a 12345 hotline',
      '受理编号,登记时间,诉求来源,诉求类型,承办单位,办理完成时间,回访时间,评价结果\n' +
        'A1,2026-03-02 09:00:00,热线,投诉举报,城管局,2026-03-03 10:00:00,2026-03-04 09:00:00,基本满意\n',
      ['received 2026-03-02T01:00', 'offered 2026-03-02T01:00', 'resolved 2026-03-03T02:00'],
      { kind: 'complaint', channel: 'phone', department: '城管局' },
      'basically-satisfied',
    ],
    [
      'of an online service desk',
      '工单ID,创建时间,来源,工单分类,受理客服,首次回复时间,完结时间,关闭时间,评价时间,满意度评价\n' +
        'B2,2026/3/2 9:00,微信公众号,咨询,小王,2026/3/2 9:05,2026/3/2 10:00,2026/3/3 9:00,2026/3/2 11:00,非常不满意\n',
      [
        'received 2026-03-02T01:00',
        'replied 2026-03-02T01:05',
        'resolved 2026-03-02T02:00',
        'closed 2026-03-03T01:00',
      ],
      { kind: 'inquiry', channel: 'chat', agent: '小王' },
      'dissatisfied',
    ],
  ])('reads the export %s', async (_, text, events, attributes, satisfaction) => {
    const { cases, rejects } = await readCsv(text, chinese);
    expect(rejects).toEqual([]);
    expect(cases[0]).toMatchObject(attributes);
    const { events: all } = cases[0]!;
    expect(told(all.filter(({ type }) => !['rated', 'return-visited'].includes(type)))).toEqual(events);
    expect(all.at(-1)).toMatchObject({ type: 'rated', satisfaction });
  });

  it('is proposed with the names that the file has, and needs no synonyms any more', async () => {
    const header =
      '工单号,创建时间,首次回复时间,完成时间,结案时间,回访时间,满意度,部门,处理人,标题,客户名称,渠道,业务类型,接通时间,挂起时间,恢复时间,撤单时间,重开时间,退款时间,换货时间,放弃时间';
    const { basis, mapping } = await proposeMapping(`${header}\nA1,2026-03-02 09:00:00${','.repeat(19)}\n`, {
      format: 'csv',
    });
    expect(basis).toBe('chinese-tickets');
    expect(mapping.id).toBe('工单号');
    expect(mapping.events!.resolved).toMatchObject({ column: '完成时间' });
    expect(mapping).not.toHaveProperty('synonyms');
    expect(mapping).not.toHaveProperty('optional');
  });
});
