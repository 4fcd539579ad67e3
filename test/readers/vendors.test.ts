import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mappings, parseMapping, proposeMapping } from '../../src/readers/index.ts';
import { readCsv } from './support.ts';

const sampleOf = (name: string) => readFileSync(new URL(`vendors/${name}.csv`, import.meta.url), 'utf8');
const read = (name: string) => readCsv(sampleOf(name), mappings[name]!, { timeZone: 'Europe/Berlin' });
const at = (text: string) => Date.parse(`${text}Z`);
/** Events as `type: instant in UTC`. */
const told = (events: readonly { type: string; at: unknown }[]) =>
  events.map((event) => `${event.type} ${new Date(event.at as number).toISOString().slice(0, 16)}`);

describe('the built-in mapping of', () => {
  it('zendesk reads kinds, channels, replies minutes after creation and ratings, and rejects a stamp', async () => {
    const { cases, rejects } = await read('zendesk');
    expect(cases.map(({ id, kind, channel }) => [id, kind, channel])).toEqual([
      ['1001', 'inquiry', 'email'],
      ['1002', 'complaint', 'web'],
      ['1003', undefined, 'chat'],
      ['1005', 'complaint', 'phone'],
    ]);
    // Created 09:15 in Berlin, first reply 95 minutes later.
    expect(told(cases[0]!.events)).toEqual([
      'received 2026-03-02T08:15',
      'assigned 2026-03-02T08:20',
      'replied 2026-03-02T09:50',
      'resolved 2026-03-02T14:45',
      'closed 2026-03-07T09:00',
      'rated 2026-03-07T09:00',
    ]);
    expect(cases[0]!.events.at(-1)).toMatchObject({ satisfaction: 'satisfied' });
    expect(cases[3]!.events.at(-1)).toMatchObject({ satisfaction: 'dissatisfied' });
    expect(told(cases[2]!.events)).toEqual(['received 2026-03-03T10:00']);
    expect(rejects).toMatchObject([{ code: 'row.instant', line: 5, id: '1004', column: 'Created at' }]);
  });

  it('freshdesk reads the first response, the due time and an autumn of summer time, and rejects a cut row', async () => {
    const { cases, rejects } = await read('freshdesk');
    expect(cases.map(({ id, kind, channel }) => [id, kind, channel])).toEqual([
      ['501', 'complaint', 'email'],
      ['502', 'inquiry', 'web'],
      ['503', 'repair', 'phone'],
    ]);
    expect(cases[0]!.dueBy).toBe(at('2026-03-04T17:00'));
    expect(told(cases[2]!.events)).toEqual([
      'received 2026-03-31T21:30',
      'replied 2026-03-31T22:10',
      'resolved 2026-04-01T11:00',
    ]);
    expect(rejects).toMatchObject([{ code: 'row.cells', line: 5 }]);
  });

  it('jira-service-management reads 02/Mar/26 9:05 AM, though Labels and Comment repeat, and rejects 31/Feb', async () => {
    const { cases, rejects } = await read('jira-service-management');
    expect(cases.map(({ id, kind }) => [id, kind])).toEqual([
      ['HELP-1', 'repair'],
      ['HELP-2', 'query'],
      ['HELP-3', 'query'],
    ]);
    expect(told(cases[0]!.events)).toEqual([
      'received 2026-03-02T08:05',
      'replied 2026-03-02T08:55',
      'resolved 2026-03-02T12:30',
      'rated 2026-03-03T15:00',
    ]);
    expect(cases[2]!.events.at(-1)).toMatchObject({ type: 'rated', satisfaction: 'dissatisfied' });
    expect(rejects).toMatchObject([{ code: 'row.instant', line: 5, id: 'HELP-4' }]);
  });

  it('servicenow reads opened, resolved and closed, and rejects a stamp and a row without number', async () => {
    const { cases, rejects } = await read('servicenow');
    expect(cases.map(({ id, priority, madeSla }) => [id, priority, madeSla])).toEqual([
      ['INC0010001', 'high', true],
      ['INC0010002', 'low', true],
      ['INC0010003', 'critical', false],
    ]);
    expect(told(cases[0]!.events)).toEqual([
      'received 2026-03-02T08:00',
      'resolved 2026-03-02T15:20',
      'closed 2026-03-09T16:00',
    ]);
    expect(rejects.map(({ code, line }) => [code, line])).toEqual([
      ['row.instant', 5],
      ['row.no-id', 6],
    ]);
  });

  it.each(Object.keys(mappings))('%s is a valid mapping', (name) => {
    expect(parseMapping(JSON.parse(JSON.stringify(mappings[name])))).toEqual(mappings[name]);
  });

  it.each(['zendesk', 'freshdesk', 'jira-service-management', 'servicenow'])(
    '%s is found from its sample, and asks for the time zone',
    async (name) => {
      const { basis, mapping, notes } = await proposeMapping(sampleOf(name), { format: 'csv' });
      expect(basis).toBe(name);
      expect(parseMapping(mapping)).toBe(mapping);
      expect(notes.map(({ code }) => code)).toContain('time-zone.unknown');
    },
  );

  it('zendesk is found from an export of fewer columns, and loses what they lack', async () => {
    const few =
      'Id,Subject,Status,Priority,Via,Group,Assignee,Created at,Solved at\n1,x,Open,Low,Mail,A,B,2026-03-02 09:00,\n';
    const { basis, mapping, sample } = await proposeMapping(few, { format: 'csv', timeZone: 'UTC' });
    expect(basis).toBe('zendesk');
    expect(Object.keys(mapping.events!)).toEqual(['received', 'resolved']);
    expect(sample).toMatchObject([{ ok: true, case: { id: '1', channel: 'email' } }]);
  });
});

describe('an event a length of time after another column', () => {
  const events = {
    received: 'Opened',
    replied: { column: 'Reply', after: 'Opened', unit: 'hours' },
  } as const;
  const mapping = { rows: 'case', id: 'No', events } as const;
  const opened = '2026-03-02T09:00:00Z';

  it('is a number of its unit, or hh:mm and hh:mm:ss; nothing without either cell; else a reject', async () => {
    const rows = ['1', '1.5', '0:20', '100:00:30', '', '-1', 'soon'].map(
      (cell, index) => `${index},${opened},${cell}`,
    );
    const { cases, rejects } = await readCsv(`No,Opened,Reply\n${rows.join('\n')}\n7,,2\n`, mapping);
    const minutes = cases.map(({ events: [, replied] }) =>
      replied === undefined ? undefined : ((replied.at as number) - Date.parse(opened)) / 60_000,
    );
    expect(minutes).toEqual([60, 90, 20, 6000.5, undefined, undefined]);
    expect(rejects.map(({ code, id }) => [code, id])).toEqual([
      ['row.length', '5'],
      ['row.length', '6'],
    ]);
  });

  it('takes no format, and a unit only so', () => {
    const wrong = (replied: object) => () => parseMapping({ ...mapping, events: { replied } });
    expect(wrong({ column: 'Reply', after: 'Opened', format: 'iso' })).toThrow(/a length has no format/);
    expect(wrong({ column: 'Reply', unit: 'hours' })).toThrow(/"unit" goes with "after" only/);
  });
});
