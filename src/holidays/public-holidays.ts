import type Holidays from 'date-holidays';
import type { HolidaySource } from '../calendar/spec.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { HolidaysError } from '../errors/holidays-error.ts';
import { nearest } from '../errors/nearest.ts';
import { civilOf, formatCivilDate, parseCivilDate } from '../instant/civil.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';
import { DayNames } from './day-names.ts';
import { type DaysAsked, readDaysAsked } from './days-asked.ts';
import { daysOfHoliday } from './days-of-holiday.ts';
import { findPlace, type Place } from './find-place.ts';
import { dateHolidays } from './library.ts';
import { withMakeUpDays } from './make-up-days.ts';

const holidayTypes = ['public', 'bank', 'optional', 'school', 'observance'] as const;
const halfDayUses = ['working', 'cut', 'off'] as const;

/** The types that date-holidays tells apart. */
export type HolidayType = (typeof holidayTypes)[number];
/** What becomes of a day that is a holiday in part. */
export type HalfDayUse = (typeof halfDayUses)[number];

/** Which country's holidays, or which part's, and of which days. */
export interface PublicHolidaysOptions extends Place, DaysAsked {
  /** Default: `['public']`. */
  readonly types?: readonly HolidayType[];
  /**
   * What half a day off is (Christmas Eve from 14:00): a usual working day (`'working'`, the default), one whose hours
   * end when it starts (`'cut'`), or a day off (`'off'`).
   */
  readonly halfDays?: HalfDayUse;
  /** Of the names, ISO 639-1, where there is a choice; default: the country's own. */
  readonly language?: string;
}

const optionNames = ['country', 'state', 'region', 'types', 'halfDays', 'language'];

/**
 * The public holidays of a country, or of a part of one, by the package date-holidays, as plain data for a calendar's
 * `holidays`.
 *
 * Dates are taken from the text that date-holidays has for them, in the place's own calendar, whatever the zone of the
 * host. Holidays of several days are off on each day that they cover as a whole; substitutes are found across the year's
 * end. `partial` says so where make-up working days are missing (China, Taiwan, Russia, Hungary and others); for China
 * use `duly/china`.
 *
 * The horizon starts with `from` and ends with the year of date-holidays' data at the latest, which `revision` is the
 * date of: rules of later years are forecasts, and what uses them is provisional. `from` and `to` are dates or years.
 *
 * @throws HolidaysError `holidays.place` for an unknown country, state or region, with the nearest one, and for a country
 * that date-holidays lacks (Kyrgyzstan, Iraq), with what to do instead;
 * `holidays.unknown-key`, `holidays.option`, `holidays.range`; `holidays.missing` where date-holidays isn't installed.
 * @example
 * publicHolidays({ country: 'DE', state: 'BY', from: 2026, to: 2026 }).names['2026-05-14'] // => 'Christi Himmelfahrt'
 */
export function publicHolidays(options: PublicHolidaysOptions): HolidaySource {
  const { first, last } = readDaysAsked(options, optionNames);
  const types = readTypes(options.types ?? ['public']);
  const halfDays = oneOf(halfDayUses, options.halfDays ?? 'working', ['halfDays']);
  const { holidays, country, code } = findPlace(options, options.language);
  const { published } = dateHolidays();
  // The last day that is known must be there even if only later ones are asked for: a horizon is never empty.
  const known = parseCivilDate(`${published.slice(0, 4)}-12-31`);
  const span = [Math.min(first, known), last] as const;
  const found = daysIn(holidays, span, types, halfDays);
  return {
    id: `date-holidays/${code}`,
    title: `date-holidays ${code}`,
    revision: published,
    horizon: { from: formatCivilDate(span[0]), to: formatCivilDate(Math.min(last, known)) },
    off: found.off.map(([date]) => date),
    working: [],
    names: Object.fromEntries([...found.off, ...found.early.map(([date, , name]) => [date, name])]),
    ...(found.early.length > 0 && {
      early: Object.fromEntries(found.early.map(([date, from]) => [date, from])),
    }),
    ...(withMakeUpDays.includes(country) && { partial: partialOf(country) }),
  };
}

interface Found {
  readonly off: readonly (readonly [CivilDate, name: string])[];
  readonly early: readonly (readonly [CivilDate, from: string, name: string])[];
}

function daysIn(
  holidays: Holidays,
  [first, last]: readonly [EpochDay, EpochDay],
  types: readonly string[],
  halfDays: HalfDayUse,
): Found {
  const off = new DayNames(first, last);
  const halves = new DayNames(first, last);
  const starts = new Map<EpochDay, string>();
  // A substitute may lie in the year before, the end of a long holiday in the year after.
  for (let year = civilOf(first).year - 1; year <= civilOf(last).year + 1; year += 1) {
    for (const holiday of holidays.getHolidays(year)) {
      if (!types.includes(holiday.type)) continue;
      const { whole, half } = daysOfHoliday(holiday);
      for (const day of whole) off.add(day, holiday.name);
      if (half === null || halfDays === 'working') continue;
      (halfDays === 'off' ? off : halves).add(half.day, holiday.name);
      const from = starts.get(half.day);
      if (from === undefined || half.from < from) starts.set(half.day, half.from);
    }
  }
  const early = halves.list().filter(([day]) => !off.has(day));
  return {
    off: off.list().map(([day, name]) => [formatCivilDate(day), name]),
    early: early.map(([day, name]) => [formatCivilDate(day), starts.get(day)!, name]),
  };
}

function partialOf(country: string): string {
  const missing = `date-holidays has no make-up working days for ${country}`;
  return country === 'CN' ? `${missing}; duly/china has` : missing;
}

function readTypes(given: readonly HolidayType[]): readonly HolidayType[] {
  if (Array.isArray(given)) return given.map((type, index) => oneOf(holidayTypes, type, ['types', index]));
  throw new HolidaysError('holidays.option', { given, expected: 'an array of types' }, { path: ['types'] });
}

function oneOf<T extends string>(known: readonly T[], given: T, path: ErrorPath): T {
  if (known.includes(given)) return given;
  const near = nearest(String(given), known);
  const hint = near === undefined ? {} : { hint: `Did you mean "${near}"?` };
  throw new HolidaysError('holidays.option', { given, expected: known.join(', ') }, { path, ...hint });
}
