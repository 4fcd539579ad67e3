import { createReadStream, readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { AuditReport } from '../../src/audit/report.ts';
import type { CaseInput, ReadResult } from '../../src/case/types.ts';
import { parsePolicy } from '../../src/policy/parse-policy.ts';
import { parseMapping, readCases } from '../../src/readers/index.ts';
import { onRealFile } from '../support/real-data.ts';
import { root } from '../support/source-tree.ts';
import { openTerminal } from './terminal.ts';

const example = (path: string) => `${root}examples/${path}`;
const json = (path: string) => JSON.parse(readFileSync(example(path), 'utf8'));

describe('duly audit on real exports', () => {
  onRealFile(
    'helpdesk_italy_full.csv',
    'counts 4,580 cases of the Italian help desk, 4,285 replied to, 2,455 within 24 h, half of them within 16.39 h',
    async (path) => {
      const terminal = openTerminal();
      const { status, out } = await terminal.duly(
        ...['audit', path, '--as-of', '2015-01-01T00:00:00Z', '--json', 'report.json'],
        ...['--policy', example('policies/first-reply-in-a-day.json')],
        ...['--mapping', example('mappings/helpdesk-italy.json')],
      );
      const report = JSON.parse(terminal.read('report.json')) as AuditReport;
      terminal.remove();
      expect(status).toBe(0);
      expect(out).toContain('Cases     4,580 read = 4,580 assessed + 0 rejected + 0 duplicate');
      expect(report.rows).toEqual({ read: 21_348, used: 21_221, rejected: 0, duplicate: 127 });
      const [reply] = report.standards;
      expect(reply).toMatchObject({ runs: 4580, met: 2455, late: 4285 - 2455, overdue: 4580 - 4285 });
      const median = (reply?.percentiles?.p50 ?? 0) / 3_600_000;
      expect(Math.abs(median / 16.39 - 1)).toBeLessThan(0.01);
    },
  );

  onRealFile(
    'boston311_animal_housing_2014.csv',
    'finds on_time right on every closed row of Boston 2014 that has a target',
    async (path) => {
      const mapping = parseMapping(json('mappings/boston-311.json'));
      const closedInTime = new Map<string, unknown>();
      async function* remembered(): AsyncGenerator<ReadResult> {
        for await (const result of readCases(createReadStream(path), { format: 'csv', mapping })) {
          if (result.ok && isClosed(result.case)) closedInTime.set(result.case.id, result.case.onTime);
          yield result;
        }
      }
      let agreed = 0;
      const report = await audit(remembered(), parsePolicy(json('policies/promised-target.json')), {
        asOf: '2016-01-01T00:00:00Z',
        onVerdict: ({ case: id, status }) => {
          const onTime = closedInTime.get(id!);
          if (onTime === undefined) return;
          expect(status, id!).toBe(onTime ? 'met' : 'late');
          agreed += 1;
        },
      });
      expect(report.cases).toMatchObject({ read: 5268, assessed: 5268 });
      expect(agreed).toBe(2237);
    },
  );
});

const isClosed = ({ events }: CaseInput) => events.some(({ type }) => type === 'resolved');
