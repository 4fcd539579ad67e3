import { AuditError } from '../errors/audit-error.ts';
import type { TallySnapshot } from '../kpi/tally.ts';
import type { AuditLists, AuditProgress, AuditTask, LimitShares } from './report.ts';

/** Everything an audit has counted so far, as JSON: parts of one audit are merged from it. */
export interface AuditSnapshot extends AuditTask, AuditProgress, AuditLists {
  readonly format: 'duly-audit/1';
  readonly groupBy: readonly string[];
  readonly tally: TallySnapshot;
  /** By standard. */
  readonly shares?: Readonly<Record<string, LimitShares>>;
}

/** Refuses what isn't a snapshot, or comes from an audit by other rules, at another moment or over another range. */
export function checkSnapshot(
  snapshot: AuditSnapshot,
  own: AuditTask & { readonly groupBy: readonly string[] },
): void {
  if (snapshot?.format !== 'duly-audit/1') {
    throw new AuditError('audit.snapshot', {
      given: snapshot?.format,
      expected: 'a snapshot of format duly-audit/1',
    });
  }
  for (const key of ['policy', 'asOf', 'range', 'groupBy'] as const) {
    const expected = JSON.stringify(own[key]);
    const given = JSON.stringify(snapshot[key]);
    if (given !== expected) {
      throw new AuditError(
        'audit.snapshot',
        { given, expected: `the same ${key}, ${expected}` },
        { path: [key] },
      );
    }
  }
}
