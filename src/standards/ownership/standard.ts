import type { Selectors } from '../../case/selector.ts';
import type { RuleKeys } from '../compile-rule.ts';
import type { Part } from '../part.ts';

/**
 * Somebody holds the case at every moment from A until B: whom it was last assigned or transferred to, or whom its
 * `owner` was changed to.
 */
export interface OwnershipStandard<Id extends string = string> extends Part<Id>, RuleKeys {
  readonly kind: 'ownership';
  readonly from: Selectors;
  readonly until: Selectors;
}

/** When nobody held the case. */
export type OwnershipDetail = {
  /** `[from, to)`; `null`: nobody does still. */
  readonly gaps: readonly { readonly from: Date; readonly to: Date | null }[];
};
