import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/readers/index.ts';
import { readCsv } from './support.ts';

const mapping: Mapping = {
  rows: 'event',
  timeZone: 'UTC',
  id: 'case',
  timestamp: { column: 'time', format: 'yyyy-MM-dd HH:mm' },
  event: { column: 'what', values: { Answer: 'replied', Done: 'resolved', Log: null }, otherwise: 'keep' },
  by: 'who',
  attributes: { priority: 'priority' },
};
const head = 'case,time,what,who,priority\n';
const day = (date: number, hour = 0) => Date.UTC(2026, 2, date, hour);

describe('readCases of CSV with a row per event', () => {
  it('groups scattered rows into cases, in the order of their first rows, with events in order of time', async () => {
    const text = `${head}A,2026-03-03 00:00,Done,Ann,low\nB,2026-03-01 00:00,Answer,Bob,\nA,2026-03-02 00:00,Answer,,low\n`;
    const { results, cases } = await readCsv(text, mapping);
    expect(cases).toEqual([
      {
        id: 'A',
        priority: 'low',
        events: [
          { type: 'replied', at: day(2) },
          { type: 'resolved', at: day(3), by: 'Ann' },
        ],
      },
      { id: 'B', events: [{ type: 'replied', at: day(1), by: 'Bob' }] },
    ]);
    expect(results).toMatchObject([
      { rows: 2, line: 2 },
      { rows: 1, line: 3 },
    ]);
  });

  it('says once what keeping all cases cost, unless the rows are promised to be sorted', async () => {
    const text = `${head}A,2026-03-01 00:00,Done,,\nB,2026-03-01 00:00,Done,,\n`;
    const { results } = await readCsv(text, mapping);
    const codes = results.map((result) => (result.ok ? (result.findings ?? []).map(({ code }) => code) : []));
    expect(codes).toEqual([['rows.unsorted'], []]);
    const [first] = results;
    expect(first?.ok && first.findings?.[0]?.message).toMatch(
      /^all 2 rows were held in memory, 0\.6 kB each: sort them by "case" and say "sorted": true in the mapping, and only one of the 2 cases/,
    );
    const sorted = await readCsv(text, { ...mapping, sorted: true });
    expect(sorted.results.some((result) => result.ok && result.findings !== undefined)).toBe(false);
  });

  it('keeps the rows of a case as they stood, with their lines, where it is asked to', async () => {
    const text = `${head}A,2026-03-01 00:00,Done,,\nB, 2026-03-01 00:00,Done,,\nA,2026-03-02 00:00,Done,," x"\n`;
    const { results } = await readCsv(text, mapping, { keepRows: true });
    expect(results.map((result) => result.ok && result.rawRows)).toEqual([
      [
        { line: 2, raw: ['A', '2026-03-01 00:00', 'Done', '', ''] },
        { line: 4, raw: ['A', '2026-03-02 00:00', 'Done', '', ' x'] },
      ],
      [{ line: 3, raw: ['B', ' 2026-03-01 00:00', 'Done', '', ''] }],
    ]);
    const plain = await readCsv(text, mapping);
    expect(plain.results.some((result) => 'rawRows' in result)).toBe(false);
  });

  it('hands on a sorted case as soon as the next one begins', async () => {
    const { readCases } = await import('../../src/readers/index.ts');
    async function* source() {
      const encoder = new TextEncoder();
      yield encoder.encode(
        `${head}A,2026-03-01 00:00,Done,,\nB,2026-03-01 00:00,Done,,\nB,2026-03-02 00:00,Done,,\n`,
      );
      throw new Error('the rest is unreadable');
    }
    const ids: string[] = [];
    const run = async () => {
      for await (const result of readCases(source(), {
        format: 'csv',
        mapping: { ...mapping, sorted: true },
      })) {
        if (result.ok) ids.push(result.case.id);
      }
    };
    await expect(run()).rejects.toThrow('the rest is unreadable');
    expect(ids).toEqual(['A']);
  });

  it('keeps, ignores or rejects activities that are not among the values, and uses a row mapped to null without an event', async () => {
    const text = `${head}A,2026-03-01 00:00,Call,,\nA,2026-03-02 00:00,Log,,\n`;
    const types = async (otherwise: 'keep' | 'ignore' | 'reject') => {
      const event = { column: 'what', values: { Log: null }, otherwise };
      const { cases, rejects, results } = await readCsv(text, { ...mapping, event });
      const rows = results.map((result) => (result.ok ? result.rows : 0));
      return [cases[0]!.events.map(({ type }) => type), rejects.map(({ code }) => code), rows.at(-1)];
    };
    expect(await types('keep')).toEqual([['Call'], [], 2]);
    expect(await types('ignore')).toEqual([[], [], 2]);
    expect(await types('reject')).toEqual([[], ['row.value'], 1]);
  });

  it('counts rows that repeat another one in full, and keeps those that differ in any column', async () => {
    const row = 'A,2026-03-01 00:00,Answer,Ann,low\n';
    const { results } = await readCsv(
      `${head}${row}${row}A,2026-03-01 00:00,Answer,Bob,low\n${row}`,
      mapping,
    );
    expect(results).toMatchObject([{ rows: 2, repeatedRows: 2, findings: [{ code: 'row.repeated' }] }]);
    expect(results[0]!.ok && results[0]!.case.events).toHaveLength(2);
  });

  it('adds the first event once more under the type of `first`, before it', async () => {
    const text = `${head}A,2026-03-02 00:00,Done,,\nA,2026-03-01 00:00,Answer,,\n`;
    const first = async (type: string) => (await readCsv(text, { ...mapping, first: type })).cases[0]!.events;
    expect(await first('received')).toEqual([
      { type: 'received', at: day(1) },
      { type: 'replied', at: day(1) },
      { type: 'resolved', at: day(2) },
    ]);
    expect(await first('replied')).toHaveLength(2);
  });

  it('begins with the row of 1 March under `first`, though its activity is ignored and the answer came on 2 March', async () => {
    const text = `${head}A,2026-03-02 00:00,Answer,,\nA,2026-03-01 00:00,Call,,\nB,2026-03-03 00:00,Call,,\n`;
    const event = { column: 'what', values: { Answer: 'replied' }, otherwise: 'ignore' } as const;
    const { cases } = await readCsv(text, { ...mapping, event, first: 'received' });
    expect(cases.map(({ events }) => events)).toEqual([
      [
        { type: 'received', at: day(1) },
        { type: 'replied', at: day(2) },
      ],
      [{ type: 'received', at: day(3) }],
    ]);
  });

  it('makes a `changed` event of an attribute that differs between rows, by time and not by their order in the file', async () => {
    const rows = [
      'A,2026-03-05 00:00,Done,,high',
      'A,2026-03-01 00:00,Answer,,low',
      'A,2026-03-03 00:00,Call,,',
      'A,2026-03-04 00:00,Call,,high',
    ];
    const { cases } = await readCsv(head + rows.join('\n'), mapping);
    expect(cases[0]!.priority).toBe('low');
    expect(cases[0]!.events.map(({ type, at }) => [type, at])).toEqual([
      ['replied', day(1)],
      ['Call', day(3)],
      ['changed', day(4)],
      ['Call', day(4)],
      ['resolved', day(5)],
    ]);
    expect(cases[0]!.events[2]!.set).toEqual({ priority: 'high' });
  });

  it('makes events of columns that are repeated on every row once', async () => {
    const repeated: Mapping = {
      rows: 'event',
      timeZone: 'UTC',
      id: 'case',
      events: { received: 'opened', resolved: 'done' },
      attributes: { state: 'state' },
    };
    const text =
      'case,opened,done,state\nA,2026-03-01,,open\nA,2026-03-01,2026-03-04,closed\nA,2026-03-01,2026-03-05,closed\n';
    const { cases } = await readCsv(text, repeated);
    expect(cases).toEqual([
      {
        id: 'A',
        state: 'closed',
        events: [
          { type: 'received', at: day(1) },
          { type: 'resolved', at: day(4) },
          { type: 'resolved', at: day(5) },
        ],
      },
    ]);
  });

  it('rejects a bad row alone, and says so on its case', async () => {
    const text = `${head}A,2026-03-01 00:00,Answer,,\nA,2026-02-30 00:00,Done,,\nA,2026-03-02 00:00,,,\nA,,Done,,\n,2026-03-02 00:00,Done,,\nA,2026-03-02 00:00\n`;
    const { results, rejects } = await readCsv(text, mapping);
    expect(rejects.map(({ code, line, id }) => [code, line, id])).toEqual([
      ['row.instant', 3, 'A'],
      ['row.empty-cell', 4, 'A'],
      ['row.empty-cell', 5, 'A'],
      ['row.no-id', 6, undefined],
      ['row.cells', 7, undefined],
    ]);
    expect(
      results.filter((result) => !result.ok).every((result) => !result.ok && result.lost === 'row'),
    ).toBe(true);
    const kept = results.find((result) => result.ok);
    expect(kept).toMatchObject({ rows: 1, case: { id: 'A', events: [{ type: 'replied' }] } });
    expect(kept?.ok && kept.findings?.map(({ code }) => code)).toEqual(Array(4).fill('row.rejected'));
  });

  it('makes no case of an id that has bad rows only', async () => {
    const { cases, rejects } = await readCsv(`${head}A,never,Done,,\nA,no,Done,,\n`, mapping);
    expect(cases).toEqual([]);
    expect(rejects).toHaveLength(2);
  });

  it('accounts for every row, sorted or not: used, repeated and rejected ones add up', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => {
      const time = index % 17 === 0 ? 'never' : `2026-03-0${1 + (index % 3)} 00:00`;
      return `C${Math.floor(index / 10)},${time},${index % 5 === 0 ? 'Done' : 'Answer'},,`;
    });
    for (const sorted of [false, true]) {
      const { results } = await readCsv(head + rows.join('\n'), { ...mapping, sorted });
      const counted = results.map((result) => (result.ok ? result.rows! + (result.repeatedRows ?? 0) : 1));
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(200);
      expect(results.filter((result) => result.ok)).toHaveLength(20);
    }
  });
});
