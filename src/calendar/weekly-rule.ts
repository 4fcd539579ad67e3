import { formatCivilDate, parseCivilDate, weekdayOf } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import type { Zone } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';
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
  /** See `yearlyKey`. */
  readonly yearly: ReadonlySet<string>;
  readonly makeUp: { has(day: EpochDay): boolean };
  readonly exceptions: ReadonlyMap<EpochDay, Hours>;
  readonly sources: readonly HolidaySource[];
}

/** What the same date of every year has in common: `"-12-25"`. */
export const yearlyKey = (day: EpochDay): string => formatCivilDate(day).slice(4);

/** Exceptions before make-up days before holidays before the week. */
export function weeklyRule(tables: WeeklyTables): DayRule {
  const { zone, strict, week, usual, off, ranges, yearly, makeUp, exceptions, sources } = tables;
  const isHoliday = (day: EpochDay) =>
    off.has(day) ||
    ranges.some(([from, to]) => day >= from && day <= to) ||
    (yearly.size > 0 && yearly.has(yearlyKey(day)));
  const published = (list: 'off' | 'working', day: EpochDay) => {
    const date = formatCivilDate(day);
    const source = sources.find((one) => one[list].includes(date));
    const name = source?.names[date];
    return { ...(source && { source: source.title }), ...(name !== undefined && { name }) };
  };
  return {
    zone,
    strict,
    horizons: sources.map(({ id: source, horizon: { from, to } }) => ({
      source,
      from: parseCivilDate(from),
      to: parseCivilDate(to),
      text: `${source} covers ${from} to ${to}`,
    })),
    hours(day) {
      const exception = exceptions.get(day);
      if (exception !== undefined) return exception;
      if (makeUp.has(day)) return usual;
      return isHoliday(day) ? CLOSED : week[weekdayOf(day)]!;
    },
    cause(day) {
      if (exceptions.has(day)) return { cause: 'exception' };
      if (makeUp.has(day)) return { cause: 'make-up', ...published('working', day) };
      if (isHoliday(day)) return { cause: 'holiday', ...published('off', day) };
      return { cause: week[weekdayOf(day)]!.length > 0 ? 'week' : 'closed-weekday' };
    },
  };
}
