import type { EpochDay } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import type { Hours } from './hours.ts';
import type { CalendarSpec, HolidaySource } from './spec.ts';

/** A source's horizon in day numbers. */
export interface Horizon {
  readonly source: HolidaySource;
  readonly from: EpochDay;
  readonly to: EpochDay;
}

/** What a checked specification says about each civil day. */
export interface DayRule {
  readonly spec: CalendarSpec;
  readonly zone: Zone;
  readonly strict: boolean;
  readonly horizons: readonly Horizon[];
  /** The rules that are combined here; none in a weekly one. */
  readonly parts: readonly DayRule[];
  /** The days that depart from the week, with the hours they have instead. */
  readonly special: ReadonlyMap<EpochDay, Hours>;
  hours(day: EpochDay): Hours;
}
