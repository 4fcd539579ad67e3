import type { ParameterReference } from '../../case/conditions.ts';
import type { Selectors } from '../../case/selector.ts';
import type { Counting, CountingName } from '../../limit/types.ts';
import type { RuleKeys } from '../compile-rule.ts';
import type { LimitOrTable } from '../limit-rule.ts';
import type { Part } from '../part.ts';
import type { TimeAttribute } from '../promise.ts';

/** B at least L before A. One run, from the beginning of the case. */
export interface NoticeStandard<Id extends string = string> extends Part<Id>, RuleKeys {
  readonly kind: 'notice';
  /** What gives notice. */
  readonly event: Selectors;
  /** What it has to come before: an event, or the instant in a time attribute. */
  readonly before: Selectors | TimeAttribute;
  readonly atLeast: LimitOrTable;
  /** What makes the notice needless if it happens in time. */
  readonly unless?: Selectors | ParameterReference;
  /** Whole days must lie between. */
  readonly clearDays?: boolean | ParameterReference;
  readonly counting?: CountingName | Counting;
}

/** What the notice has to come before; `null`: not known yet. */
export interface NoticeDetail {
  readonly anchor: Date | null;
  readonly clearDays?: boolean;
}
