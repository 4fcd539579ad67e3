import { describe, expect, it } from 'vitest';
import { textForm } from '../../src/cli/encode-text.ts';
import type { Mapping } from '../../src/readers/index.ts';
import { service } from '../audit/service.ts';
import { audit, cellsOf, recordsIn, terminal } from './audited-rejects.ts';
import { mapping } from './case-rows.ts';
import { bytesOf } from './terminal.ts';

const ofEvents: Mapping = {
  rows: 'event',
  timeZone: 'Asia/Shanghai',
  id: 'No',
  timestamp: { column: 'At', format: 'yyyy-MM-dd HH:mm' },
  event: 'What',
};

describe('the rejects of a CSV', () => {
  const head = 'No,Channel,Opened\n';

  it('are its own rows under its own header, with line, column, code and reason behind', async () => {
    terminal.write('a.csv', `${head}T-1,email,2026-03-02 10:00\nT-2,"a ""b"", c",2026-02-30 10:00\n`);
    const { text } = await audit('a.csv', mapping);
    expect(cellsOf(text)).toEqual([
      ['No', 'Channel', 'Opened', 'line', 'column', 'code', 'reason'],
      [
        ...['T-2', 'a "b", c', '2026-02-30 10:00', '3', 'Opened', 'row.instant'],
        '"2026-02-30 10:00" in column "Opened" is not an instant of the form yyyy-MM-dd HH:mm',
      ],
    ]);
  });

  it('are a header alone where nothing was rejected', async () => {
    terminal.write('a.csv', `${head}T-1,email,2026-03-02 10:00\n`);
    expect(cellsOf((await audit('a.csv', mapping)).text)).toEqual([
      ['No', 'Channel', 'Opened', 'line', 'column', 'code', 'reason'],
    ]);
  });

  it('are read by the same mapping once they are corrected: the 3 rows become the 3 cases they should be', async () => {
    const good = 'T-1,email,2026-03-02 10:00\n';
    terminal.write(
      'a.csv',
      `${head}${good}T-2,"a\nb",never\n T-3 ,x,2026-02-30 10:00\n,web,2026-03-02 10:00\n`,
    );
    const first = await audit('a.csv', mapping);
    const corrected = first.text
      .replace('never', '2026-03-03 10:00')
      .replace('2026-02-30 10:00', '2026-02-28 10:00')
      .replace(/^,web/m, 'T-4,web');
    terminal.write('b.csv', corrected);
    const second = await audit('b.csv', mapping);
    expect(second.report.rows).toEqual({ read: 3, used: 3, rejected: 0, duplicate: 0 });
    expect(second.report.breaches.map((breach) => breach.case).sort()).toEqual(['T-2', 'T-3', 'T-4']);
  });

  it('are told once more, not twice, where one of them was left as it was', async () => {
    terminal.write('a.csv', `${head}T-1,email,never\nT-2,email,soon\n`);
    const { text } = await audit('a.csv', mapping);
    terminal.write('b.csv', text.replace('never', '2026-03-03 10:00'));
    const again = cellsOf((await audit('b.csv', mapping)).text);
    expect(again).toHaveLength(2);
    expect(again[0]).toEqual(['No', 'Channel', 'Opened', 'line', 'column', 'code', 'reason']);
    expect(again[1]?.slice(0, 6)).toEqual(['T-2', 'email', 'soon', '3', 'Opened', 'row.instant']);
  });

  it('have as many cells as the header has, whatever the row had: too many stand together in the last', async () => {
    terminal.write('a.csv', `${head}T-1,=x\nT-2,x,y,z,w\nT-3,"half a`);
    const { text } = await audit('a.csv', mapping);
    expect(cellsOf(text).map((cells) => cells.slice(0, 6))).toEqual([
      ['No', 'Channel', 'Opened', 'line', 'column', 'code'],
      ['T-1', "'=x", '', '2', '', 'row.cells'],
      ['T-2', 'x', 'y,z,w', '3', '', 'row.cells'],
      ['T-3', 'half a', '', '4', '', 'row.quote'],
    ]);
  });

  it('stay rejects where a torn row is read again as it was left, and are cases once it is completed', async () => {
    terminal.write('a.csv', `${head}T-1,web\nT-2,x,y,z,w\nT-3,"half a`);
    const { text } = await audit('a.csv', mapping);
    terminal.write('b.csv', text);
    const again = await audit('b.csv', mapping);
    expect(again.report.rows).toEqual({ read: 3, used: 0, rejected: 3, duplicate: 0 });
    expect(again.report.rejects.map(({ code, count }) => `${count} ${code}`)).toEqual([
      '2 row.cells',
      '1 row.quote',
    ]);
    expect(cellsOf(again.text).map((cells) => cells.slice(0, 3))).toEqual(
      cellsOf(text).map((cells) => cells.slice(0, 3)),
    );
    const at = '2026-03-02 10:00';
    const completed = text.replace('T-1,web,,', `T-1,web,${at},`).replace('"y,z,w"', at);
    terminal.write('b.csv', completed.replace('T-3,half a,,', `T-3,half a,${at},`));
    expect((await audit('b.csv', mapping)).report.rows).toMatchObject({ used: 3, rejected: 0 });
  });

  it('are taken as they are where somebody has cleared the code: a note that has a comma, say', async () => {
    const noted: Mapping = { ...mapping, attributes: { note: 'Note' } };
    terminal.write('a.csv', 'No,Opened,Note\nT-1,2026-03-02 10:00,ask Li, then Wu\n');
    const { text } = await audit('a.csv', noted);
    expect(cellsOf(text)[1]?.slice(0, 3)).toEqual(['T-1', '2026-03-02 10:00', 'ask Li, then Wu']);
    for (const [file, rejected] of [
      [text, 1],
      [text.replace('row.cells', ''), 0],
    ] as const) {
      terminal.write('b.csv', file);
      expect((await audit('b.csv', noted)).report.rows).toMatchObject({ read: 1, rejected });
    }
  });

  it.each([';', '\t', '|'])('keep its delimiter: %j', async (delimiter) => {
    const rows = [
      ['No', 'Channel', 'Opened'],
      ['T-1', '"a;b|c\t,d"', 'never'],
    ];
    terminal.write('a.csv', rows.map((cells) => `${cells.join(delimiter)}\n`).join(''));
    const { text } = await audit('a.csv', mapping);
    expect(cellsOf(text, delimiter)[1]?.slice(0, 6)).toEqual([
      ...['T-1', 'a;b|c\t,d', 'never', '2', 'Opened', 'row.instant'],
    ]);
    terminal.write('b.csv', text.replace('never', '2026-03-02 10:00'));
    expect((await audit('b.csv', mapping)).report.rows).toMatchObject({ used: 1, rejected: 0 });
  });

  it('keep the lines before the header, so that it stands on the row that the mapping says', async () => {
    const titled = { ...mapping, headerRow: 4 };
    terminal.write('a.csv', `"Tickets, March"\n\nx\n${head}T-1,email,never\n`);
    const { text } = await audit('a.csv', titled);
    terminal.write('b.csv', text.replace('never', '2026-03-02 10:00'));
    expect((await audit('b.csv', titled)).report.rows).toMatchObject({ read: 1, used: 1 });
    expect(text).toContain('"Tickets, March"');
  });

  it.each<[string, string | undefined]>([
    ['gb18030', undefined],
    ['gb18030', 'gb18030'],
    ['utf-16le', undefined],
    ['utf-8', undefined],
    ['shift_jis', 'shift_jis'],
  ])('keep its encoding: %s, where the mapping says %s', async (encoding, stated) => {
    const map: Mapping = { ...mapping, attributes: { 日本: '日本' }, ...(stated && { encoding: stated }) };
    const { mark, encode } = textForm(encoding);
    terminal.write('a.csv', encode(`${mark}No,日本,Opened\nT-1,東京,never\n`));
    const { bytes } = await audit('a.csv', map);
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    expect(text).toMatch(/^No,日本,Opened,line,column,code,reason\r\nT-1,東京,never,2,Opened,row\.instant,/);
    terminal.write('b.csv', encode(mark + text.replace('never', '2026-03-02 10:00')));
    expect((await audit('b.csv', map)).report.rows).toMatchObject({ used: 1, rejected: 0 });
  });

  it('keep columns of its own called line and code apart from the remarks', async () => {
    const own: Mapping = { ...mapping, attributes: { line: 'line', code: 'code' } };
    terminal.write('a.csv', 'No,line,code,Opened\nT-1,hotline,7,never\n');
    const { text } = await audit('a.csv', own);
    expect(cellsOf(text).map((cells) => cells.slice(0, 7))).toEqual([
      ['No', 'line', 'code', 'Opened', 'reject-line', 'column', 'reject-code'],
      ['T-1', 'hotline', '7', 'never', '2', 'Opened', 'row.instant'],
    ]);
    terminal.write('b.csv', text.replace('never', '2026-03-02 10:00'));
    expect((await audit('b.csv', own)).report.rows).toMatchObject({ used: 1, rejected: 0 });
  });

  it('hold no formula, and leave numbers and telephone numbers as they are', async () => {
    const cells = ['=1+1', '@SUM(A1)', '-2+3+cmd|calc', '+86 (138) 0013-8000', '-12.5', '＝1'];
    terminal.write('a.csv', `${head}${cells.map((cell) => `T,${cell},never\n`).join('')}`);
    expect(cellsOf((await audit('a.csv', mapping)).text).map(([, cell]) => cell)).toEqual([
      ...['Channel', "'=1+1", "'@SUM(A1)", "'-2+3+cmd|calc", '+86 (138) 0013-8000', '-12.5', "'＝1"],
    ]);
  });

  it('are those of standard input too, and of an id that came before with other content', async () => {
    terminal.write('mapping.json', mapping);
    const csv = `${head}T-1,email,2026-03-02 10:00\nT-1,"web, 2",2026-03-02 10:00\n`;
    await terminal.dulyWith(
      { stdin: bytesOf(csv) },
      ...['audit', '-', '--policy', './policy.json', '--mapping', './mapping.json', '--rejects', 'r.csv'],
    );
    expect(cellsOf(terminal.read('r.csv'))[1]?.slice(0, 6)).toEqual([
      ...['T-1', 'web, 2', '2026-03-02 10:00', '3', '', 'case.id-reused'],
    ]);
  });
});

describe('the rejects of rows of events', () => {
  const march = { ...service, effective: { from: '2026-03-01' } };
  const scattered = [
    'No,What,At',
    'E-1,received,2026-02-02 10:00',
    'E-2,received,2026-03-02 10:00',
    'E-1,replied,2026-02-03 10:00',
    'E-1,replied,never',
    'E-2,replied,2026-03-03 10:00',
    'E-1,closed,2026-02-05 10:00',
  ];

  it.each([false, true])(
    'are all rows of a case that was rejected, wherever they stood (sorted: %s)',
    async (sorted) => {
      terminal.write('policy.json', [march]);
      const lines = sorted
        ? [...scattered].sort((a, b) => a.slice(0, 3).localeCompare(b.slice(0, 3)))
        : scattered;
      const inOrder = sorted ? [scattered[0]!, ...lines.filter((line) => !line.startsWith('No'))] : scattered;
      terminal.write('a.csv', `${inOrder.join('\n')}\n`);
      const { text, report } = await audit('a.csv', { ...ofEvents, sorted });
      expect(report.rows).toEqual({ read: 6, used: 2, rejected: 4, duplicate: 0 });
      const rejected = cellsOf(text).slice(1);
      expect(rejected.map((cells) => cells.slice(0, 3).join()).sort()).toEqual(
        scattered.filter((line) => line.startsWith('E-1')).sort(),
      );
      for (const [no, what, at, line] of rejected)
        expect(inOrder[Number(line) - 1]).toBe([no, what, at].join());
      expect(rejected.map((cells) => cells[5])).toEqual([
        'row.instant',
        ...Array.from({ length: 3 }, () => 'policy.none-in-force'),
      ]);
    },
  );

  it('are read again by the same mapping under the policy that was in force then', async () => {
    terminal.write('policy.json', [march]);
    terminal.write('a.csv', scattered.join('\n'));
    const { text } = await audit('a.csv', ofEvents);
    terminal.write('policy.json', [{ ...service, effective: { from: '2026-01-01' } }]);
    terminal.write('b.csv', text.replace('never', '2026-02-04 10:00'));
    const { report } = await audit('b.csv', ofEvents);
    expect(report.rows).toEqual({ read: 4, used: 4, rejected: 0, duplicate: 0 });
    expect(report.cases).toMatchObject({ read: 1, assessed: 1 });
  });
});

describe('the rejects of several files', () => {
  it('stand under all columns of all files, each row with its file, and can be read again', async () => {
    terminal.write('jan.csv', 'No,Channel,Opened\nT-1,email,never\nT-2,web,2026-01-02 10:00\n');
    terminal.write('feb.csv', 'Channel;Agent;No;Opened\nphone;Li;T-3;soon\n');
    const { text } = await audit(['jan.csv', 'feb.csv'], mapping);
    expect(cellsOf(text).map((cells) => cells.slice(0, 8))).toEqual([
      ['No', 'Channel', 'Opened', 'Agent', 'file', 'line', 'column', 'code'],
      ['T-1', 'email', 'never', '', 'jan.csv', '2', 'Opened', 'row.instant'],
      ['T-3', 'phone', 'soon', 'Li', 'feb.csv', '2', 'Opened', 'row.instant'],
    ]);
    terminal.write('b.csv', text.replace('never', '2026-01-03 10:00').replace('soon', '2026-02-03 10:00'));
    expect((await audit('b.csv', mapping)).report.rows).toMatchObject({ read: 2, used: 2 });
  });

  it('are records of JSON, one a line, where one file is a table and another is not', async () => {
    terminal.write('a.csv', 'No,Channel,Opened\nT-1,email,never\n');
    terminal.write('b.ndjson', '{"No":"T-2","Channel":"web","Opened":"soon"}\n');
    const { text } = await audit(['a.csv', 'b.ndjson'], mapping, 'r.ndjson');
    expect(recordsIn(text)).toMatchObject([
      { No: 'T-1', Channel: 'email', Opened: 'never', file: 'a.csv', line: 2, code: 'row.instant' },
      { No: 'T-2', Channel: 'web', Opened: 'soon', file: 'b.ndjson', line: 1, code: 'row.instant' },
    ]);
    terminal.write('c.ndjson', text.replace('never', '2026-01-03 10:00').replace('soon', '2026-02-03 10:00'));
    expect((await audit('c.ndjson', mapping)).report.rows).toMatchObject({ read: 2, used: 2 });
  });
});
