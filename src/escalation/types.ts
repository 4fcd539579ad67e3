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

/** One step of a ladder: who takes over (`to`), and what brings it about (`at`, `on` or `when`). */
export type Rung<StandardId extends string = string> = {
  readonly id: string;
  /** How far up it leads: an `escalated` event of this level or higher takes it. */
  readonly level: number;
  readonly to: TakesOver;
  readonly action?: string;
  readonly deliver?: 'working-time';
  readonly every?: LimitInput | ParameterReference;
  /** How often it comes up at most, the first one included; it needs `every`. */
  readonly times?: number | ParameterReference;
  readonly takenBy?: Selectors;
} & Trigger<StandardId>;

/** Who takes over, when. */
export interface Ladder<StandardId extends string = string> extends Part {
  readonly when?: When;
  readonly calendar?: string;
  readonly rungs: readonly Rung<StandardId>[];
}

/** What became of one rung in one run, by the moment of evaluation. */
export interface Escalation {
  /** case/ladder/rung/run/repeat: stable, for exactly-once delivery. */
  readonly key: string;
  readonly ladder: string;
  readonly rung: string;
  /** The rung's level. */
  readonly level: number;
  readonly to: string;
  /** Which application of the standard, counting from 1. */
  readonly run: number;
  /** Which time it comes up in this run, counting from 1. */
  readonly repeat: number;
  readonly at: Date;
  readonly deliverAt: Date;
  readonly state: 'upcoming' | 'due' | 'taken' | 'missed' | 'cancelled';
  readonly cause: string;
  readonly action?: string;
  /** Elapsed ms after the rung's instant at which it was taken, where that was late. */
  readonly lateTaken?: number;
}
