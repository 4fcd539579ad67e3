import type Holidays from 'date-holidays';
import { HolidaysError } from '../errors/holidays-error.ts';
import { nearest } from '../errors/nearest.ts';
import { dateHolidays } from './library.ts';

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
  const near = nearestCode(String(given), [names, namesIn('en') ?? {}]);
  const known = codes.length === 0 ? 'It has none: leave it out' : `Known are ${codes.join(', ')}`;
  const hint = near === undefined ? known : `Did you mean "${near}" (${names[near]})?`;
  throw new HolidaysError('holidays.place', { given, what }, { path: [what], hint });
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
