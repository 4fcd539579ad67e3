import type { Verdict } from '../../src/standards/verdict.ts';

export type { AuditSnapshot } from '../../src/audit/snapshot.ts';
export type { TallySnapshot } from '../../src/kpi/tally.ts';

/** A verdict of any policy: the generator of schemas knows no parameters of types. */
export type AnyVerdict = Verdict;
