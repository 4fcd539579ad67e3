import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../src/readers/index.ts';
import { readCsv } from './support.ts';

const at = Date.UTC(2026, 2, 2, 12);
const withAttribute = (attribute: NonNullable<Mapping['attributes']>[string]): Mapping => ({
  rows: 'case',
  timeZone: 'UTC',
  id: 'id',
  attributes: { x: attribute },
  events: { received: 'at' },
});
const read = (cell: string, attribute: Parameters<typeof withAttribute>[0]) =>
  readCsv(`id,at,col\nA,2026-03-02T12:00,${cell}\n`, withAttribute(attribute));

describe('attributes', () => {
  it('are a column as it stands, or the same value for every case', async () => {
    expect((await read('hello', 'col')).cases[0]).toMatchObject({ x: 'hello' });
    expect((await read('hello', { column: 'col' })).cases[0]).toMatchObject({ x: 'hello' });
    expect((await read('hello', { value: 7 })).cases[0]).toMatchObject({ x: 7 });
    expect((await read('', { value: null })).cases[0]).toMatchObject({ x: null });
  });

  it('are translated by `values`, where null leaves the attribute out', async () => {
    const values = { 投诉: 'complaint', yes: true, two: 2, none: null };
    expect((await read('投诉', { column: 'col', values })).cases[0]).toMatchObject({ x: 'complaint' });
    expect((await read('yes', { column: 'col', values })).cases[0]).toMatchObject({ x: true });
    expect((await read('two', { column: 'col', values })).cases[0]).toMatchObject({ x: 2 });
    expect((await read('none', { column: 'col', values })).cases[0]).not.toHaveProperty('x');
  });

  it('keep, ignore or reject what is not among the values; keeping is the default', async () => {
    const values = { a: 'b' };
    expect((await read('other', { column: 'col', values })).cases[0]).toMatchObject({ x: 'other' });
    expect((await read('other', { column: 'col', values, otherwise: 'keep' })).cases[0]).toMatchObject({
      x: 'other',
    });
    expect((await read('other', { column: 'col', values, otherwise: 'ignore' })).cases[0]).not.toHaveProperty(
      'x',
    );
    const { rejects } = await read('other', { column: 'col', values, otherwise: 'reject' });
    expect(rejects).toMatchObject([
      {
        code: 'row.value',
        id: 'A',
        line: 2,
        column: 'col',
        value: 'other',
        raw: ['A', '2026-03-02T12:00', 'other'],
      },
    ]);
  });

  it('do not take names of Object.prototype for values', async () => {
    const { cases } = await read('constructor', { column: 'col', values: { a: 'b' }, otherwise: 'keep' });
    expect(cases[0]).toMatchObject({ x: 'constructor' });
  });

  it.each([
    ['12', 12],
    ['-0.5', -0.5],
    ['1e3', 1000],
  ])('read the number %s', async (cell, x) => {
    expect((await read(cell, { column: 'col', type: 'number' })).cases[0]).toMatchObject({ x });
  });

  it.each([
    ['TRUE', true],
    ['no', false],
    ['1', true],
  ])('read the boolean %s', async (cell, x) => {
    expect((await read(cell, { column: 'col', type: 'boolean' })).cases[0]).toMatchObject({ x });
  });

  it('read an instant as epoch milliseconds and a date as YYYY-MM-DD', async () => {
    const instant = { column: 'col', type: 'instant', format: 'yyyy-MM-dd HH:mm' } as const;
    expect((await read('2026-03-02 12:00', instant)).cases[0]).toMatchObject({ x: at });
    const date = { column: 'col', type: 'date', format: ['dd.MM.yyyy', 'MMM d yyyy'] } as const;
    expect((await read('02.03.2026', { ...date, format: [...date.format] })).cases[0]).toMatchObject({
      x: '2026-03-02',
    });
    expect((await read('Mar 2 2026', { ...date, format: [...date.format] })).cases[0]).toMatchObject({
      x: '2026-03-02',
    });
  });

  it.each([
    ['number', '"1,5"', 'row.number'],
    ['number', '0x10', 'row.number'],
    ['boolean', 'maybe', 'row.boolean'],
    ['instant', '2026-02-30', 'row.instant'],
    ['date', '2026-02-30', 'row.date'],
  ] as const)('reject a cell that is no %s: %s', async (type, cell, code) => {
    const { cases, rejects } = await read(cell, { column: 'col', type });
    expect(cases).toEqual([]);
    expect(rejects).toMatchObject([{ code, column: 'col' }]);
  });
});

describe('events in columns of their own', () => {
  const mapping: Mapping = {
    rows: 'case',
    timeZone: 'UTC',
    id: 'id',
    events: {
      received: 'in',
      replied: ['mail', { column: 'call', attributes: { channel: { value: 'phone' }, by: 'who' } }],
      rated: {
        column: 'visit',
        when: { score: ['good', 'bad'] },
        attributes: { satisfaction: { column: 'score', values: { good: 'satisfied', bad: 'dissatisfied' } } },
      },
      'return-visited': { column: 'visit', when: { who: { exists: true } } },
      noted: { column: 'visit', when: { score: { exists: false } } },
    },
  };
  const day = (date: number) => Date.UTC(2026, 2, date);
  const text = (...rows: string[]) => ['id,in,mail,call,visit,score,who', ...rows].join('\n');

  it('may come from several columns, with attributes of their own, in the order of the mapping', async () => {
    const { cases } = await readCsv(text('A,2026-03-01,2026-03-02,2026-03-02,,,Ann'), mapping);
    expect(cases[0]!.events).toEqual([
      { type: 'received', at: day(1) },
      { type: 'replied', at: day(2) },
      { type: 'replied', at: day(2), channel: 'phone', by: 'Ann' },
    ]);
  });

  it('are made only where `when` holds', async () => {
    const { cases } = await readCsv(
      text(
        'A,2026-03-01,,,2026-03-05,good,',
        'B,2026-03-01,,,2026-03-05,none,Bob',
        'C,2026-03-01,,,2026-03-05,,',
      ),
      mapping,
    );
    expect(cases.map(({ events }) => events.slice(1))).toEqual([
      [{ type: 'rated', at: day(5), satisfaction: 'satisfied' }],
      [{ type: 'return-visited', at: day(5) }],
      [{ type: 'noted', at: day(5) }],
    ]);
  });

  it('do not read a cell whose event does not apply', async () => {
    const { cases, rejects } = await readCsv(text('A,2026-03-01,,,never,none,'), mapping);
    expect(rejects).toEqual([]);
    expect(cases[0]!.events).toEqual([{ type: 'received', at: day(1) }]);
  });

  it('take `first` from the earliest of them, whatever the order of the columns', async () => {
    const { cases } = await readCsv(text('A,2026-03-03,2026-03-02,,,,'), { ...mapping, first: 'opened' });
    expect(cases[0]!.events).toEqual([
      { type: 'opened', at: day(2) },
      { type: 'received', at: day(3) },
      { type: 'replied', at: day(2) },
    ]);
  });
});
