import { AuditError } from '../errors/audit-error.ts';
import type { AgainstSnapshot } from './compare-rules.ts';
import type { LedgerSnapshot } from './ledger.ts';
import type { AuditLists, AuditProgress, AuditTask } from './report.ts';

/** Everything an audit has counted so far, as JSON: parts of one audit are merged from it. */
export interface AuditSnapshot extends AuditTask, AuditProgress, AuditLists, LedgerSnapshot {
  readonly format: 'duly-audit/1';
  readonly groupBy: readonly string[];
  readonly against?: AgainstSnapshot;
}

/** Refuses what isn't a snapshot, or comes from an audit by other rules, at another moment or over another range. */
export function checkSnapshot(
  snapshot: AuditSnapshot,
  own: AuditTask & { readonly groupBy: readonly string[]; readonly against: AuditTask['policy'] | null },
): void {
  if (snapshot?.format !== 'duly-audit/1') {
    throw new AuditError('audit.snapshot', {
      given: snapshot?.format,
      expected: 'a snapshot of format duly-audit/1',
    });
  }
  const theirs = { ...snapshot, against: snapshot.against?.policy ?? null };
  for (const key of ['policy', 'asOf', 'range', 'groupBy', 'against'] as const) {
    const expected = JSON.stringify(own[key]);
    const given = JSON.stringify(theirs[key]);
    if (given !== expected) {
      throw new AuditError(
        'audit.snapshot',
        { given, expected: `the same ${key}, ${expected}` },
        { path: [key] },
      );
    }
  }
}
