import { inSpan, parseCivilDate, weekdayOf } from '../instant/civil.ts';
import { type EpochDay, FIRST_YEAR, LAST_YEAR, type Millis } from '../instant/types.ts';
import { findZone, ZONE_HINT } from '../instant/zone.ts';
import { combinedHours } from './combined-hours.ts';
import type { DayRule, Horizon } from './day-rule.ts';
import { at, byDate, dateOf, datesOf, entriesOf, type Given, itemsOf, refuse, refuseShape } from './given.ts';
import {
  CLOSED,
  type Hours,
  hoursUntil,
  ROUND_THE_CLOCK,
  readHours,
  readInterval,
  refuseLateEvening,
} from './hours.ts';
import type { CalendarSpec, HolidaySource } from './spec.ts';

export const REVERSED = 'Swap the two';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks a specification (plain data, see `snapshot`) and gives the rule it states; what it holds twice is read once. */
export function readRule(given: Given, rules = new Map<unknown, DayRule>()): DayRule {
  const known = rules.get(given.value);
  if (known !== undefined) return known;
  const kind = ['intersect', 'union'].find((key) => at(given, key).value !== undefined);
  const weekly = ['timeZone', 'week', 'holidays', 'exceptions'];
  entriesOf(given, ['provisional', ...(kind === undefined ? weekly : [kind])]);
  const provisional = at(given, 'provisional');
  const strict = provisional.value === 'throw';
  if (!strict && provisional.value !== undefined) refuseShape(provisional, '"throw"');
  const read =
    kind === undefined ? readWeekly(given) : readCombined(at(given, kind), kind === 'union', rules);
  const rule = {
    ...read,
    spec: given.value as CalendarSpec,
    strict: strict || read.parts.some((part) => part.strict),
  };
  rules.set(given.value, rule);
  return rule;
}

type Read = Omit<DayRule, 'spec' | 'strict'>;

/** All or any of several calendars of one zone, cut at midnight. */
function readCombined(given: Given, any: boolean, rules: Map<unknown, DayRule>): Read {
  const places = itemsOf(given);
  const parts = places.map((place) => readRule(place, rules));
  const zone = parts[0]?.zone ?? refuseShape(given, 'at least one calendar');
  parts.forEach((part, index) => {
    if (part.zone !== zone)
      refuse(places[index]!, 'calendar.zones-differ', 'Give all one zone', {
        first: zone.name,
        second: part.zone.name,
      });
  });
  // A calendar that is part of several others is asked once for each day.
  let last = Number.NaN;
  let kept: Hours;
  return {
    zone,
    horizons: [...new Set(parts.flatMap((part) => part.horizons))],
    parts,
    special: new Map(),
    hours(day) {
      if (day !== last) kept = combinedHours(parts, day, any ? 1 : parts.length);
      last = day;
      return kept;
    },
  };
}

/** Exceptions before make-up days before holidays before the week. */
function readWeekly(given: Given): Read {
  const timeZone = at(given, 'timeZone');
  const zone = findZone(timeZone.value) ?? refuse(timeZone, 'calendar.time-zone', ZONE_HINT);
  const week = readWeek(at(given, 'week'));
  const usual = week.find((hours) => hours.length > 0) ?? CLOSED;
  const { ends, makeUp, horizons } = readHolidays(at(given, 'holidays', []));
  const special = new Map<EpochDay, Hours>();
  const hours = (day: EpochDay) => special.get(day) ?? week[weekdayOf(day)]!;
  for (const [day, end] of ends) special.set(day, hoursUntil(hours(day), end));
  for (const [day] of makeUp) special.set(day, usual);
  const exceptions = byDate(at(given, 'exceptions', {}));
  for (const [day, place] of exceptions) special.set(day, readException(place, usual));
  for (const [day, place] of [...makeUp, ...exceptions]) {
    refuseLateEvening(hours(day - 1), hours(day), place);
    refuseLateEvening(hours(day), hours(day + 1), place);
  }
  return { zone, horizons, parts: [], special, hours };
}

function readWeek(given: Given): Hours[] {
  if (given.value === 'always') return weekdays.map(() => ROUND_THE_CLOCK);
  entriesOf(given, weekdays, '"always" or an object');
  const week = weekdays.map((day) => readHours(at(given, day, [])));
  week.forEach((hours, index) => {
    refuseLateEvening(week.at(index - 1)!, hours, at(given, weekdays[index]!));
  });
  return week;
}

const readException = (given: Given, usual: Hours): Hours =>
  given.value === 'working' ? usual : given.value === 'closed' ? CLOSED : readHours(given);

interface Holidays {
  /** Until when a day's usual hours last: 0 on a day off. */
  readonly ends: [EpochDay, Millis][];
  readonly makeUp: (readonly [EpochDay, Given])[];
  readonly horizons: Horizon[];
}

function readHolidays(given: Given): Holidays {
  const found: Holidays = { ends: [], makeUp: [], horizons: [] };
  for (const holiday of itemsOf(given)) {
    const { value } = holiday;
    if (at(holiday, 'horizon').value !== undefined) readSource(holiday, found);
    else if (typeof value === 'object') {
      const { from, to } = readRange(holiday);
      for (let day = from; day <= to; day += 1) found.ends.push([day, 0]);
    } else if (typeof value === 'string' && value[0] === '*') readYearly(holiday, value, found);
    else found.ends.push([dateOf(holiday), 0]);
  }
  return found;
}

/** First and last day, both included. */
function readRange(given: Given): { from: EpochDay; to: EpochDay } {
  entriesOf(given, ['from', 'to']);
  const from = dateOf(at(given, 'from'));
  const to = dateOf(at(given, 'to'));
  if (from <= to) return { from, to };
  return refuse(given, 'calendar.range-reversed', REVERSED, given.value as { from: string; to: string });
}

/** The date of every year that has it. */
function readYearly(given: Given, text: string, { ends }: Holidays): void {
  const before = ends.length;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const day = parseCivilDate(year + text.slice(1));
    if (inSpan(day)) ends.push([day, 0]);
  }
  if (ends.length === before) refuse(given, 'calendar.date', 'Write "*-MM-DD"');
}

function readSource(given: Given, { ends, makeUp, horizons }: Holidays): void {
  const texts = ['id', 'title', 'revision'];
  entriesOf(given, [...texts, 'horizon', 'off', 'working', 'names', 'early', 'partial']);
  const partial = at(given, 'partial', true);
  for (const text of [
    ...texts.map((key) => at(given, key)),
    ...byDate(at(given, 'names')).map(([, name]) => name),
    ...(typeof partial.value === 'boolean' ? [] : [partial]),
  ]) {
    if (typeof text.value !== 'string') refuseShape(text, 'a text');
  }
  horizons.push({ source: given.value as HolidaySource, ...readRange(at(given, 'horizon')) });
  for (const [day] of datesOf(at(given, 'off'))) ends.push([day, 0]);
  makeUp.push(...datesOf(at(given, 'working')));
  for (const [day, { value, path }] of byDate(at(given, 'early', {}))) {
    ends.push([day, readInterval({ value: `00:00-${value}`, path })[1]!]);
  }
}
