import type { ErrorPath } from '../errors/duly-error.ts';
import { formatCivilDate, parseCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import { findZone, ZONE_HINT } from '../instant/zone.ts';
import { combinedRule } from './combined-rule.ts';
import type { DayRule } from './day-rule.ts';
import { Given } from './given.ts';
import {
  CLOSED,
  formatInterval,
  type Hours,
  overlapping,
  ROUND_THE_CLOCK,
  readHours,
  refuseOverlap,
} from './hours.ts';
import type { HolidaySource } from './spec.ts';
import { weeklyRule, yearlyKey } from './weekly-rule.ts';

export const REVERSED = 'Swap the two';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks a specification (plain data, see `snapshot`) and gives the rule it states. */
export function readRule(spec: unknown, path: ErrorPath = []): DayRule {
  const given = new Given(spec, path);
  given.keys('a calendar');
  const provisional = given.at('provisional');
  const strict = provisional.value === 'throw';
  if (!strict && provisional.value !== undefined) provisional.expected('"throw"');
  for (const kind of ['intersect', 'union'] as const) {
    if (given.has(kind)) return readCombined(kind, given, strict);
  }
  return readWeekly(given, strict);
}

function readCombined(kind: 'intersect' | 'union', given: Given, strict: boolean): DayRule {
  given.keys('', [kind, 'provisional']);
  const parts: Given = given.at(kind);
  const rules = parts.items('an array of calendars').map(({ value, path }) => readRule(value, path));
  const [first] = rules;
  if (first === undefined) parts.expected('at least one calendar');
  rules.forEach(({ zone: { name } }, index) => {
    if (name === first.zone.name) return;
    const zones = { first: first.zone.name, second: name };
    parts.at(index).fail('calendar.zones-differ', zones, 'Combine calendars of one zone');
  });
  return combinedRule(kind, rules, strict);
}

function readWeekly(given: Given, strict: boolean): DayRule {
  given.keys('', ['timeZone', 'week', 'holidays', 'exceptions', 'provisional']);
  const timeZone: Given = given.at('timeZone');
  const zone = findZone(timeZone.value);
  if (zone === undefined) timeZone.fail('calendar.time-zone', { given: timeZone.value }, ZONE_HINT);
  const week = readWeek(given.at('week'));
  const usual = week.find((hours) => hours.length > 0) ?? CLOSED;
  const holidays = readHolidays(given.at('holidays'));
  const [exceptions, places] = readExceptions(given.at('exceptions'), usual);
  const rule = weeklyRule({ zone, strict, week, usual, ...holidays, exceptions });
  for (const [day, place] of [...holidays.makeUp, ...places]) {
    refuseEvening(rule.hours(day - 1), rule.hours(day), place);
    refuseEvening(rule.hours(day), rule.hours(day + 1), place);
  }
  return rule;
}

function readWeek(given: Given): Hours[] {
  if (given.value === 'always') return weekdays.map(() => ROUND_THE_CLOCK);
  given.keys('"always" or the hours of mon to sun', weekdays);
  const week = weekdays.map((day) => (given.has(day) ? readHours(given.at(day)) : CLOSED));
  week.forEach((hours, index) => {
    refuseEvening(week.at(index - 1)!, hours, given.at(weekdays[index]!));
  });
  return week;
}

function refuseEvening(evening: Hours, morning: Hours, given: Given): void {
  const late = overlapping(evening, morning);
  if (late === undefined) return;
  refuseOverlap(given, `${formatInterval(late)} of the evening before`, morning);
}

/** The hours of each exception, and its place in the specification. */
function readExceptions(given: Given, usual: Hours): [Map<EpochDay, Hours>, Map<EpochDay, Given>] {
  const hours = new Map<EpochDay, Hours>();
  const places = new Map<EpochDay, Given>();
  for (const date of given.value === undefined ? [] : given.keys('exceptions by date')) {
    const exception = given.at(date);
    const { value } = exception;
    const day = exception.date(date);
    places.set(day, exception);
    hours.set(day, value === 'working' ? usual : value === 'closed' ? CLOSED : readHours(exception));
  }
  return [hours, places];
}

interface Holidays {
  readonly off: Set<EpochDay>;
  readonly ranges: (readonly [EpochDay, EpochDay])[];
  readonly yearly: Set<string>;
  /** Each make-up day with its place in the specification. */
  readonly makeUp: Map<EpochDay, Given>;
  readonly sources: HolidaySource[];
}

function readHolidays(given: Given): Holidays {
  const found: Holidays = { off: new Set(), ranges: [], yearly: new Set(), makeUp: new Map(), sources: [] };
  for (const holiday of given.value === undefined ? [] : given.items('an array of holidays')) {
    const { value } = holiday;
    if (typeof value === 'object') {
      holiday.keys('a holiday');
      if (holiday.has('horizon')) readSource(holiday, found);
      else found.ranges.push(readRange(holiday));
    } else if (typeof value === 'string' && value.startsWith('*')) {
      // 2000 was a leap year, so the 29th of February passes.
      const day = parseCivilDate(`2000${value.slice(1)}`);
      if (Number.isNaN(day)) holiday.fail('calendar.date', { given: value }, 'Write "*-MM-DD"');
      found.yearly.add(yearlyKey(day));
    } else {
      found.off.add(holiday.date());
    }
  }
  return found;
}

function readRange(given: Given): readonly [EpochDay, EpochDay] {
  given.keys('from and to', ['from', 'to']);
  const from = given.at('from').date();
  const to = given.at('to').date();
  if (to < from)
    given.fail('calendar.range-reversed', { from: formatCivilDate(from), to: formatCivilDate(to) }, REVERSED);
  return [from, to];
}

function readSource(given: Given, found: Holidays): void {
  const texts = ['id', 'title', 'revision'];
  given.keys('', [...texts, 'horizon', 'off', 'working', 'names', 'partial']);
  for (const key of texts) {
    if (typeof given.at(key).value !== 'string') given.at(key).expected('a text');
  }
  readRange(given.at('horizon'));
  for (const date of given.at('off').items('an array of dates')) found.off.add(date.date());
  for (const date of given.at('working').items('an array of dates')) found.makeUp.set(date.date(), date);
  const names = given.at('names');
  for (const date of names.keys('names by date')) names.at(date).date(date);
  found.sources.push(given.value as HolidaySource);
}
