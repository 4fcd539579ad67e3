import type { PolicyOrVersions } from '../policy/types.ts';
import type { ColumnType } from './tables.ts';

/** What tallies carry along of the task they belong to, so that rows alone make a report. */
export interface TallyDocument {
  readonly format: 'duly-tallies/1';
  readonly policies: PolicyOrVersions;
  readonly asOf: number;
  readonly by: readonly string[];
  /** Whether its rows are told slice by slice. */
  readonly sliced: boolean;
  /** By the number that rows have for them. */
  readonly attributes: readonly { readonly name: string; readonly type: ColumnType }[];
}
