import { CalendarError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { formatCivilDate, inSpan, parseCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import { findZone } from '../instant/zone.ts';
import { combinedRule } from './combined-rule.ts';
import type { DayRule } from './day-rule.ts';
import { CLOSED, formatInterval, type Hours, overlaps, ROUND_THE_CLOCK, readHours } from './hours.ts';
import type { HolidaySource } from './spec.ts';
import { weeklyRule } from './weekly-rule.ts';

type Plain = Readonly<Record<string, unknown>>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Checks a specification (plain data, see `snapshot`) and gives the rule it states. */
export function readRule(spec: unknown, path: ErrorPath): DayRule {
  const given = objectAt(spec, path, 'a calendar');
  const strict = given.provisional === 'throw';
  if (!strict && given.provisional !== undefined) {
    fail('calendar.shape', { given: given.provisional, expected: '"throw"' }, [...path, 'provisional']);
  }
  if ('intersect' in given) return readCombined('intersect', given, path, strict);
  if ('union' in given) return readCombined('union', given, path, strict);
  return readWeekly(given, path, strict);
}

function readCombined(kind: 'intersect' | 'union', given: Plain, path: ErrorPath, strict: boolean): DayRule {
  allowKeys(given, [kind, 'provisional'], path);
  const parts = arrayAt(given[kind], [...path, kind], 'an array of calendars');
  const rules = parts.map((part, index) => readRule(part, [...path, kind, index]));
  const [first] = rules;
  if (first === undefined)
    fail('calendar.shape', { given: parts, expected: 'at least one calendar' }, [...path, kind]);
  rules.forEach((rule, index) => {
    if (rule.zone.name === first.zone.name) return;
    fail('calendar.zones-differ', { first: first.zone.name, second: rule.zone.name }, [...path, kind, index]);
  });
  return combinedRule(kind, rules, strict);
}

function readWeekly(given: Plain, path: ErrorPath, strict: boolean): DayRule {
  allowKeys(given, ['timeZone', 'week', 'holidays', 'exceptions', 'provisional'], path);
  const zone = findZone(given.timeZone);
  if (zone === undefined) {
    const hint = 'Name a zone such as "Asia/Shanghai"';
    throw new CalendarError(
      'calendar.time-zone',
      { given: given.timeZone },
      { path: [...path, 'timeZone'], hint },
    );
  }
  const week = readWeek(given.week, [...path, 'week']);
  const usual = week.find((hours) => hours.length > 0) ?? CLOSED;
  const holidays = readHolidays(given.holidays ?? [], [...path, 'holidays']);
  const exceptions = readExceptions(given.exceptions ?? {}, [...path, 'exceptions'], usual);
  const rule = weeklyRule({ zone, strict, week, usual, ...holidays, exceptions });
  for (const day of [...exceptions.keys(), ...holidays.makeUp.keys()]) {
    const where = exceptions.has(day) ? ['exceptions', formatCivilDate(day)] : holidays.makeUp.get(day)!;
    refuseOverlap(rule.hours(day - 1), rule.hours(day), [...path, ...where]);
    refuseOverlap(rule.hours(day), rule.hours(day + 1), [...path, ...where]);
  }
  return rule;
}

function readWeek(given: unknown, path: ErrorPath): readonly Hours[] {
  if (given === 'always') return weekdays.map(() => ROUND_THE_CLOCK);
  const days = objectAt(given, path, '"always" or the hours of each weekday, mon to sun,');
  allowKeys(days, weekdays, path);
  const week = weekdays.map((day) =>
    days[day] === undefined ? CLOSED : readHours(days[day], [...path, day]),
  );
  week.forEach((hours, index) => {
    refuseOverlap(week[(index + 6) % 7]!, hours, [...path, weekdays[index]!]);
  });
  return week;
}

function refuseOverlap(evening: Hours, morning: Hours, path: ErrorPath): void {
  if (!overlaps(evening, morning)) return;
  const first = formatInterval(evening.at(-2)!, evening.at(-1)!);
  const second = formatInterval(morning[0]!, morning[1]!);
  throw new CalendarError(
    'calendar.overlap',
    { first, second },
    { path, hint: `${first} of the evening before is still open` },
  );
}

function readExceptions(given: unknown, path: ErrorPath, usual: Hours): Map<EpochDay, Hours> {
  const exceptions = new Map<EpochDay, Hours>();
  for (const [date, hours] of Object.entries(objectAt(given, path, 'exceptions by date'))) {
    const at = [...path, date];
    const day = dateAt(date, at);
    if (hours === 'working') exceptions.set(day, usual);
    else if (hours === 'closed') exceptions.set(day, CLOSED);
    else if (Array.isArray(hours)) exceptions.set(day, readHours(hours, at));
    else
      fail('calendar.shape', { given: hours, expected: '"working", "closed" or an array of intervals' }, at);
  }
  return exceptions;
}

interface Holidays {
  readonly off: Set<EpochDay>;
  readonly ranges: (readonly [EpochDay, EpochDay])[];
  readonly yearly: Set<number>;
  /** Each make-up day with its place in the specification. */
  readonly makeUp: Map<EpochDay, ErrorPath>;
  readonly sources: HolidaySource[];
}

function readHolidays(given: unknown, path: ErrorPath): Holidays {
  const found: Holidays = { off: new Set(), ranges: [], yearly: new Set(), makeUp: new Map(), sources: [] };
  arrayAt(given, path, 'an array of holidays').forEach((holiday, index) => {
    const at = [...path, index];
    if (typeof holiday !== 'object') readHoliday(holiday, at, found);
    else if ('horizon' in objectAt(holiday, at, 'a holiday')) readSource(holiday as Plain, at, found);
    else found.ranges.push(readRange(holiday as Plain, at));
  });
  return found;
}

function readHoliday(given: unknown, path: ErrorPath, found: Holidays): void {
  if (typeof given !== 'string' || !given.startsWith('*-')) {
    found.off.add(dateAt(given, path));
    return;
  }
  // 2000 was a leap year, so the 29th of February passes.
  if (Number.isNaN(parseCivilDate(`2000${given.slice(1)}`))) {
    fail('calendar.date', { given, expected: '"*-MM-DD"' }, path);
  }
  found.yearly.add(+given.slice(2, 4) * 100 + +given.slice(5));
}

function readRange(given: Plain, path: ErrorPath): readonly [EpochDay, EpochDay] {
  allowKeys(given, ['from', 'to'], path);
  const from = dateAt(given.from, [...path, 'from']);
  const to = dateAt(given.to, [...path, 'to']);
  if (to < from)
    fail('calendar.range-reversed', { from: formatCivilDate(from), to: formatCivilDate(to) }, path);
  return [from, to];
}

function readSource(given: Plain, path: ErrorPath, found: Holidays): void {
  allowKeys(given, ['id', 'title', 'revision', 'horizon', 'off', 'working', 'names', 'partial'], path);
  for (const key of ['id', 'title', 'revision']) {
    if (typeof given[key] !== 'string')
      fail('calendar.shape', { given: given[key], expected: 'a text' }, [...path, key]);
  }
  readRange(objectAt(given.horizon, [...path, 'horizon'], 'from and to'), [...path, 'horizon']);
  for (const day of datesAt(given.off, [...path, 'off'])) found.off.add(day);
  datesAt(given.working, [...path, 'working']).forEach((day, index) => {
    found.makeUp.set(day, [...path.slice(-2), 'working', index]);
  });
  for (const date of Object.keys(objectAt(given.names, [...path, 'names'], 'names by date'))) {
    dateAt(date, [...path, 'names', date]);
  }
  found.sources.push(given as unknown as HolidaySource);
}

const datesAt = (given: unknown, path: ErrorPath): EpochDay[] =>
  arrayAt(given, path, 'an array of dates').map((date, index) => dateAt(date, [...path, index]));

function dateAt(given: unknown, path: ErrorPath): EpochDay {
  const day = parseCivilDate(given);
  if (!inSpan(day)) fail('calendar.date', { given, expected: '"YYYY-MM-DD"' }, path);
  return day;
}

function arrayAt(given: unknown, path: ErrorPath, expected: string): readonly unknown[] {
  if (!Array.isArray(given)) fail('calendar.shape', { given, expected }, path);
  return given;
}

function objectAt(given: unknown, path: ErrorPath, expected: string): Plain {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    fail('calendar.shape', { given, expected }, path);
  }
  return given as Plain;
}

function allowKeys(given: Plain, known: readonly string[], path: ErrorPath): void {
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) fail('calendar.unknown-key', { given: key, known }, [...path, key]);
  }
}

type Refusal = ConstructorParameters<typeof CalendarError>;

function fail(code: Refusal[0], data: Refusal[1], path: ErrorPath): never {
  throw new CalendarError(...([code, data, { path }] as Refusal));
}
