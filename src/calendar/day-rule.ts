import type { EpochDay } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import type { Hours } from './hours.ts';

/** Why a day has the hours it has. */
export interface DayCause {
  readonly cause: 'week' | 'closed-weekday' | 'holiday' | 'make-up' | 'exception';
  /** The name of the holiday or make-up day, if its source gives one. */
  readonly name?: string;
  /** The title of the source that says so. */
  readonly source?: string;
}

/** A source's horizon in day numbers. */
export interface Horizon {
  readonly source: string;
  readonly from: EpochDay;
  readonly to: EpochDay;
  /** The same in words. */
  readonly text: string;
}

/** What a checked specification says about each civil day. */
export interface DayRule {
  readonly zone: Zone;
  readonly strict: boolean;
  readonly horizons: readonly Horizon[];
  hours(day: EpochDay): Hours;
  cause(day: EpochDay): DayCause;
}
