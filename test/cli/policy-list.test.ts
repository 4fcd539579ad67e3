import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** In force in March 2026 alone; one case of February, one of March, one of April. */
const march = { ...service, effective: { from: '2026-03-01', to: '2026-03-31' } };
const cases = ['02-27', '03-02', '04-01']
  .map((day) => ({
    id: `T-${day}`,
    kind: 'inquiry',
    events: [{ type: 'received', at: `2026-${day}T10:00:00+08:00` }],
  }))
  .map((ticket) => `${JSON.stringify(ticket)}\n`)
  .join('');

let terminal: Terminal;
const audit = async (...argv: string[]) => {
  const { status } = await terminal.duly('audit', 'cases.ndjson', '--json', 'r.json', ...argv);
  expect(status).toBe(0);
  return JSON.parse(terminal.read('r.json')) as AuditReport;
};

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('cases.ndjson', cases);
  terminal.write('lone.json', march);
  terminal.write('list.json', [march]);
});
afterEach(() => terminal.remove());

describe('a policy file that holds a list of one version', () => {
  it('rejects the 2 cases outside of its dates, as a list of several does', async () => {
    const { cases: counts, rejects, policy } = await audit('--policy', './list.json');
    expect(counts).toEqual({ read: 3, assessed: 1, rejected: 2, duplicate: 0 });
    expect(rejects).toMatchObject([
      { code: 'policy.none-in-force', count: 2, examples: [{ id: 'T-02-27' }, { id: 'T-04-01' }] },
    ]);
    expect(policy).toEqual([{ id: 'service', version: '1' }]);
  });

  it('is not the policy alone, which judges all 3', async () => {
    const { cases: counts } = await audit('--policy', './lone.json');
    expect(counts).toEqual({ read: 3, assessed: 3, rejected: 0, duplicate: 0 });
  });

  it('leaves the same 2 cases out on the side of --against', async () => {
    const { against } = await audit('--policy', './lone.json', '--against', './list.json');
    expect(against?.cases).toMatchObject({ assessed: 1, rejected: 2 });
  });
});

describe('duly check of a list of versions', () => {
  const april = { ...service, version: '2', effective: { from: '2026-04-01' } };

  it('says that each is valid', async () => {
    terminal.write('list.json', [march, april]);
    const { status, out } = await terminal.duly('check', 'list.json');
    expect(status).toBe(0);
    expect(out.match(/^list\.json: service [12] is valid \(/gm)).toHaveLength(2);
  });

  it('names the version of a problem by its place', async () => {
    terminal.write('list.json', [march, { ...april, id: '' }]);
    const { status, out } = await terminal.duly('check', 'list.json');
    expect({ status, out }).toMatchObject({ status: 2, out: expect.stringMatching(/^error 1\.id: .*\n$/) });
  });

  it('tells two versions in force at the same time, and a list of none, which --policy refuses too', async () => {
    terminal.write('list.json', [march, { ...april, effective: { from: '2026-03-31' } }]);
    expect(await terminal.duly('check', 'list.json')).toMatchObject({
      status: 2,
      out: 'error versions "service 1" and "service 2" overlap. [policy.overlap]\n',
    });
    terminal.write('list.json', []);
    expect(await terminal.duly('check', 'list.json')).toMatchObject({
      status: 2,
      out: 'error expected at least one policy. [policy.no-versions]\n',
    });
    expect(await terminal.duly('audit', 'cases.ndjson', '--policy', './list.json')).toMatchObject({
      status: 2,
      err: 'duly: ./list.json: expected at least one policy\n',
    });
  });
});
