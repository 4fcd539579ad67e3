import type { ParameterReference, When } from '../../case/conditions.ts';
import type { Part } from '../part.ts';

/**
 * Enough people on duty through all working hours of its calendar; `assessOrganisation` and audits judge it by shifts.
 */
export interface CoverageStandard<Id extends string = string> extends Part<Id> {
  readonly kind: 'coverage';
  /** The shifts at this post; all of them by default. One whose `present` is `false` counts nowhere. */
  readonly post?: string | ParameterReference;
  /** How many different people. */
  readonly atLeast: number | ParameterReference;
  /** The shifts that count, by their attributes. */
  readonly when?: When;
  /** One of the policy's named calendars; its own by default. */
  readonly calendar?: string;
}

/** When too few were on duty, in working hours, `[from, to)`; `onDuty` is the least there were. */
export type CoverageDetail = {
  readonly atLeast: number;
  readonly gaps: readonly { readonly from: Date; readonly to: Date; readonly onDuty: number }[];
};
