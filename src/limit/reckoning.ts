import type { Timetable } from '../calendar/timetable.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Stop } from './pauses.ts';
import type { Counting, Limit } from './types.ts';

/** All that a due instant depends on. */
export interface Reckoning {
  readonly from: EpochMs;
  readonly limit: Limit;
  readonly timetable: Timetable;
  readonly counting: Counting;
  /** In order, united, ended: `unitePauses`. */
  readonly pauses?: readonly Stop[];
  readonly trace?: boolean;
  /**
   * `from` is itself a due instant that the limit adds to, not an arrival: no cut-off applies, its day is never
   * counted again, and 24:00 belongs to the day that ends then.
   */
  readonly continues?: boolean;
}
