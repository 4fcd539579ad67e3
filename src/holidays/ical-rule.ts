import { HolidaysError } from '../errors/holidays-error.ts';
import { civilOf, daysInMonth, epochDayOf, parseCivilDate, weekdayOf } from '../instant/civil.ts';
import { DAY, type EpochDay } from '../instant/types.ts';
import { wallAt, type Zone } from '../instant/zone.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'] as const;
const keys = ['freq', 'interval', 'count', 'until', 'wkst'];
const lists = ['bymonth', 'bymonthday', 'byyearday', 'byday', 'bysetpos'];

type Frequency = (typeof frequencies)[number];

/** A recurrence rule of RFC 5545, of days: what is smaller or counts weeks of a year is refused. */
export interface IcalRule {
  readonly freq: Frequency;
  readonly interval: number;
  readonly count: number;
  /** The last date on which an event may start. */
  readonly until: EpochDay;
  readonly weekStart: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[];
  readonly positions: readonly number[];
}

/** Counts the work that a file asks for, and refuses what asks for too much. */
export type Spend = (days: number) => void;

/**
 * A rule as the parser gives it: keys in small letters, single values or lists of them.
 *
 * @param zone - Of events with a time: where an end given in UTC has its date; null for those of whole days.
 */
export function readIcalRule(value: unknown, zone: Zone | null): IcalRule {
  const given = value as Readonly<Record<string, unknown>>;
  const stranger = Object.keys(given).find((key) => !keys.includes(key) && !lists.includes(key));
  if (stranger !== undefined) refuse(stranger, given[stranger]);
  const freq = frequencies.find((each) => each === given.freq);
  if (freq === undefined) return refuse('freq', given.freq);
  const numbers = (key: string, most: number) =>
    listOf(given[key]).map((each) => whole(key, each, -most, most));
  return {
    freq,
    interval: given.interval === undefined ? 1 : whole('interval', given.interval, 1, 10_000),
    count: given.count === undefined ? Number.POSITIVE_INFINITY : whole('count', given.count, 1, 1e9),
    until: given.until === undefined ? Number.POSITIVE_INFINITY : readUntil(String(given.until), zone),
    weekStart: given.wkst === undefined ? 0 : weekdayIn(given.wkst),
    months: numbers('bymonth', 12),
    monthDays: numbers('bymonthday', 31),
    yearDays: numbers('byyearday', 366),
    weekdays: listOf(given.byday).map(readWeekday),
    positions: numbers('bysetpos', 366),
  };
}

/** The dates of a rule in order, the first date itself included, none after `last`. */
export function* datesOf(rule: IcalRule, start: EpochDay, last: EpochDay, spend: Spend): Generator<EpochDay> {
  const end = Math.min(last, rule.until);
  let count = 1;
  if (start <= end) yield start;
  for (let step = 0; count < rule.count; step += rule.interval) {
    const [from, over] = period(rule, start, step);
    if (from > end) return;
    spend(over - from);
    for (const day of inPeriod(rule, start, from, over)) {
      if (day <= start) continue;
      if (day > end || count === rule.count) return;
      count += 1;
      yield day;
    }
  }
}

/** The first day of the period that many years, months, weeks or days on from the start's, and the one after its last. */
function period(rule: IcalRule, start: EpochDay, step: number): [EpochDay, EpochDay] {
  const { freq, weekStart, months } = rule;
  const { year, month } = civilOf(start);
  if (freq === 'DAILY') return [start + step, start + step + 1];
  // Of a year that has its days by the start's date alone only that month matters.
  const byDate = freq === 'YEARLY' && !namesDays(rule) && months.length === 0;
  if (freq === 'YEARLY' && !byDate) return [epochDayOf(year + step, 1, 1), epochDayOf(year + step + 1, 1, 1)];
  if (freq !== 'WEEKLY') {
    const count = year * 12 + month - 1 + step * (byDate ? 12 : 1);
    const first = (months: number) => epochDayOf(Math.floor(months / 12), (months % 12) + 1, 1);
    return [first(count), first(count + 1)];
  }
  const monday = start - ((weekdayOf(start) - weekStart + 7) % 7) + step * 7;
  return [monday, monday + 7];
}

function inPeriod(rule: IcalRule, start: EpochDay, from: EpochDay, over: EpochDay): EpochDay[] {
  const days: EpochDay[] = [];
  for (let day = from; day < over; day += 1) if (fits(rule, start, day)) days.push(day);
  if (rule.positions.length === 0) return days;
  const places = rule.positions.map((nth) => (nth > 0 ? nth - 1 : days.length + nth));
  return days.filter((_, index) => places.includes(index));
}

function fits(rule: IcalRule, start: EpochDay, day: EpochDay): boolean {
  const { freq, months, monthDays, yearDays, weekdays } = rule;
  const date = civilOf(day);
  const first = civilOf(start);
  if (months.length > 0 && !months.includes(date.month)) return false;
  const length = daysInMonth(date.year, date.month);
  if (!namesDays(rule)) {
    if (freq === 'WEEKLY') return weekdayOf(day) === weekdayOf(start);
    return freq === 'DAILY' || date.day === first.day;
  }
  const yearStart = epochDayOf(date.year, 1, 1);
  const yearLength = epochDayOf(date.year + 1, 1, 1) - yearStart;
  const inYear = day - yearStart + 1;
  if (monthDays.length > 0 && !hasPlace(monthDays, date.day, length)) return false;
  if (yearDays.length > 0 && !hasPlace(yearDays, inYear, yearLength)) return false;
  if (weekdays.length === 0) return true;
  const ofYear = freq === 'YEARLY' && months.length === 0;
  const [place, places] = ofYear ? [inYear, yearLength] : [date.day, length];
  return weekdays.some(({ nth, weekday }) => weekday === weekdayOf(day) && isNth(nth, place, places));
}

function namesDays({ monthDays, yearDays, weekdays }: IcalRule): boolean {
  return monthDays.length + yearDays.length + weekdays.length > 0;
}

/** Whether a list has a place, counted from the start or (negative) from the end. */
function hasPlace(list: readonly number[], place: number, places: number): boolean {
  return list.includes(place) || list.includes(place - places - 1);
}

/** Whether a day is the n-th of its weekday; 0: whichever. */
function isNth(nth: number, place: number, places: number): boolean {
  if (nth === 0) return true;
  return nth === Math.ceil(place / 7) || nth === -Math.ceil((places - place + 1) / 7);
}

function readWeekday(given: unknown): { nth: number; weekday: number } {
  const [, nth = '', weekday] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(String(given)) ?? [];
  return { nth: nth === '' ? 0 : whole('byday', nth, -53, 53), weekday: weekdayIn(weekday, given) };
}

/** The parser counts weekdays from Sunday where it reads `wkst`. */
function weekdayIn(given: unknown, shown: unknown = given): number {
  const index = typeof given === 'number' ? (given + 5) % 7 : weekdays.indexOf(String(given));
  return index >= 0 ? index : refuse('byday', shown);
}

function whole(key: string, given: unknown, least: number, most: number): number {
  const number = Number(given);
  const fits = Number.isInteger(number) && number >= least && number <= most && number !== 0;
  return fits ? number : refuse(key, given);
}

/** The date of the end; which occurrence is the last doesn't depend on its time of day but where a rule ends within one. */
function readUntil(given: string, zone: Zone | null): EpochDay {
  const local = zone !== null && given.endsWith('Z');
  const day = local ? Math.floor(wallAt(zone, Date.parse(given)) / DAY) : parseCivilDate(given.slice(0, 10));
  return Number.isNaN(day) ? refuse('until', given) : day;
}

function listOf(given: unknown): readonly unknown[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}

function refuse(key: string, given: unknown): never {
  throw new HolidaysError('holidays.ical', {
    what: `${key.toUpperCase()}=${given} of an RRULE can't be used for days`,
  });
}
