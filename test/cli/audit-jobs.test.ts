import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { service } from '../audit/service.ts';
import { builtFolder } from '../support/built.ts';
import { openTerminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'duly-jobs-'));
const write = (name: string, content: string | Uint8Array | object) =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );

const format = 'yyyy-MM-dd HH:mm';
const mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  id: 'No',
  attributes: { kind: 'Kind', channel: 'Channel', note: 'Note' },
  events: { received: { column: 'Opened', format }, replied: { column: 'Answered', format } },
};
const header = 'No,Kind,Channel,Note,Opened,Answered';

/** 3,000 rows: notes of two lines, dates that are none, ids that come again with the same and with other content. */
function csv(first: number): string {
  const rows = Array.from({ length: 3000 }, (_, index) => {
    const number = index % 17 === 3 ? Math.max(0, index - 700) : index;
    const day = `2026-0${1 + (number % 5)}-${String(1 + (number % 31)).padStart(2, '0')}`;
    const answered = number % 4 === 0 ? '' : `${day} ${10 + (number % 14)}:30`;
    const note = number % 9 === 0 ? `"line, one\r\n""two"" of ${index % 18}"` : '';
    return `T-${first + number},${number % 3 ? 'inquiry' : 'complaint'},${number % 2 ? 'phone' : 'email'},${note},${day} 09:00,${answered}`;
  });
  return `${header}\n${rows.join('\n')}\n`;
}

beforeAll(() => {
  write('policy.json', service);
  write('draft.json', { ...service, version: 'draft', standards: service.standards.slice(0, 1), kpis: [] });
  write('mapping.json', mapping);
  write('a.csv', csv(0));
  write('b.csv.gz', gzipSync(csv(2500)));
  const cases = Array.from({ length: 1500 }, (_, number) => ({
    ...{ id: `C-${number % 1400}`, kind: 'inquiry', channel: 'web' },
    events: [{ type: 'received', at: 1_770_000_000_000 + number * 60_000 }],
  }));
  write('c.ndjson', cases.map((each) => JSON.stringify(each)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function duly(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = { ...process.env, LANG: 'C' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${builtFolder()}cli.js`, ...args],
      { cwd: folder, env },
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

const audit = (jobs: number, ...args: string[]) =>
  duly(
    ...['audit', ...args, '--policy', './policy.json', '--mapping', './mapping.json'],
    ...['--as-of', '2026-07-01T00:00:00+08:00', '--jobs', `${jobs}`],
    ...['--json', 'r.json', '--breaches', 'b.csv', '--rejects', 'x.csv'],
  );
const outputs = () => ['r.json', 'b.csv', 'x.csv'].map((name) => readFileSync(join(folder, name), 'utf8'));

describe('duly audit --jobs', () => {
  it('writes the same three files and prints the same with 1 and with 3 jobs, to the last letter', async () => {
    const args = [
      ...['a.csv', 'b.csv.gz', 'c.ndjson', '--group-by', 'channel', '--against', './draft.json'],
      ...['--from', '2026-02-01', '--to', '2026-05-20'],
    ];
    const one = { ...(await audit(1, ...args)), outputs: outputs() };
    const three = { ...(await audit(3, ...args)), outputs: outputs() };
    expect(one.status).toBe(0);
    const { cases, rows } = JSON.parse(one.outputs[0] as string);
    expect(rows.read).toBe(7500);
    expect(Math.min(cases.rejected, cases.duplicate)).toBeGreaterThan(100);
    expect(three.stdout).toBe(one.stdout);
    expect(three.outputs[0] === one.outputs[0]).toBe(true);
    expect(three.outputs[1] === one.outputs[1]).toBe(true);
    expect(three.outputs[2] === one.outputs[2]).toBe(true);
  }, 60_000);

  it('reports what came before the end of a gzip that is cut off, as partial, with status 3', async () => {
    const whole = readFileSync(join(folder, 'b.csv.gz'));
    write('cut.csv.gz', whole.subarray(0, whole.length - 2000));
    const { status, stderr } = await audit(2, 'a.csv', 'cut.csv.gz');
    expect(status).toBe(3);
    expect(stderr).toMatch(/^duly: cut\.csv\.gz: /m);
    const report = JSON.parse(outputs()[0] as string);
    expect(report.partial).toBe(true);
    expect(report.rows.read).toBeGreaterThanOrEqual(3000);
  }, 60_000);
});

describe('duly audit --jobs, its number', () => {
  it.each(['0', '-1', '1.5', 'two', '65', ''])('refuses %j with status 2', async (given) => {
    const terminal = openTerminal();
    terminal.write('policy.json', service);
    terminal.write('cases.ndjson', '');
    const { status, err } = await terminal.duly(
      ...['audit', 'cases.ndjson', '--policy', './policy.json', `--jobs=${given}`],
    );
    terminal.remove();
    expect(status).toBe(2);
    expect(err).toBe(`duly: --jobs: ${given} is no whole number from 1 to 64\n`);
  });
});
