import type { BatchAnswers, BatchKeys } from '../audit/audit-part.ts';
import type { AuditOptions } from '../audit/options.ts';
import type { AuditProgress } from '../audit/report.ts';
import type { AuditSnapshot } from '../audit/snapshot.ts';
import type { ReadResult, Reject } from '../case/types.ts';
import type { PolicyOrVersions } from '../policy/types.ts';
import type { CsvBlock, CsvHead } from '../readers/csv-blocks.ts';
import type { Mapping } from '../readers/index.ts';
import type { WatchedCells } from '../readers/rows.ts';
import type { Verdict } from '../standards/verdict.ts';

/** What a thread is started with; policies as JSON. */
export interface JobSetup {
  readonly cwd: string;
  readonly kinds: string | undefined;
  readonly policy: PolicyOrVersions;
  readonly against: PolicyOrVersions | undefined;
  readonly mapping: Mapping | undefined;
  readonly timeZone: string | undefined;
  readonly options: Pick<AuditOptions, 'asOf' | 'range' | 'groupBy'>;
  /** How many of the worst breaches are to be listed; none where nobody asked. */
  readonly breachesListed: number;
  /** Whether rejects are to be told one by one. */
  readonly rejects: boolean;
}

/** What a thread is told. */
export type ToJob =
  | { readonly kind: 'file'; readonly name: string | undefined; readonly head: CsvHead }
  | { readonly kind: 'block'; readonly seq: number; readonly block: CsvBlock }
  | { readonly kind: 'items'; readonly seq: number; readonly items: readonly ReadResult[] }
  /** Which cases of its oldest batch came before: it may be counted. */
  | { readonly kind: 'count'; readonly seq: number; readonly answers: BatchAnswers }
  | { readonly kind: 'end' };

/** What a thread tells. */
export type FromJob =
  | {
      readonly kind: 'taken';
      readonly seq: number;
      readonly keys: BatchKeys;
      readonly watched: readonly WatchedCells[];
    }
  | {
      readonly kind: 'counted';
      readonly seq: number;
      readonly rejects: readonly Reject[];
      readonly progress: AuditProgress;
    }
  | {
      readonly kind: 'done';
      readonly snapshot: AuditSnapshot;
      readonly worst: { readonly offered: number; readonly kept: readonly Verdict[] };
    };

/** What a thread needs of a port, and the other side of one. */
export interface JobPort {
  postMessage(message: FromJob, transfer?: readonly ArrayBuffer[]): void;
}
