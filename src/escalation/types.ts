import type { ParameterReference, When } from '../case/conditions.ts';
import type { Selectors } from '../case/selector.ts';
import type { LimitInput } from '../limit/types.ts';
import type { Part } from '../standards/part.ts';

/** The role that takes over, fixed or by the case's attributes. */
export type TakesOver =
  | string
  | { readonly table: readonly { readonly when: When; readonly to: string }[]; readonly otherwise?: string };

/** What brings a rung about: the clock of a standard, a number of events, or an attribute. */
type Trigger<StandardId extends string> =
  | {
      readonly at:
        | { readonly before: StandardId; readonly by: LimitInput | ParameterReference }
        | { readonly after: StandardId; readonly by: LimitInput | ParameterReference }
        | { readonly share: number | ParameterReference; readonly of: StandardId };
    }
  | { readonly on: Selectors | { readonly event: Selectors; readonly count: number | ParameterReference } }
  | { readonly when: When };

export type Rung<StandardId extends string = string> = {
  readonly id: string;
  readonly level: number;
  readonly to: TakesOver;
  readonly action?: string;
  readonly deliver?: 'working-time';
  readonly every?: LimitInput | ParameterReference;
  readonly times?: number | ParameterReference;
  readonly takenBy?: Selectors;
} & Trigger<StandardId>;

/** Who takes over, when. */
export interface Ladder<StandardId extends string = string> extends Part {
  readonly when?: When;
  readonly calendar?: string;
  readonly rungs: readonly Rung<StandardId>[];
}

export interface Escalation {
  /** case/ladder/rung/run/repeat: stable, for exactly-once delivery. */
  readonly key: string;
  readonly ladder: string;
  readonly rung: string;
  readonly level: number;
  readonly to: string;
  readonly run: number;
  readonly repeat: number;
  readonly at: Date;
  readonly deliverAt: Date;
  readonly state: 'upcoming' | 'due' | 'taken' | 'missed' | 'cancelled';
  readonly cause: string;
  readonly action?: string;
  /** Elapsed ms after the rung's instant at which it was taken, where that was late. */
  readonly lateTaken?: number;
}
