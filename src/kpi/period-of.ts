import { civilOf, epochDayOf, formatCivilDate } from '../instant/civil.ts';
import { DAY, type EpochMs, type Millis } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';
import type { Period } from './types.ts';

/** The number of a period: neighbours differ by 1, so that order and equality are those of numbers. */
export type PeriodNumber = number;

/**
 * The number of the civil period in which an instant lies.
 *
 * @param dayStart - When a day begins, in ms after its 00:00; negative: on the day before (-12 h: noon to noon).
 */
export function periodNumber(t: EpochMs, period: Period, zone: Zone, dayStart: Millis = 0): PeriodNumber {
  const day = Math.floor((wallAt(zone, t) - dayStart) / DAY);
  if (period === 'day') return day;
  // 1970-01-01 was a Thursday; week 0 is the one it lies in.
  if (period === 'week') return Math.floor((day + 3) / 7);
  const { year, month } = civilOf(day);
  if (period === 'month') return year * 12 + month - 1;
  return period === 'quarter' ? year * 4 + Math.floor((month - 1) / 3) : year;
}

/** A period as text: `2026-09-30`, `2026-W40` (ISO week), `2026-09`, `2026-Q3`, `2026`. */
export function formatPeriod(number: PeriodNumber, period: Period): string {
  if (period === 'day') return formatCivilDate(number);
  if (period === 'week') return formatWeek(number);
  if (period === 'year') return `${number}`;
  const parts = period === 'month' ? 12 : 4;
  const part = (number % parts) + 1;
  const year = Math.floor(number / parts);
  return period === 'month' ? `${year}-${pad(part)}` : `${year}-Q${part}`;
}

/** An ISO week belongs to the year of its Thursday. */
function formatWeek(number: PeriodNumber): string {
  const thursday = number * 7;
  const { year } = civilOf(thursday);
  return `${year}-W${pad(Math.floor((thursday - epochDayOf(year, 1, 1)) / 7) + 1)}`;
}

const pad = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
