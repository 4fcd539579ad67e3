import { parseCivilDate, weekdayOf } from '../instant/civil.ts';
import { type EpochDay, FIRST_YEAR, HOUR, LAST_YEAR, MINUTE, type Millis } from '../instant/types.ts';
import { findZone, ZONE_HINT } from '../instant/zone.ts';
import { combinedHours } from './combined-hours.ts';
import type { DayRule, Horizon } from './day-rule.ts';
import { at, dateOf, type Given, has, itemsOf, keysOf, refuse, refuseShape } from './given.ts';
import { CLOSED, type Hours, hoursUntil, ROUND_THE_CLOCK, readHours, refuseLateEvening } from './hours.ts';
import type { CalendarSpec, HolidaySource } from './spec.ts';

export const REVERSED = 'Swap the two';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks a specification (plain data, see `snapshot`) and gives the rule it states. */
export function readRule(given: Given): DayRule {
  const kind = ['intersect', 'union'].find((key) => has(given, key));
  const weekly = ['timeZone', 'week', 'holidays', 'exceptions'];
  keysOf(given, 'a calendar', ['provisional', ...(kind === undefined ? weekly : [kind])]);
  const provisional = at(given, 'provisional', 'throw');
  if (provisional.value !== 'throw') refuseShape(provisional, '"throw"');
  const strict = has(given, 'provisional');
  return kind === undefined ? readWeekly(given, strict) : readCombined(kind, given, strict);
}

/** All (`intersect`) or any (`union`) of several calendars of one zone, cut at midnight. */
function readCombined(kind: string, given: Given, strict: boolean): DayRule {
  const list = at(given, kind);
  const parts = itemsOf(list, 'an array of calendars').map(readRule);
  const zone = parts[0]?.zone ?? refuseShape(list, 'at least one calendar');
  for (const [index, { zone: other }] of parts.entries()) {
    const zones = { first: zone.name, second: other.name };
    if (other.name !== zone.name)
      refuse(at(list, index), 'calendar.zones-differ', zones, 'Combine calendars of one zone');
  }
  return {
    spec: given.value as CalendarSpec,
    zone,
    strict: strict || parts.some((part) => part.strict),
    horizons: parts.flatMap((part) => part.horizons),
    parts,
    special: new Map(),
    hours: (day) => combinedHours(parts, day, kind === 'union' ? 1 : parts.length),
  };
}

/** Exceptions before make-up days before holidays before the week. */
function readWeekly(given: Given, strict: boolean): DayRule {
  const timeZone = at(given, 'timeZone');
  const zone =
    findZone(timeZone.value) ?? refuse(timeZone, 'calendar.time-zone', { given: timeZone.value }, ZONE_HINT);
  const week = readWeek(at(given, 'week'));
  const usual = week.find((hours) => hours.length > 0) ?? CLOSED;
  const { off, early, makeUp, horizons } = readHolidays(at(given, 'holidays', []));
  const exceptions = at(given, 'exceptions', {});
  const special = new Map(off.map((day) => [day, CLOSED]));
  for (const [day, end] of early) {
    special.set(day, hoursUntil(special.get(day) ?? week[weekdayOf(day)]!, end));
  }
  const places = new Map(makeUp.map((place) => [dateOf(place), place]));
  for (const day of places.keys()) special.set(day, usual);
  for (const date of keysOf(exceptions, 'exceptions by date')) {
    const place = at(exceptions, date);
    const day = dateOf(place, date);
    special.set(day, readException(place, usual));
    places.set(day, place);
  }
  const hours = (day: EpochDay) => special.get(day) ?? week[weekdayOf(day)]!;
  for (const [day, place] of places) {
    refuseLateEvening(hours(day - 1), hours(day), place);
    refuseLateEvening(hours(day), hours(day + 1), place);
  }
  return { spec: given.value as CalendarSpec, zone, strict, horizons, parts: [], special, hours };
}

function readWeek(given: Given): Hours[] {
  if (given.value === 'always') return weekdays.map(() => ROUND_THE_CLOCK);
  keysOf(given, '"always" or the hours of mon to sun', weekdays);
  const week = weekdays.map((day) => readHours(at(given, day, [])));
  week.forEach((hours, index) => {
    refuseLateEvening(week.at(index - 1)!, hours, at(given, weekdays[index]!));
  });
  return week;
}

function readException(given: Given, usual: Hours): Hours {
  return given.value === 'working' ? usual : given.value === 'closed' ? CLOSED : readHours(given);
}

interface Holidays {
  readonly off: EpochDay[];
  /** The time at which a day's hours end. */
  readonly early: [EpochDay, Millis][];
  readonly makeUp: Given[];
  readonly horizons: Horizon[];
}

function readHolidays(given: Given): Holidays {
  const found: Holidays = { off: [], early: [], makeUp: [], horizons: [] };
  for (const holiday of itemsOf(given, 'an array of holidays')) {
    const { value } = holiday;
    if (has(holiday, 'horizon')) readSource(holiday, found);
    else if (typeof value === 'object') found.off.push(...daysOf(readRange(holiday, 'a holiday')));
    else if (typeof value === 'string' && value.startsWith('*'))
      found.off.push(...readYearly(holiday, value));
    else found.off.push(dateOf(holiday));
  }
  return found;
}

function readRange(given: Given, expected: string): [EpochDay, EpochDay] {
  keysOf(given, expected, ['from', 'to']);
  const from = dateOf(at(given, 'from'));
  const to = dateOf(at(given, 'to'));
  if (to < from)
    refuse(given, 'calendar.range-reversed', given.value as { from: string; to: string }, REVERSED);
  return [from, to];
}

const daysOf = ([from, to]: [EpochDay, EpochDay]): EpochDay[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** The date of every year that has it. */
function readYearly(given: Given, text: string): EpochDay[] {
  const days: EpochDay[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const day = parseCivilDate(year + text.slice(1));
    if (day >= 0) days.push(day);
  }
  if (days.length === 0) refuse(given, 'calendar.date', { given: text }, 'Write "*-MM-DD"');
  return days;
}

function readSource(given: Given, { off, early, makeUp, horizons }: Holidays): void {
  const texts = ['id', 'title', 'revision'];
  keysOf(given, '', [...texts, 'horizon', 'off', 'working', 'names', 'early', 'partial']);
  for (const key of texts) {
    const text = at(given, key);
    if (typeof text.value !== 'string') refuseShape(text, 'a text');
  }
  const [from, to] = readRange(at(given, 'horizon'), 'from and to');
  off.push(...itemsOf(at(given, 'off'), 'an array of dates').map((date) => dateOf(date)));
  makeUp.push(...itemsOf(at(given, 'working'), 'an array of dates'));
  const names = at(given, 'names');
  for (const date of keysOf(names, 'names by date')) dateOf(at(names, date), date);
  const ends = at(given, 'early', {});
  for (const date of keysOf(ends, 'times by date')) {
    const end = at(ends, date);
    const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(`${end.value}`) ?? refuseShape(end, 'a time "HH:mm"');
    early.push([dateOf(end, date), +clock[1]! * HOUR + +clock[2]! * MINUTE]);
  }
  const source = given.value as HolidaySource;
  const text = `${source.id} covers ${source.horizon.from} to ${source.horizon.to}`;
  horizons.push({ source, from, to, text });
}
