import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar, CalendarSpec, HolidaySource } from '../calendar/spec.ts';
import { china } from '../china/index.ts';
import { DulyError } from '../errors/duly-error.ts';
import { nearest } from '../errors/nearest.ts';
import { FIRST_YEAR, LAST_YEAR } from '../instant/types.ts';
import { CliError } from './cli-error.ts';
import { isFileName, readJson } from './named.ts';

const hours = ['09:00-18:00'];

/** Office hours, Monday to Friday. */
const office = (timeZone: string, holidays: HolidaySource): CalendarSpec => ({
  timeZone,
  week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [holidays],
});

export interface CalendarAsked {
  /** `china`, a country (`DE`, `DE-BY`), or a file. */
  readonly name: string;
  /** For a country that has several. */
  readonly timeZone?: string | undefined;
  /** Whether any of its zones will do: the days are the same in all. */
  readonly anyZone?: boolean;
  /** The first and the last year that holidays are needed for. */
  readonly years: readonly [number, number];
  readonly cwd: string;
}

/** Two letters, and those of a state and a region. */
const country = /^([a-z]{2})(?:-(\w+))?(?:-(\w+))?$/i;

/** The specification that `--calendar` names: `china`, a country, or a file. */
export async function loadCalendar(asked: CalendarAsked): Promise<Calendar> {
  const { name, timeZone, cwd } = asked;
  const [, code, state, region] = country.exec(name) ?? [];
  if (code !== undefined)
    return ofCountry({ country: code, ...(state && { state }), ...(region && { region }) }, asked);
  if (timeZone !== undefined) throw new CliError((words) => words.ownZone(name));
  if (name === 'china') return defineCalendar(office('Asia/Shanghai', china()));
  if (!isFileName(name)) throw unknown(name);
  const json = await readJson(name, cwd, 'calendar');
  try {
    return defineCalendar(json as CalendarSpec);
  } catch (error) {
    if (error instanceof DulyError)
      throw new CliError((words) => words.within(name, words.error(error)), 2, error);
    throw error;
  }
}

function unknown(name: string): CliError {
  const near = nearest(name, ['china']);
  return new CliError((words) => {
    const hint = near === undefined ? words.calendarForms : words.didYouMean(near);
    return words.unknown('calendar', name) + hint;
  });
}

interface Place {
  readonly country: string;
  readonly state?: string;
  readonly region?: string;
}

/** Loads the country's holidays, and the package that has them, only now. */
async function ofCountry(place: Place, { name, timeZone, anyZone, years }: CalendarAsked): Promise<Calendar> {
  const { publicHolidays } = await import('../holidays/index.ts');
  const { timeZonesOf } = await import('../holidays/time-zones-of.ts');
  const zones = timeZonesOf(place);
  const [only] = zones;
  const zone = timeZone ?? (anyZone === true || zones.length === 1 ? only : undefined);
  if (zone === undefined) {
    const listed = zones.length > 5 ? `${zones.slice(0, 5).join(', ')}, ...` : zones.join(', ');
    throw new CliError((words) => words.severalZones(name, zones.length, listed));
  }
  const [from, to] = [Math.max(FIRST_YEAR, years[0]), Math.min(LAST_YEAR, years[1])];
  return defineCalendar(office(zone, publicHolidays({ ...place, from, to })));
}
