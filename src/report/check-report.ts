import type { AuditReport } from '../audit/report.ts';
import { AuditError } from '../errors/audit-error.ts';

const lists = ['policy', 'standards', 'kpis', 'escalations', 'findings', 'rejects', 'breaches'] as const;
const parts = ['cases', 'provisional'] as const;

/** Refuses what isn't a report, before anything of it is looked for. */
export function checkReport(report: AuditReport): void {
  const given: Partial<AuditReport> | null | undefined = report;
  const format: unknown = given?.format;
  if (format !== 'duly-report/1') {
    const expected = 'what audit returns, or its JSON, with format "duly-report/1"';
    throw new AuditError('audit.report', { given: format ?? given, expected });
  }
  for (const key of lists) checkList(given, key);
  for (const key of parts) {
    if (typeof given?.[key] !== 'object' || given[key] === null) refuse(given?.[key], key, 'an object');
  }
}

/** Refuses what has no list under the key. */
export function checkList<Key extends keyof AuditReport>(
  report: Partial<Pick<AuditReport, Key>> | null | undefined,
  key: Key,
): void {
  if (!Array.isArray(report?.[key])) refuse(report?.[key], key, 'an array');
}

function refuse(given: unknown, key: string, what: string): never {
  throw new AuditError('audit.report', { given, expected: `${what} of ${key}` }, { path: [key] });
}
