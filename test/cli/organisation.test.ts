import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { surveys } from '../support/kind-service.ts';
import { always, at } from '../support/naive-service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const policy = {
  id: 'p',
  version: '1',
  calendar: always,
  standards: [
    { id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: '24 hours' },
    { id: 'survey', kind: 'duty', event: 'survey-run', times: 1, per: 'month' },
  ],
};
const ticket = { id: 'T-1', events: [{ type: 'received', at: at('08-03 09:00') }] };
const options = [
  '--policy',
  './policy.json',
  '--as-of',
  '2026-11-15T00:00:00+08:00',
  '--organisation',
  'org.json',
];

let terminal: Terminal;
const audit = (...more: string[]) => terminal.duly('audit', 'cases.ndjson', ...options, ...more);

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', policy);
  terminal.write('cases.ndjson', `${JSON.stringify(ticket)}\n`);
  terminal.write('org.json', { events: surveys('08-10', '10-02') });
});
afterEach(() => terminal.remove());

describe('duly audit --organisation', () => {
  it('judges the log over --from and --to: of August to October 2 months are met and 1 is broken', async () => {
    const { status, out } = await audit(
      '--from',
      '2026-08-01',
      '--to',
      '2026-11-01',
      '--json',
      'report.json',
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^survey +3 +2 +0 +0 +1 +0 +0 +0 +66\.7%$/m);
    const { standards, cases } = JSON.parse(terminal.read('report.json')) as AuditReport;
    expect(standards[1]).toMatchObject({ id: 'survey', runs: 3, met: 2, broken: 1 });
    expect(cases.read).toBe(1);
  });

  it('writes its breach into --breaches without a case', async () => {
    await audit('--from', '2026-08-01', '--to', '2026-11-01', '--breaches', 'breaches.csv');
    const rows = terminal.read('breaches.csv').trim().split(/\r?\n/);
    expect(rows.filter((row) => row.includes('survey'))).toHaveLength(1);
  });

  it('takes a byte order mark, and writes over no file that it reads', async () => {
    terminal.write('org.json', `\ufeff${JSON.stringify({ events: [] })}`);
    expect((await audit()).status).toBe(0);
    expect((await audit('--json', 'org.json')).status).toBe(2);
  });

  it.each([
    ['a file that is not there', null, 'organisation none.json: no such file or directory'],
    ['no JSON', '{', 'organisation org.json is no JSON'],
    [
      'a shift without a name',
      { shifts: [{ from: at('09-01') }] },
      'org.json: shifts.0.who: undefined names nobody; expected a non-empty string',
    ],
    ['a bad event', { events: [{ type: 'x', at: '?' }] }, 'org.json: events.0.at'],
  ])('exits with 3 and one line for %s', async (_, content, message) => {
    if (content !== null) terminal.write('org.json', content);
    const { status, out, err } = await audit(...(content === null ? ['--organisation', 'none.json'] : []));
    expect(status).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says it in Chinese where that is asked for', async () => {
    terminal.write('org.json', { shifts: {} });
    const { err } = await audit('--lang', 'zh-CN');
    expect(err).toContain('没有班次列表');
  });
});
