import type { Provisional } from '../calendar/spec.ts';
import type { CountedBy, Counting, CountingName, Limit, Step } from '../limit/types.ts';
import type { LocalText } from './part.ts';

/** What became of one run. */
export type Status = Verdict['status'];
export const statuses = ['met', 'late', 'overdue', 'pending', 'exempt', 'broken', 'undetermined'] as const;

/** How much a breach weighs: `soft` ones are told apart and enter no rate unless asked for. */
export type Severity = 'hard' | 'soft';
export type Clock = 'running' | 'paused' | 'closed-hours' | 'stopped';

interface VerdictBase<StandardId extends string = string> {
  readonly case: string | null;
  readonly standard: StandardId;
  readonly kind: string;
  /** Which application of the standard to the case, counted from 1. */
  readonly run: number;
  readonly severity: Severity;
  readonly from: Date | null;
  readonly due: Date | null;
  readonly done: Date | null;
  /** Working ms for limits in working units, elapsed ms otherwise; pauses out. */
  readonly usedMs: number | null;
  /** Elapsed ms past due; 0 when it was kept. */
  readonly overMs: number | null;
  readonly pausedMs: number | null;
  readonly remainingMs: number | null;
  /** Used time as a share of the net time between from and due. */
  readonly share: number | null;
  readonly clock: Clock;
  /** Who held the case at due, else who holds it now. */
  readonly owner?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly provisional?: Provisional;
  readonly counting?: Counting;
  /**
   * With `trace`: the zone in which its days are told, the limit that applied (none for a promised time), what its
   * convention is called, the sources, the way to due.
   */
  readonly timeZone?: string;
  readonly limit?: Limit;
  readonly convention?: CountingName;
  readonly sources?: readonly CountedBy[];
  readonly steps?: readonly Step[];
  /** With `trace`: what the standard is called, and where the rulebook has it. */
  readonly title?: LocalText;
  readonly clause?: LocalText;
  /** With `trace`, where a company's own kind judged: its promise. */
  readonly promise?: LocalText;
  /** Why, where the kind has said so in words. */
  readonly explanation?: LocalText;
}

/** What became of one run of a standard; `status` tells which fields are there. */
export type Verdict<StandardId extends string = string> =
  | (VerdictBase<StandardId> & { readonly status: 'met'; readonly done: Date | null })
  | (VerdictBase<StandardId> & {
      readonly status: 'late';
      readonly due: Date;
      readonly done: Date;
      readonly overMs: number;
    })
  | (VerdictBase<StandardId> & {
      readonly status: 'overdue';
      readonly due: Date;
      readonly done: null;
      readonly overMs: number;
    })
  | (VerdictBase<StandardId> & { readonly status: 'pending'; readonly done: null })
  | (VerdictBase<StandardId> & { readonly status: 'exempt'; readonly reason: string })
  | (VerdictBase<StandardId> & { readonly status: 'broken' })
  | (VerdictBase<StandardId> & { readonly status: 'undetermined'; readonly missing: readonly string[] });
