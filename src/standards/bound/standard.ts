import type { ParameterReference } from '../../case/conditions.ts';
import type { Selectors } from '../../case/selector.ts';
import type { Counting, CountingName, Limit, LimitInput } from '../../limit/types.ts';
import type { RuleKeys } from '../compile-rule.ts';
import type { Part } from '../part.ts';
import type { TimeAttribute } from '../promise.ts';

/**
 * A measured number stays within limits, both included. It judges the organisation's own events as well.
 *
 * `measure` is an attribute: one run for each event that has it, or one for the case if that has it first. Or the time
 * `from` one event or time attribute `to` another: one run for each pair. Or a `count` of events: one run.
 */
export type BoundStandard<Id extends string = string> = Part<Id> &
  RuleKeys & {
    readonly kind: 'bound';
  } & (
    | {
        readonly measure: string;
        /** The events that have the attribute; any that does by default. One that lacks it is undetermined. */
        readonly event?: Selectors;
        readonly min?: number | ParameterReference;
        readonly max?: number | ParameterReference;
      }
    | {
        readonly measure: { readonly count: Selectors };
        readonly min?: number | ParameterReference;
        readonly max?: number | ParameterReference;
      }
    | {
        readonly measure: BoundSpan;
        /** An attribute in which the end of a pair must equal its beginning. */
        readonly match?: string;
        readonly min?: LimitInput | ParameterReference;
        readonly max?: LimitInput | ParameterReference;
        /** For limits in days. Default: `rolling`. */
        readonly counting?: CountingName | Counting;
      }
  );

export interface BoundSpan {
  readonly from: Selectors | TimeAttribute;
  readonly to: Selectors | TimeAttribute;
}

/** What was measured, and what it was held against. */
export interface BoundDetail {
  /** Where the bounds are limits: ms, of working time for working units; as yet, while its end isn't there. */
  readonly value: number;
  /** The least that keeps the rule, itself included; a limit where a time is measured. */
  readonly min?: number | Limit;
  /** The most that keeps the rule, itself included. */
  readonly max?: number | Limit;
}
