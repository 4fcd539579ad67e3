import { afterEach, beforeEach } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { service } from '../audit/service.ts';
import { openTerminal, type Terminal } from './terminal.ts';

export const mapping = {
  rows: 'case',
  timeZone: 'Asia/Shanghai',
  id: 'No',
  attributes: { kind: { value: 'inquiry' }, channel: 'Channel', owner: 'Agent' },
  events: {
    received: { column: 'Opened', format: 'yyyy-MM-dd HH:mm' },
    replied: { column: 'Answered', format: 'yyyy-MM-dd HH:mm' },
  },
};

export const csv = `\
No,Channel,Agent,Opened,Answered
T-1,email,王敏,2026-03-02 10:00,2026-03-02 12:00
T-2,phone,=cmd(),2026-03-02 10:00,2026-03-04 12:00
T-3,phone,Li,2026-04-02 10:00,
T-4,phone,Li,2026-04-31 10:00,2026-05-01 10:00
T-1,email,王敏,2026-03-02 10:00,2026-03-02 12:00
`;

export const asOf = '2026-06-01T00:00:00+08:00';

export const options = ['--policy', './policy.json', '--mapping', './mapping.json'];

/** Opened before each test, with the policy, the mapping and the tickets in its folder; removed after it. */
export let terminal: Terminal;

export const reportOf = (name = 'report.json') => JSON.parse(terminal.read(name)) as AuditReport;

beforeEach(() => {
  terminal = openTerminal();
  terminal.write('policy.json', service);
  terminal.write('mapping.json', mapping);
  terminal.write('tickets.csv', csv);
});

afterEach(() => terminal.remove());
