import type { ParameterReference, When } from '../../case/conditions.ts';
import type { Part } from '../part.ts';

/** Something that is looked at, by the name under which `observed` events report it. */
export interface ChecklistItem {
  readonly item: string;
  /** What failing it costs, at most 4 decimals (default 1); the `points` of an observation itself come first. */
  readonly points?: number | ParameterReference;
  /** How much it counts in the pass rate, at most 4 decimals (default 1). */
  readonly weight?: number | ParameterReference;
}

/** Observed behaviour: nothing fails, or enough is passed. */
export interface ChecklistStandard<Id extends string = string> extends Part<Id> {
  readonly kind: 'checklist';
  /** The cases it applies to, by their attributes at the first observation. */
  readonly when?: When;
  readonly items: readonly ChecklistItem[] | ParameterReference;
  /** The pass rate that will do, such as `'>= 90%'`; without it nothing may fail. */
  readonly pass?: string | ParameterReference;
  /** One of the policy's named calendars, for the zone in which times are told; its own by default. */
  readonly calendar?: string;
}

/** What was observed, each observation counted. */
export type ChecklistDetail = {
  readonly passed: number;
  readonly failed: number;
  /** The weight of what was passed as a share of the weight of all that was observed. */
  readonly rate: number;
  /** The points of all items, less those deducted. */
  readonly score: number;
  readonly deducted: number;
  readonly pass?: string;
  /** What failed: the item, what that cost, and the index of the observation among the case's events. */
  readonly failures: readonly { readonly item: string; readonly points: number; readonly event: number }[];
};
