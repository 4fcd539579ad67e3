import { HolidaysError } from '../errors/holidays-error.ts';
import { unknownKey } from '../errors/unknown-key.ts';
import { formatCivilDate, inSpan, parseCivilDate } from '../instant/civil.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';

/** The days for which holidays are asked: dates, or whole years as numbers; both ends are included. */
export interface DaysAsked {
  readonly from: CivilDate | number;
  readonly to: CivilDate | number;
}

/**
 * The first and the last day asked for.
 *
 * @param known - The other options there are.
 * @throws HolidaysError `holidays.unknown-key`, `holidays.option`, `holidays.range`
 */
export function readDaysAsked(
  options: DaysAsked,
  known: readonly string[],
): { readonly first: EpochDay; readonly last: EpochDay } {
  const { from, to } = options ?? {};
  const stranger = unknownKey(options ?? {}, ['from', 'to', ...known]);
  if (stranger !== undefined) {
    const { key, hint } = stranger;
    throw new HolidaysError('holidays.unknown-key', { given: key }, { path: [key], hint });
  }
  const first = dayOf(from, '01-01', 'from');
  const last = dayOf(to, '12-31', 'to');
  if (first <= last) return { first, last };
  const range = { from: formatCivilDate(first), to: formatCivilDate(last) };
  throw new HolidaysError('holidays.range', range, { path: ['to'], hint: 'Swap the two' });
}

function dayOf(given: CivilDate | number, ofYear: string, key: string): EpochDay {
  const day = parseCivilDate(typeof given === 'number' ? `${given}-${ofYear}` : given);
  if (inSpan(day)) return day;
  const expected = 'a date "YYYY-MM-DD" or a year from 1970 to 2199';
  throw new HolidaysError('holidays.option', { given, expected }, { path: [key] });
}
