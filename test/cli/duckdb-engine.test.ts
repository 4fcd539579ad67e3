import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
});
afterEach(() => terminal.remove());

const hours = ['09:00-12:00', '13:00-18:00'];
const policy = {
  id: 'own',
  version: '1',
  calendar: {
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  },
  standards: [
    {
      id: 'first-reply',
      kind: 'deadline',
      from: 'received',
      to: 'replied',
      within: {
        table: [{ when: { kind: 'complaint' }, limit: '4 working hours' }],
        otherwise: '1 working day',
      },
    },
    {
      id: 'solved',
      kind: 'deadline',
      when: { complexity: 'simple' },
      from: 'received',
      to: 'resolved',
      within: '3 days',
    },
    { id: 'closed-last', kind: 'order', first: 'resolved', then: 'closed' },
  ],
  kpis: [
    {
      id: 'in-time',
      measure: 'timelinessRate',
      of: 'first-reply',
      goal: '>= 90%',
      period: 'month',
      groupBy: ['channel'],
    },
    { id: 'satisfied', measure: 'satisfactionRate', period: 'quarter' },
    { id: 'slow', measure: 'percentile', of: 'solved', p: 90 },
  ],
};

/** What both engines make of the same files: the reports, and how many cases DuckDB judged. */
async function both(...argv: string[]) {
  const asked = ['audit', ...argv, '--as-of', '2026-10-01T00:00:00+08:00'];
  const outputs = (name: string) => [
    '--json',
    `${name}.json`,
    '--breaches',
    `${name}.csv`,
    '--rejects',
    `${name}-rejects.csv`,
  ];
  const js = await terminal.duly(...asked, ...outputs('js'));
  const duckdb = await terminal.duly(...asked, ...outputs('duckdb'), '--engine', 'duckdb');
  const [, judged = '0'] = /DuckDB judged (\d+) of/.exec(duckdb.err) ?? [];
  const said = duckdb.err.replace(/^duly: (?:DuckDB judged|the package judges every).*\n/gm, '');
  expect([duckdb.status, said]).toEqual([js.status, js.err]);
  const files = ['.json', '.csv', '-rejects.csv'].map((end) =>
    ['js', 'duckdb'].map((name) => terminal.read(name + end)),
  );
  for (const [expected, given] of files) expect(given).toBe(expected);
  return { judged: Number(judged), err: duckdb.err, report: JSON.parse(terminal.read('js.json')) };
}

const examples = join(import.meta.dirname, '../../examples');
const tickets = ['--mapping', join(examples, 'mappings/tickets.json')];

describe('duly audit --engine duckdb', () => {
  it('reports of the sample export what the package reports, rejects and findings included', {
    timeout: 60_000,
  }, async () => {
    copyFileSync(join(examples, 'data/tickets.csv'), join(terminal.folder, 'tickets.csv'));
    terminal.write('policy.json', policy);
    const { judged, report } = await both(
      'tickets.csv',
      '--policy',
      'policy.json',
      ...tickets,
      '--group-by',
      'kind',
    );
    expect(report.cases.read).toBe(3051);
    expect(judged).toBeGreaterThan(2000);
  });
});
void DuckDBInstance;
void readFileSync;
