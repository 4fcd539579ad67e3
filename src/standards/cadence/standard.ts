import type { ParameterReference } from '../../case/conditions.ts';
import type { Selectors } from '../../case/selector.ts';
import type { Counting, CountingName } from '../../limit/types.ts';
import type { RuleKeys } from '../compile-rule.ts';
import type { LimitOrTable } from '../limit-rule.ts';
import type { Part } from '../part.ts';
import type { SlotPeriod } from '../slots.ts';

/** B recurs from A until C: at least every L, or so many times in each slot of civil time. */
export type CadenceStandard<Id extends string = string> = Part<Id> &
  RuleKeys & {
    readonly kind: 'cadence';
    /** What it begins with: the first of these events. */
    readonly from: Selectors;
    /** What it ends with. */
    readonly until: Selectors;
    readonly event: Selectors;
  } & (CadenceGaps | CadenceSlots);

/** One run a gap, from one event to the next; the last one closes with `until`. */
export interface CadenceGaps {
  readonly every: LimitOrTable;
  /** Default: `rolling`. */
  readonly counting?: CountingName | Counting;
}

/** One run a slot that lies wholly between `from` and `until`. */
export interface CadenceSlots {
  /** Default: 1. */
  readonly times?: number | ParameterReference;
  readonly per: SlotPeriod | ParameterReference;
  /** These hours of each day are the slots instead, as `'08:00-12:00'`. */
  readonly windows?: readonly string[] | ParameterReference;
}

/** A slot, `[from, to)`, and what happened in it. */
export interface CadenceDetail {
  readonly slot: { readonly from: Date; readonly to: Date };
  /** How often it happened in the slot. */
  readonly count: number;
  /** How often it had to. */
  readonly times: number;
}
