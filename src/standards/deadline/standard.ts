import type { ParameterReference, When } from '../../case/conditions.ts';
import type { Selector, Selectors } from '../../case/selector.ts';
import type { Counting, CountingName } from '../../limit/types.ts';
import type { LimitRule } from '../limit-rule.ts';
import type { Part } from '../part.ts';
import type { PauseRule } from '../pauses.ts';

/** B within L after A. */
export interface DeadlineStandard<Id extends string = string> extends Part<Id> {
  readonly kind: 'deadline';
  /** The cases it applies to, by their attributes at the run's start. */
  readonly when?: When;
  /** What starts a run. */
  readonly from: Selectors;
  /** What fulfils it: any of these events, or the last of all of them. */
  readonly to: Selectors | { readonly all: readonly Selector[] };
  readonly within: LimitRule;
  /**
   * `first` (default): one run from the first `from`. `run`: every `from` opens its own. `oldest-unanswered`: from
   * the oldest `from` that no `to` has answered yet.
   */
  readonly each?: 'first' | 'run' | 'oldest-unanswered';
  /** An attribute in which a `to` must equal the run's `from`. */
  readonly match?: string;
  /** Ends an undone run and opens the next one. */
  readonly restartOn?: Selectors | ParameterReference;
  readonly pause?: PauseRule;
  /** Ends a run without a verdict on it. Default: withdrawn, merged, invalidated. */
  readonly exemptOn?: Selectors | ParameterReference;
  /** Whether changed attributes change the limit of a running run. Default: `keep`. */
  readonly onChange?: 'keep' | 'recalculate';
  /** One of the policy's named calendars; its own by default. */
  readonly calendar?: string;
  readonly counting?: CountingName | Counting;
}
