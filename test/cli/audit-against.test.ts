import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const received = '2026-03-02T10:00:00+08:00';
const casesOf = (...hours: number[]) =>
  hours
    .map((hour, index) => {
      const at = new Date(Date.parse(received) + hour * 3_600_000);
      const events = [
        { type: 'received', at: received },
        { type: 'replied', at },
      ];
      return JSON.stringify({ id: `T-${index + 1}`, kind: 'inquiry', events });
    })
    .join('\n');
const within = (hours: number, version: string, effective?: { from: string }) => ({
  ...service,
  version,
  ...(effective && { effective }),
  standards: [{ id: 'answer', kind: 'deadline', from: 'received', to: 'replied', within: `${hours} hours` }],
});

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', within(24, '1'));
  terminal.write('draft.json', within(4, 'draft'));
  terminal.write('cases.ndjson', casesOf(2, 20, 30));
});
afterEach(() => terminal.remove());

const audit = (...argv: string[]) =>
  terminal.duly('audit', 'cases.ndjson', '--policy', './policy.json', ...argv);
const report = () => JSON.parse(terminal.read('r.json')) as AuditReport;

describe('duly audit --against', () => {
  it('prints both sides and writes them as JSON: 1 of 3 answers is met within 24 hours and late within 4', async () => {
    const { status, out, err } = await audit('--against', './draft.json', '--json', 'r.json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('Beside: the same cases by service draft');
    expect(report().against).toMatchObject({
      cases: { assessed: 3, differing: 1 },
      changes: [{ status: 'met', against: 'late', runs: 1, examples: [{ case: 'T-2', line: 2 }] }],
    });
  });

  it('takes a preset', async () => {
    const { status, out } = await audit('--against', 'textile-service');
    expect(status).toBe(0);
    expect(out).toContain('Beside: the same cases by textile-service');
  });

  it.each([
    ['./nowhere.json', /^duly: policy \.\/nowhere\.json: no such file/],
    ['textil-service', /^duly: unknown preset "textil-service"\. Did you mean "textile-service"\?/],
  ])('refuses %s with status 2', async (name, message) => {
    const { status, err } = await audit('--against', name);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });

  it('does not overwrite the policy it reads', async () => {
    const { status, err } = await audit('--against', './draft.json', '--json', 'draft.json');
    expect(status).toBe(2);
    expect(err).toContain('would overwrite ./draft.json, which is read');
  });
});

describe('duly audit: a file of versions', () => {
  it('judges each case by the version in force when it was received', async () => {
    const versions = [within(24, '1', { from: '2026-01-01' }), within(4, '2', { from: '2026-03-02' })];
    terminal.write('policy.json', versions);
    const { status, out } = await audit('--json', 'r.json');
    expect(status).toBe(0);
    expect(out).toContain('service 1, service 2');
    expect(report().standards[0]).toMatchObject({ met: 1, late: 2 });
  });

  it('names the version that is wrong', async () => {
    terminal.write('policy.json', [within(24, '1', { from: '2026-01-01' }), { id: 'x' }]);
    const { status, err } = await audit();
    expect(status).toBe(2);
    expect(err).toContain('./policy.json[1]: ');
  });

  it('refuses an empty list', async () => {
    terminal.write('policy.json', []);
    expect((await audit()).status).toBe(2);
  });
});
