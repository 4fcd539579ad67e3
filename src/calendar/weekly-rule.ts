import { civilOf, parseCivilDate, weekdayOf } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import type { DayRule, Horizon } from './day-rule.ts';
import { CLOSED, type Hours } from './hours.ts';
import type { HolidaySource } from './spec.ts';

/** A weekly specification, checked and turned into numbers. */
export interface WeeklyTables {
  readonly zone: Zone;
  readonly strict: boolean;
  /** Monday first. */
  readonly week: readonly Hours[];
  /** The hours of make-up days and of `'working'` exceptions. */
  readonly usual: Hours;
  readonly off: ReadonlySet<EpochDay>;
  readonly ranges: readonly (readonly [EpochDay, EpochDay])[];
  /** Month × 100 + day. */
  readonly yearly: ReadonlySet<number>;
  readonly makeUp: { has(day: EpochDay): boolean };
  readonly exceptions: ReadonlyMap<EpochDay, Hours>;
  readonly sources: readonly HolidaySource[];
}

/** Exceptions before make-up days before holidays before the week. */
export function weeklyRule(tables: WeeklyTables): DayRule {
  const { zone, strict, week, usual, off, ranges, yearly, makeUp, exceptions, sources } = tables;

  const isHoliday = (day: EpochDay) => {
    if (off.has(day) || ranges.some(([from, to]) => day >= from && day <= to)) return true;
    if (yearly.size === 0) return false;
    const date = civilOf(day);
    return yearly.has(date.month * 100 + date.day);
  };

  const published = (day: EpochDay, list: 'off' | 'working') => {
    const source = sources.find((one) => one[list].some((date) => parseCivilDate(date) === day));
    if (source === undefined) return {};
    const name = Object.entries(source.names).find(([date]) => parseCivilDate(date) === day)?.[1];
    return { source: source.id, ...(name === undefined ? {} : { name }) };
  };

  return {
    zone,
    strict,
    horizons: sources.map(horizonOf),
    hours(day) {
      const exception = exceptions.get(day);
      if (exception !== undefined) return exception;
      if (makeUp.has(day)) return usual;
      return isHoliday(day) ? CLOSED : week[weekdayOf(day)]!;
    },
    cause(day) {
      if (exceptions.has(day)) return { cause: 'exception' };
      if (makeUp.has(day)) return { cause: 'make-up', ...published(day, 'working') };
      if (isHoliday(day)) return { cause: 'holiday', ...published(day, 'off') };
      return { cause: week[weekdayOf(day)]!.length > 0 ? 'week' : 'closed-weekday' };
    },
  };
}

function horizonOf({ id, horizon }: HolidaySource): Horizon {
  return { source: id, from: parseCivilDate(horizon.from), to: parseCivilDate(horizon.to) };
}
