import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { policy, wide } from './duckdb-policy.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;

beforeEach(() => {
  terminal = openTerminal();
});

afterEach(() => terminal.remove());

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

  it('reads 5,000 rows of typed Parquet, of which 210 MB make two slices, as their CSV, and files by a pattern', {
    timeout: 60_000,
  }, async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => {
      const day = (more: number) =>
        new Date(Date.UTC(2026, 2, 1 + (n % 40), n % 24, (n * 7) % 60) + more)
          .toISOString()
          .slice(0, 19)
          .replace('T', ' ');
      return [
        n,
        n % 3 ? 'complaint' : 'inquiry',
        n % 2 ? 'simple' : 'hard',
        n % 5 ? 'phone' : 'web',
        day(0),
        n % 7 ? day(n * 300_000) : '',
        n % 4 ? day(n * 900_000) : '',
      ].join(',');
    });
    const text = `no,kind,complexity,channel,opened,answered,solved\n${rows.join('\n')}\n`;
    terminal.write('tickets.csv', text);
    terminal.write('policy.json', policy);
    terminal.write('mapping.json', wide);
    const path = (name: string) => join(terminal.folder, name);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${path('tickets.csv')}')) TO '${path('tickets.parquet')}' (FORMAT parquet)`,
    );
    for (const half of [0, 1])
      await connection.run(
        `COPY (SELECT * FROM read_csv('${path('tickets.csv')}') WHERE no // 2500 = ${half}) TO '${path(`half-${half}.parquet`)}' (FORMAT parquet)`,
      );
    connection.closeSync();
    const asked = [
      '--policy',
      'policy.json',
      '--mapping',
      'mapping.json',
      '--as-of',
      '2026-10-01T00:00:00+08:00',
      '--json',
      'out.json',
    ];
    const report = async (...argv: string[]) => {
      const { status, err } = await terminal.duly('audit', ...argv, ...asked);
      return { status, err, report: JSON.parse(terminal.read('out.json')) };
    };
    const csv = await report('tickets.csv');
    const parquet = await report('tickets.parquet', '--engine', 'duckdb', '--memory', '210MB');
    expect(parquet.err).toMatch(/^duly: DuckDB judged 5000 of 5,000 cases/);
    expect(parquet.report).toEqual(csv.report);
    const halves = await report('half-*.parquet', '--engine', 'duckdb', '--jobs', '1');
    const figures = ({ standards, kpis, cases, rows: read }: Record<string, unknown>) => ({
      standards,
      kpis,
      cases,
      read,
    });
    expect(figures(halves.report)).toEqual(figures(csv.report));
  });

  it('reads a log of events whose rows are scattered, and leaves cases with a change to the package', {
    timeout: 60_000,
  }, async () => {
    const types = ['opened', 'answered', 'solved', 'noted'];
    const at = (n: number) =>
      `${String(1 + (n % 12)).padStart(2, '0')}/${String(1 + (n % 28)).padStart(2, '0')}/2025 ${String(1 + (n % 12)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00 ${n % 2 ? 'AM' : 'PM'}`;
    const rows = Array.from({ length: 400 }, (_, n) =>
      [
        n === 50 ? '' : `T${n % 90}`,
        types[(n * 7 + (n >> 5)) % 4],
        n === 60 ? 'never' : at(n * 3),
        n % 90 < 5 && n > 200 ? 'chat' : 'phone',
        n % 11 ? 'complaint' : 'complaint',
      ].join(';'),
    );
    rows.splice(
      100,
      0,
      rows[99]!,
      'T3;opened',
      '',
      '"T5";"said ""hello"";\nand left";03/04/2025 01:00:00 AM;phone;complaint',
    );
    terminal.write('log.csv', `\ufeffcase;activity;stamp;channel;kind\r\n${rows.join('\r\n')}`);
    terminal.write('policy.json', policy);
    terminal.write('mapping.json', {
      rows: 'event',
      timeZone: 'America/New_York',
      id: 'case',
      timestamp: { column: 'stamp', format: 'MM/dd/yyyy hh:mm:ss a' },
      event: {
        column: 'activity',
        values: { opened: 'received', answered: 'replied', solved: 'resolved', noted: null },
        otherwise: 'keep',
      },
      first: 'received',
      attributes: { channel: 'channel', kind: 'kind', complexity: { value: 'simple' } },
    });
    const asked = [
      'audit',
      'log.csv',
      '--policy',
      'policy.json',
      '--mapping',
      'mapping.json',
      '--from',
      '2025-02-01',
    ];
    await terminal.duly(...asked, '--json', 'js.json', '--rejects', 'js.csv');
    const { err } = await terminal.duly(
      ...asked,
      '--json',
      'duckdb.json',
      '--rejects',
      'duckdb.csv',
      '--engine',
      'duckdb',
    );
    expect(err).toMatch(/^duly: DuckDB judged [1-9]/);
    const expected = JSON.parse(terminal.read('js.json'));
    // DuckDB keeps no rows in memory until the end.
    const findings = expected.findings.filter(({ code }: { code: string }) => code !== 'rows.unsorted');
    expect(JSON.parse(terminal.read('duckdb.json'))).toEqual({ ...expected, findings });
    expect(terminal.read('duckdb.csv')).toBe(terminal.read('js.csv'));
    const codes = expected.rejects.map(({ code, count }: { code: string; count: number }) => [code, count]);
    expect(codes).toEqual([
      ['row.cells', 1],
      ['row.instant', 1],
      ['row.no-id', 1],
    ]);
  });

  it('has the package judge every case of a policy that statements do not tell, and says why', {
    timeout: 60_000,
  }, async () => {
    copyFileSync(join(examples, 'data/tickets.csv'), join(terminal.folder, 'tickets.csv'));
    const { judged, err } = await both('tickets.csv', '--policy', 'textile-service', ...tickets);
    expect(judged).toBe(0);
    expect(err).toContain('no statement can tell all of this: ');
    expect(err.match(/\blogistics\b/g)).toHaveLength(1);
  });

  it.each<[string, Record<string, object>, object, number]>([
    [
      'a policy that reads no attribute, of a mapping with a kind, which two cases lack',
      {},
      { kind: 'kind' },
      4,
    ],
    [
      'a grouped KPI: two cases lack the channel',
      { kpi: { groupBy: ['channel'] } },
      { channel: 'channel' },
      2,
    ],
    ['a grouped KPI, of a mapping without the attribute', { kpi: { groupBy: ['channel'] } }, {}, 0],
    [
      'answers by phone, which the events tell themselves: two cases have none and are listed as breaches',
      { standard: { to: { event: 'replied', when: { channel: 'phone' } } } },
      {},
      2,
    ],
    [
      'limits that a parameter holds, by a kind that two cases lack',
      {
        standard: { within: { parameter: 'limits' } },
        parameters: {
          limits: { table: [{ when: { kind: 'complaint' }, limit: '2 hours' }], otherwise: '1 day' },
        },
      },
      { kind: 'kind' },
      2,
    ],
  ])(
    'judges by DuckDB what a policy reads and the mapping has: %s',
    {
      timeout: 60_000,
    },
    async (_, { kpi = {}, standard = {}, parameters = {} }, attributes, expected) => {
      const [first] = policy.standards;
      const standards = [{ ...first, within: '1 working day', ...standard }];
      const kpis = [{ id: 'in-time', measure: 'timelinessRate', of: 'first-reply', ...kpi }];
      terminal.write('policy.json', { ...policy, standards, kpis, parameters });
      const at = (column: string) => ({ column, format: 'yyyy-MM-dd HH:mm' });
      const replied = { ...at('answered'), attributes: { channel: 'channel' } };
      terminal.write('mapping.json', { ...wide, attributes, events: { received: at('opened'), replied } });
      const rows = ['1,complaint,phone', '2,,phone', '3,inquiry,', '4,,'];
      const row = (said: string) => `${said},2026-03-02 10:00,2026-03-02 11:00`;
      terminal.write('tickets.csv', ['no,kind,channel,opened,answered', ...rows.map(row)].join('\n'));
      const asked = ['tickets.csv', '--policy', 'policy.json', '--mapping', 'mapping.json'];
      expect((await both(...asked)).judged).toBe(expected);
    },
  );

  it('ends at an interrupt with status 130 and leaves no database behind', async () => {
    copyFileSync(join(examples, 'data/tickets.csv'), join(terminal.folder, 'tickets.csv'));
    terminal.write('policy.json', policy);
    vi.stubEnv('TMPDIR', terminal.folder);
    const argv = ['audit', 'tickets.csv', '--policy', 'policy.json', ...tickets, '--engine', 'duckdb'];
    let seen: string[] = [];
    const { status, err } = await terminal.dulyWith(
      {
        onInterrupt(handler) {
          setTimeout(() => {
            seen = terminal.files();
            handler();
          }, 50);
          return () => {};
        },
      },
      ...argv,
    );
    vi.unstubAllEnvs();
    expect([status, err]).toEqual([130, 'duly: interrupted\n']);
    const isDatabase = (name: string) => name.startsWith('duly-duckdb-');
    expect(seen.filter(isDatabase)).toHaveLength(1);
    expect(terminal.files().filter(isDatabase)).toEqual([]);
  });

  it('refuses what it does not read, by name', async () => {
    terminal.write('mapping.json', wide);
    terminal.write('policy.json', policy);
    const asked = ['--policy', 'policy.json', '--mapping', 'mapping.json'];
    const refused = async (...argv: string[]) => {
      const { status, err } = await terminal.duly('audit', ...argv, ...asked);
      return [status, err];
    };
    expect(await refused('a.xlsx', '--engine', 'duckdb')).toEqual([
      2,
      'duly: a.xlsx: --engine duckdb reads .parquet and .csv, .tsv, .txt, or one of these texts and .gz\n',
    ]);
    expect(await refused('no-*.parquet', '--engine', 'duckdb')).toEqual([
      3,
      'duly: no-*.parquet: there is no such file\n',
    ]);
    expect(await refused('a.csv', '--memory', '1GB')).toEqual([
      2,
      'duly: --memory goes with --engine duckdb\n',
    ]);
    terminal.write('b.csv', 'a,b\n1,2\n');
    const [status, err] = await refused('b.csv', '--engine', 'duckdb');
    expect([status, err]).toEqual(await refused('b.csv'));
    expect([status, err]).toEqual([2, expect.stringContaining('b.csv: mapping mapping.json: ')]);
  });
});
