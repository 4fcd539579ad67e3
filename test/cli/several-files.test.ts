import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { service } from '../audit/service.ts';
import { mapping } from './case-rows.ts';
import { openTerminal, type Terminal } from './terminal.ts';

let terminal: Terminal;
beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
  terminal.write('jan.csv', 'No,Channel,Opened\nT-1,email,2026-01-05 10:00\n');
});
afterEach(() => terminal.remove());

const audit = async (...names: string[]) => {
  const outcome = await terminal.duly(
    ...['audit', ...names, '--policy', './policy.json', '--mapping', './mapping.json', '--json', 'r.json'],
  );
  return { ...outcome, report: JSON.parse(terminal.read('r.json')) as AuditReport };
};
const drift = ({ findings }: AuditReport) => findings.find(({ code }) => code === 'header.drift');

describe('duly audit of several files', () => {
  it('reads the same columns in another order, and says nothing of it', async () => {
    terminal.write('feb.csv', 'Opened,No,Channel\n2026-02-05 10:00,T-2,phone\n');
    const { report } = await audit('jan.csv', 'feb.csv');
    expect(report.rows).toMatchObject({ read: 2, used: 2 });
    expect(drift(report)).toBeUndefined();
  });

  it('names the columns that a later file has besides and those it lacks, and the file', async () => {
    terminal.write('jan.csv', 'No,Channel,Opened,Note\nT-1,email,2026-01-05 10:00,\n');
    terminal.write('feb.csv', 'No,Channel,Opened,Team\nT-2,email,2026-02-05 10:00,A\n');
    terminal.write('mar.csv', 'No,Channel,Opened,Note\nT-3,email,2026-03-05 10:00,\n');
    const { report, out } = await audit('jan.csv', 'feb.csv', 'mar.csv');
    expect(drift(report)).toEqual({
      code: 'header.drift',
      count: 1,
      examples: [
        {
          ...{ case: '', file: 'feb.csv' },
          message: 'the header has "Team" besides and lacks "Note", compared with the first file\'s',
        },
      ],
    });
    expect(out).toMatch(/header\.drift +feb\.csv: the header has "Team"/);
  });

  it('stops at a file that lacks a column the mapping needs, after a partial report of those before', async () => {
    terminal.write('feb.csv', 'No,Chanel,Opened\nT-2,email,2026-02-05 10:00\n');
    const { status, err, report } = await audit('jan.csv', 'feb.csv');
    expect(status).toBe(2);
    expect(err).toBe(
      'duly: feb.csv: mapping ./mapping.json: attributes.channel: the header has no column "Channel". Did you mean "Chanel"?\n',
    );
    expect(report).toMatchObject({ partial: true, rows: { read: 1, used: 1 } });
  });

  it('reads on where the mapping lets columns be missing, and names them', async () => {
    terminal.write('mapping.json', { ...mapping, optional: true });
    terminal.write('feb.csv', 'No,Opened\nT-2,2026-02-05 10:00\n');
    const { status, report } = await audit('jan.csv', 'feb.csv');
    expect(status).toBe(0);
    expect(report.rows).toMatchObject({ read: 2, used: 2 });
    expect(report.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['header.drift', 'header.missing']),
    );
  });
});
