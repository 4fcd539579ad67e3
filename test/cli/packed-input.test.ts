import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { workbookOf } from '../readers/zip.ts';
import { mapping } from './case-rows.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const csv = 'No,Channel,Opened\nT-1,email,2026-03-02 10:00\nT-2,email,never\n';
const ofWorkbook = {
  ...{ rows: 'case', timeZone: 'Asia/Shanghai', sheet: '工单', headerRow: 4, id: '工单编号' },
  attributes: { kind: { value: 'inquiry' } },
  events: { received: { column: '受理时间', format: ['yyyy-MM-dd HH:mm:ss', 'yyyy/M/d H:mm'] } },
};
const workbook = readFileSync(new URL('../readers/data/tickets.xlsx', import.meta.url));

let terminal: Terminal;
const audit = (...argv: string[]) =>
  terminal.duly('audit', ...argv, '--policy', './policy.json', '--mapping', './mapping.json');

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
});
afterEach(() => terminal.remove());

describe('duly audit of packed files', () => {
  it.each(['tickets.csv.gz', 'TICKETS.CSV.GZ', 'tickets.csv'])('reads gzip named %s', async (name) => {
    terminal.write(name, gzipSync(csv));
    const { status, out } = await audit(name);
    expect(status).toBe(0);
    expect(out).toContain('Rows      2 read = 1 used + 1 rejected + 0 duplicate');
  });

  it('reads gzip from standard input', async () => {
    const stdin = (async function* () {
      yield new Uint8Array(gzipSync(csv));
    })();
    const { out } = await terminal.dulyWith(
      { stdin },
      ...['audit', '-', '--policy', './policy.json', '--mapping', './mapping.json'],
    );
    expect(out).toContain('Rows      2 read = 1 used + 1 rejected + 0 duplicate');
  });

  it('tells a gzip file that is cut off with status 3, after a partial report of what was read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `T-${index},email,2026-03-02 10:00\n`);
    const packed = gzipSync(`No,Channel,Opened\n${rows.join('')}`);
    terminal.write('tickets.csv.gz', packed.subarray(0, packed.length - 30));
    const { status, out, err } = await audit('tickets.csv.gz', '--json', 'r.json');
    expect(status).toBe(3);
    expect(err).toMatch(/can't be unpacked: unexpected end of file/);
    expect(out).toMatch(/PARTIAL/i);
    expect(JSON.parse(terminal.read('r.json')).partial).toBe(true);
  });
});

describe('duly audit of workbooks', () => {
  it('reads the sheet that the mapping names: 7 rows, 1 of them rejected', async () => {
    terminal.write('mapping.json', ofWorkbook);
    terminal.write('tickets.xlsx', workbook);
    const { status, out } = await audit('tickets.xlsx', '--rejects', 'rejects.csv');
    expect(status).toBe(0);
    expect(out).toContain('Rows      7 read = 6 used + 1 rejected + 0 duplicate');
    expect(terminal.read('rejects.csv')).toContain(',10,受理时间,row.instant,');
  });

  it('names the mapping and the sheets where it names another, in both languages', async () => {
    terminal.write('mapping.json', { ...ofWorkbook, sheet: 'Tickets' });
    terminal.write('tickets.xlsx', workbook);
    const { status, err } = await audit('tickets.xlsx');
    expect(status).toBe(2);
    expect(err).toBe(
      'duly: tickets.xlsx: mapping ./mapping.json: sheet: the workbook has no sheet "Tickets". There are "说明", "工单"\n',
    );
    expect((await audit('tickets.xlsx', '--lang', 'zh-CN')).err).toContain(
      '没有名为或序号为“Tickets”的工作表',
    );
  });

  it('refuses a zip bomb in one line with status 3', async () => {
    terminal.write('tickets.xlsx', workbookOf('<row/>'.repeat(20_000_000)));
    const { status, err } = await audit('tickets.xlsx');
    expect(status).toBe(3);
    expect(err).toBe(
      'duly: tickets.xlsx: the input unpacks to far more than any export does; it is not read any further\n',
    );
  });

  it('says of a workbook named .csv how to name it', async () => {
    terminal.write('tickets.csv', workbook);
    const { status, err } = await audit('tickets.csv');
    expect(status).toBe(3);
    expect(err).toContain('whose name should end in .xlsx');
  });

  it('asks for a mapping', async () => {
    terminal.write('tickets.xlsx', workbook);
    const { status, err } = await terminal.duly('audit', 'tickets.xlsx', '--policy', './policy.json');
    expect(status).toBe(2);
    expect(err).toContain('tickets.xlsx: --mapping is needed');
  });
});
