import type { ParameterReference } from '../../case/conditions.ts';
import type { Selectors } from '../../case/selector.ts';
import type { Part } from '../part.ts';
import type { SlotPeriod } from '../slots.ts';

/** The organisation does something at least so often in every period; `assessOrganisation` and audits judge it. */
export interface DutyStandard<Id extends string = string> extends Part<Id> {
  readonly kind: 'duty';
  readonly event: Selectors;
  /** How often at least, in each period. */
  readonly times: number | ParameterReference;
  /** Weeks begin on Monday; half-days meet at 12:00. */
  readonly per: SlotPeriod;
  /** These hours of each day are the periods instead, as `'08:00-12:00'`. */
  readonly windows?: readonly string[] | ParameterReference;
  /** One of the policy's named calendars, for its zone; its own by default. */
  readonly calendar?: string;
}

/** How often it was done in one period, `[from, to)`. */
export type DutyDetail = {
  readonly from: Date;
  readonly to: Date;
  /** How often it was done. */
  readonly count: number;
  /** How often it had to be. */
  readonly times: number;
};
