import type Holidays from 'date-holidays';
import { HolidaysError } from '../errors/holidays-error.ts';
import { nearest } from '../errors/nearest.ts';
import { dateHolidays } from './library.ts';
import { withMakeUpDays } from './make-up-days.ts';

/** A country, or a part of one, by the codes of date-holidays, in capitals or not. */
export interface Place {
  /** ISO 3166-1, two letters: `"DE"`. */
  readonly country: string;
  /** A state's, land's or province's code: `"BY"`. */
  readonly state?: string;
  /** A part of a state: `"A"` (Augsburg). */
  readonly region?: string;
}

export interface FoundPlace {
  readonly holidays: Holidays;
  readonly country: string;
  /** The codes, as date-holidays writes them: `DE-BY-A`. */
  readonly code: string;
}

/**
 * The holidays of a place. date-holidays itself has an empty list for a place that it doesn't know.
 *
 * @throws HolidaysError `holidays.place` with the nearest code, `holidays.missing`
 */
export function findPlace({ country, state, region }: Place, language?: string): FoundPlace {
  const { Holidays } = dateHolidays();
  const all = new Holidays();
  const codes = [codeIn((language) => all.getCountries(language), country, 'country')];
  if (region !== undefined && state === undefined) {
    throw new HolidaysError(
      'holidays.option',
      { given: state, expected: 'the state of the region' },
      at('state'),
    );
  }
  if (state !== undefined)
    codes.push(codeIn((language) => all.getStates(codes[0]!, language), state, 'state'));
  if (region !== undefined)
    codes.push(codeIn((language) => all.getRegions(codes[0]!, codes[1]!, language), region, 'region'));
  const [found, ...parts] = codes as [string, ...string[]];
  const options = language === undefined ? {} : { languages: language };
  const place = {
    country: found,
    ...(parts[0] && { state: parts[0] }),
    ...(parts[1] && { region: parts[1] }),
  };
  return { holidays: new Holidays(place, options), country: found, code: codes.join('-') };
}

const at = (key: string) => ({ path: [key] });

type Names = Readonly<Record<string, string>>;

function codeIn(namesIn: (language?: string) => Names | undefined, given: unknown, what: string): string {
  const names = namesIn() ?? {};
  const wanted = String(given).toUpperCase();
  const codes = Object.keys(names);
  const code = codes.find((each) => each.toUpperCase() === wanted);
  if (code !== undefined) return code;
  const english = namesIn('en') ?? {};
  const name = what === 'country' ? countryName(wanted) : undefined;
  // "UK" is another code of a country that is known; "IQ", Iraq, isn't Iran.
  const near =
    name === undefined
      ? nearestCode(String(given), [names, english])
      : codes.find((each) => english[each] === name);
  const known = codes.length === 0 ? 'It has none: leave it out' : `Known are ${codes.join(', ')}`;
  const otherwise = name === undefined ? known : withoutLibrary(name, wanted);
  const hint = near === undefined ? otherwise : `Did you mean "${near}" (${names[near]})?`;
  throw new HolidaysError('holidays.place', { given, what }, { path: [what], hint });
}

/** The English name of a country that there is, whether or not date-holidays knows it. */
function countryName(code: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const name = names.of(code);
  return name === names.of('ZZ') ? undefined : name;
}

/** What to do where date-holidays has no holidays of a country at all: another code would be another country. */
function withoutLibrary(name: string, code: string): string {
  const own = `It has none of ${name}: list the days off among the calendar's holidays, or read them with icalHolidays`;
  return withMakeUpDays.includes(code)
    ? `${own}; make-up working days are exceptions: { '2026-01-10': 'working' }`
    : own;
}

/** By its name ("Germany") first; of codes, which are all near each other, rather one with the same first letter. */
function nearestCode(given: string, names: readonly Names[]): string | undefined {
  for (const each of names) {
    const named = nearest(given, Object.values(each));
    if (named !== undefined) return Object.keys(each).find((code) => each[code] === named);
  }
  const codes = Object.keys(names[0]!);
  const alike = codes.filter((code) => code[0] === given[0]?.toUpperCase());
  return nearest(given, alike) ?? nearest(given, codes);
}
