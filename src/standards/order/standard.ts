import type { Selector, Selectors } from '../../case/selector.ts';
import type { RuleKeys } from '../compile-rule.ts';
import type { Part } from '../part.ts';

/** A step that has happened: with any of these events, or with the last of all of them. */
export type OrderStep = Selectors | { readonly all: readonly Selector[] };

/** This before that, or a chain of steps each of which needs the one before. One verdict a case. */
export type OrderStandard<Id extends string = string> = Part<Id> &
  RuleKeys & { readonly kind: 'order' } & (
    | {
        readonly first: OrderStep;
        readonly then: OrderStep;
      }
    | { readonly steps: readonly OrderStep[] }
  );

/** How far a case has come. */
export interface OrderDetail {
  /** When each step first happened; `null`: not yet. */
  readonly steps: readonly (Date | null)[];
  /** The event that came too early, and the events of the step that was to come before it. */
  readonly event?: string;
  readonly without?: readonly string[];
}
