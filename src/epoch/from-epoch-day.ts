import { formatCivilDate } from '../instant/civil.ts';
import type { CivilDate, EpochDay } from '../instant/types.ts';
import { checkedDay } from './checked.ts';

/**
 * The civil date of a day number, as `"YYYY-MM-DD"`: the way back from `toEpochDay`.
 *
 * @throws InstantError `instant.civil-date` for a number that is no whole day from 1970 to 2199.
 * @example fromEpochDay(20_454) // => '2026-01-01'
 */
export function fromEpochDay(day: EpochDay): CivilDate {
  return formatCivilDate(checkedDay(day));
}
