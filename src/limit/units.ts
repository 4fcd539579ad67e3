import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../instant/types.ts';
import type { Limit, LimitUnit } from './types.ts';

/** What a unit is made of: ms on the clock, or whole civil days, or months. */
export interface UnitFacts {
  /** 0 for units that follow a counting convention. */
  readonly ms: Millis;
  readonly days: number;
  readonly months: number;
  readonly working: boolean;
}

const span = (ms: Millis, working: boolean): UnitFacts => ({ ms, days: 0, months: 0, working });
const days = (days: number, working: boolean): UnitFacts => ({ ms: 0, days, months: 0, working });

export const units: Readonly<Record<LimitUnit, UnitFacts>> = {
  seconds: span(SECOND, false),
  minutes: span(MINUTE, false),
  hours: span(HOUR, false),
  days: days(1, false),
  weeks: days(7, false),
  months: { ms: 0, days: 0, months: 1, working: false },
  'working minutes': span(MINUTE, true),
  'working hours': span(HOUR, true),
  'working days': days(1, true),
};

export const unitNames = Object.keys(units) as readonly LimitUnit[];

/** The ms of a limit in seconds, minutes or hours; 0 for others. Decimals were checked to give whole ms. */
export function limitMillis(limit: Limit): Millis {
  return Math.round(limit.amount * units[limit.unit].ms);
}

/** The longest that one of a unit can be, for a check of size. */
export function longest(unit: UnitFacts): Millis {
  return unit.ms || (unit.days || 31) * DAY;
}
