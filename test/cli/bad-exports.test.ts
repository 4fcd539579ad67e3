import { describe, expect } from 'vitest';
import type { AuditReport } from '../../src/audit/report.ts';
import { onRealFile } from '../support/real-data.ts';
import { root } from '../support/source-tree.ts';
import { openTerminal } from './terminal.ts';

const resolvedWithin = (within: string) => ({
  ...{ id: 'p', version: '1', calendar: { timeZone: 'UTC', week: 'always' } },
  standards: [
    { id: 'resolved', kind: 'deadline', from: 'received', to: 'resolved', within, counting: 'rolling' },
  ],
});
const mappingOf = (timeZone: string, id: string, from: object, to?: object) => ({
  ...{ rows: 'case', timeZone, id },
  events: { received: from, ...(to && { resolved: to }) },
});

/** What `duly audit` reports of a real export that is known to be bad. */
async function audit(path: string, mapping: object, policy: object | string): Promise<AuditReport> {
  const terminal = openTerminal();
  terminal.write('mapping.json', mapping);
  if (typeof policy === 'object') terminal.write('policy.json', policy);
  const { status, err } = await terminal.duly(
    ...['audit', path, '--as-of', '2026-01-01T00:00:00Z', '--json', 'report.json'],
    ...['--mapping', './mapping.json', '--policy', typeof policy === 'object' ? './policy.json' : policy],
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const report = JSON.parse(terminal.read('report.json')) as AuditReport;
  terminal.remove();
  return report;
}

const counts = (list: AuditReport['findings'] | AuditReport['rejects']) =>
  Object.fromEntries(list.map(({ code, count }) => [code, count]));
const messages = (report: AuditReport, code: string) =>
  report.findings.find((one) => one.code === code)?.examples.map(({ message }) => message) ?? [];

// All figures come from short Python scripts over the files, none from a run of this program.
describe('duly audit on exports that are known to be bad', () => {
  onRealFile(
    'sf311_10000_local_labelled_utc.csv',
    'San Francisco: local time labelled UTC, 17 closed before they were opened, 139 notes of several lines',
    async (path) => {
      const at = (column: string) => ({ column, format: 'iso' });
      const mapping = {
        ...mappingOf('America/Los_Angeles', 'unique_key', at('created_date'), at('closed_date')),
        attributes: { note: 'status_notes' },
      };
      const report = await audit(path, mapping, resolvedWithin('24 hours'));
      expect(report.rows).toEqual({ read: 10_000, used: 10_000, rejected: 0, duplicate: 0 });
      const [resolved] = report.standards;
      expect(resolved!.met + resolved!.late).toBe(9630);
      expect(counts(report.findings)).toEqual({
        ...{ 'column.zone-label': 2, 'event.done-before-from': 17, 'event.done-before-received': 17 },
      });
      expect(messages(report, 'column.zone-label')).toEqual([
        expect.stringMatching(/^"closed_date": 9630 of 9630 stamps/),
        expect.stringMatching(/^"created_date": 10000 of 10000 stamps/),
      ]);
    },
  );

  onRealFile('nyc311_235_12h_clock.csv', 'New York: a 12-hour clock, 201 of 235 closed', async (path) => {
    const at = (column: string) => ({ column, format: 'MM/dd/yyyy hh:mm:ss a' });
    const mapping = mappingOf('America/New_York', 'Unique Key', at('Created Date'), at('Closed Date'));
    const report = await audit(path, mapping, resolvedWithin('24 hours'));
    expect(report.rows).toMatchObject({ read: 235, used: 235 });
    expect(report.standards[0]!.met + report.standards[0]!.late).toBe(201);
    expect(report.findings).toEqual([]);
  });

  onRealFile('nyc311_animals_2025.csv', 'New York: minute precision, 4,692 of 4,969 closed', async (path) => {
    const at = (column: string) => ({ column, format: 'M/d/yyyy H:mm' });
    const mapping = mappingOf('America/New_York', 'Unique Key', at('Created Date'), at('Closed Date'));
    const report = await audit(path, mapping, resolvedWithin('24 hours'));
    expect(report.rows).toMatchObject({ read: 4969, used: 4969 });
    expect(report.standards[0]!.met + report.standards[0]!.late).toBe(4692);
    expect(report.findings).toEqual([]);
  });

  onRealFile(
    'nyc311_animals_2025.csv',
    'New York with days and months mistaken in the mapping: 2,676 rows rejected, the others suspected',
    async (path) => {
      const at = (column: string) => ({ column, format: 'd/M/yyyy H:mm' });
      const mapping = mappingOf('America/New_York', 'Unique Key', at('Created Date'), at('Closed Date'));
      const report = await audit(path, mapping, resolvedWithin('24 hours'));
      expect(report.rows).toMatchObject({ read: 4969, rejected: 2676 });
      expect(counts(report.rejects)).toEqual({ 'row.day-month': 2676 });
      expect(messages(report, 'column.day-month')[1]).toMatch(
        /^"Created Date": 2440 cells are dates only as/,
      );
    },
  );

  onRealFile(
    'comcast_fcc_2015.csv',
    'Comcast: days and months exchanged in 486 of 2,224 rows, by a spreadsheet',
    async (path) => {
      const mapping = mappingOf('America/New_York', 'Ticket #', { column: 'Date', format: 'dd-MM-yy' });
      const report = await audit(path, mapping, resolvedWithin('30 days'));
      expect(report.rows).toMatchObject({ read: 2224, used: 2224 });
      expect(messages(report, 'column.day-month')).toEqual([
        expect.stringMatching(/lie in the months 4, 5, 6, and 486 of the others don't/),
      ]);
    },
  );

  for (const label of ['true_utc', 'local_labelled_utc'])
    onRealFile(
      `bpi2013_closed_problems_${label}.csv`,
      `BPI 2013, ${label}: 1,487 cases of 6,660 rows, 183 within 48 h; a label of UTC is noted, true or not`,
      async (path) => {
        const mapping = {
          ...{ rows: 'event', timeZone: 'Europe/Stockholm', sorted: true, id: 'case:concept:name' },
          ...{ timestamp: 'time:timestamp', first: 'received' },
          event: { column: 'concept:name', values: { Completed: 'resolved' } },
        };
        const report = await audit(path, mapping, resolvedWithin('48 hours'));
        expect(report.cases).toMatchObject({ read: 1487, assessed: 1487 });
        expect(report.rows).toEqual({ read: 6660, used: 6660, rejected: 0, duplicate: 0 });
        expect(report.standards[0]!.met).toBe(183);
        expect(messages(report, 'column.zone-label')[0]).toMatch(/^"time:timestamp": 6660 of 6660 stamps/);
      },
    );

  onRealFile(
    'boston311_100_qsv_2022.csv',
    'Boston 2022: 17 overdue, 5 of them closed by now, and 72 of 77 closed in time',
    async (path) => {
      const at = (column: string) => ({ column, format: 'yyyy-MM-dd HH:mm:ss' });
      const mapping = {
        ...mappingOf('America/New_York', 'case_enquiry_id', at('open_dt'), at('closed_dt')),
        attributes: { target: { ...at('target_dt'), type: 'instant' } },
      };
      const report = await audit(path, mapping, `${root}examples/policies/promised-target.json`);
      expect(report.rows).toMatchObject({ read: 100, used: 100 });
      expect(report.standards[0]).toMatchObject({ met: 72, late: 5, overdue: 12 });
      expect(report.findings.filter(({ code }) => code !== 'attribute.missing')).toEqual([]);
    },
  );
});
