import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/readers/index.ts';
import { audit, cellsOf, recordsIn, terminal } from './audited-rejects.ts';
import { mapping } from './case-rows.ts';

describe('the rejects of JSON', () => {
  it('NDJSON: each record as it stood, to the last digit, with the remarks behind its own keys', async () => {
    const record = '{"No": "T-2", "Opened": "never", "code": 7, "n": 12345678901234567890 }';
    terminal.write('a.ndjson', `{"No":"T-1","Opened":"2026-03-02 10:00"}\n${record}\n`);
    const { text } = await audit('a.ndjson', mapping, 'r.ndjson');
    expect(text).toBe(
      '{"No": "T-2", "Opened": "never", "code": 7, "n": 12345678901234567890 ,"line":2,"column":"Opened","reject-code":"row.instant",' +
        '"reason":"\\"never\\" in column \\"Opened\\" is not an instant of the form yyyy-MM-dd HH:mm"}\n',
    );
    terminal.write('b.ndjson', text.replace('never', '2026-03-02 10:00'));
    expect((await audit('b.ndjson', mapping)).report.rows).toMatchObject({ used: 1, rejected: 0 });
  });

  it('NDJSON without a mapping: cases that are none, and a line that is no JSON in a key of its own', async () => {
    const lines = [
      '{"id":"a","events":[]}',
      '{"id":"a","events":[],"n":1}',
      '{"id":"b","events":[{}]}',
      '{"id"',
      '7',
    ];
    terminal.write('a.ndjson', lines.join('\n'));
    const { text } = await audit('a.ndjson', null, 'r.ndjson');
    expect(recordsIn(text)).toMatchObject([
      { id: 'a', n: 1, line: 2, code: 'case.id-reused' },
      { id: 'b', line: 3, code: 'case.event-type' },
      { row: '{"id"', line: 4, code: 'row.json' },
      { row: '7', line: 5, code: 'row.json' },
    ]);
    terminal.write('b.ndjson', text);
    const again = (await audit('b.ndjson', null, 'r.ndjson')).text;
    expect(again.match(/"reason"/g)).toHaveLength(again.trimEnd().split('\n').length);
  });

  it('JSON: one document again', async () => {
    terminal.write('a.json', '[\n  { "Opened": "2026-03-02 10:00", "n": 1 },\n {"No":"T-2","Opened":"x"}]');
    const { text } = await audit('a.json', mapping, 'r.json');
    expect(JSON.parse(text)).toMatchObject([
      { Opened: '2026-03-02 10:00', n: 1, line: 1, column: 'No', code: 'row.no-id' },
      { No: 'T-2', Opened: 'x', line: 2, column: 'Opened', code: 'row.instant' },
    ]);
    terminal.write('b.json', '[]');
    expect((await audit('b.json', mapping, 'r.json')).text).toBe('[]\n');
  });
});

describe('the rejects of a workbook', () => {
  it('are CSV, with real dates spelt as the mapping reads them', async () => {
    const ofSheet: Mapping = {
      ...mapping,
      headerRow: 3,
      attributes: { promisedAt: { column: 'Promised', type: 'date', format: 'd.M.yyyy' }, amount: 'Amount' },
      events: { ...mapping.events, replied: { column: 'Answered', format: 'yyyy-MM-dd HH:mm' } },
    };
    const date = new Date('2026-03-02T09:30:00Z');
    terminal.write(
      'a.xlsx',
      await writeXlsx({
        sheets: [
          {
            name: 'Tickets',
            rows: [
              ['Tickets of March'],
              [],
              ['No', 'Opened', 'Answered', 'Promised', 'Amount'],
              ['T-1', 'never', date, date, 46083.5],
              ['T-2', date, 'never', 46083, null],
            ],
          },
        ],
      }),
    );
    const { text } = await audit('a.xlsx', ofSheet);
    expect(cellsOf(text).map((cells) => cells.slice(0, 7))).toEqual([
      ['Tickets of March'],
      ['No', 'Opened', 'Answered', 'Promised', 'Amount', 'line', 'column'],
      ['T-1', 'never', '2026-03-02 09:30', '2.3.2026', '46083.5', '4', 'Opened'],
      ['T-2', '2026-03-02 09:30', 'never', '2.3.2026', '', '5', 'Answered'],
    ]);
    terminal.write('b.csv', text.replaceAll('never', '2026-03-02 10:00'));
    expect((await audit('b.csv', ofSheet)).report.rows).toMatchObject({ used: 2, rejected: 0 });
  });
});
