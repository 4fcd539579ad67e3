import ICAL from 'ical.js';
import { createContentHash } from '../audit/content-hash.ts';
import type { HolidaySource } from '../calendar/spec.ts';
import { show } from '../errors/duly-error.ts';
import { HolidaysError } from '../errors/holidays-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import type { EpochDay } from '../instant/types.ts';
import { zoneOf } from '../instant/zone.ts';
import { DayNames } from './day-names.ts';
import { type DaysAsked, readDaysAsked } from './days-asked.ts';
import { daysOfEvent, type IcalEvent, type JcalComponent, readIcalEvent, type Stamp } from './ical-event.ts';
import type { Spend } from './ical-rule.ts';

/** What an iCalendar file doesn't say of itself, and the days that are asked for. */
export interface IcalHolidaysOptions extends DaysAsked {
  /** The zone of the calendar that the days are for: IANA. */
  readonly timeZone: string;
  /** Default: `"ical"`. */
  readonly id?: string;
  /** Default: the name that the file gives itself. */
  readonly title?: string;
}

/** Larger files are refused: a calendar of days off has a few kilobytes. */
const MOST_CHARACTERS = 2_000_000;
/** The days that all recurrences together may look at: a thousand yearly events of a hundred years have 3.1 million. */
const MOST_DAYS = 5_000_000;

/**
 * The days off in an iCalendar file (RFC 5545), as plain data for a calendar's `holidays`.
 *
 * Every event is taken for days off: those of whole days on each of their days, timed ones on the days of `timeZone`
 * that they cover as a whole; cancelled ones and shorter ones are left out. Recurrences by year, month, week and day,
 * further and excepted dates and changed occurrences are followed. The horizon is what was asked for, `from` to `to`
 * (dates or years, both included): the file is the company's own word. `revision` is a hash of the days and their
 * names, so a file written anew with the same days has the same.
 *
 * @throws HolidaysError `holidays.ical` with what is wrong, also for files of more than 2 million characters and for
 * recurrences that take too long; `holidays.unknown-key`, `holidays.option`, `holidays.range`. InstantError for an
 * unknown zone.
 * @example
 * const text = `BEGIN:VCALENDAR
 * BEGIN:VEVENT
 * SUMMARY:Founders' day
 * DTSTART;VALUE=DATE:20200603
 * RRULE:FREQ=YEARLY
 * END:VEVENT
 * END:VCALENDAR`;
 * icalHolidays(text, { timeZone: 'Europe/Berlin', from: 2026, to: 2027 }).off // => ['2026-06-03', '2027-06-03']
 */
export function icalHolidays(text: string, options: IcalHolidaysOptions): HolidaySource {
  const { first, last } = readDaysAsked(options, ['timeZone', 'id', 'title']);
  const zone = zoneOf(options.timeZone, ['timeZone']);
  const calendars = parse(text);
  const events = calendars.flatMap(([, , parts]) =>
    parts.filter(([name]) => name === 'vevent').flatMap((part) => readIcalEvent(part, zone) ?? []),
  );
  const replaced = replacedByUid(events);
  const found = new DayNames(first, last);
  let left = MOST_DAYS;
  const spend = (days: number) => {
    left -= days;
    if (left < 0) refuse('its recurrences are too many');
  };
  for (const event of events) {
    const changed = event.replaces === undefined ? (replaced.get(event.uid) ?? []) : [];
    for (const [from, over] of daysOfEvent(event, changed, { zone, last, spend })) {
      addDays(found, Math.max(from, first), Math.min(over - 1, last), event.summary, spend);
    }
  }
  const days = found.list().map(([day, name]) => [formatCivilDate(day), name] as const);
  return {
    id: options.id ?? 'ical',
    title: options.title ?? titleOf(calendars),
    revision: hashOf(days),
    horizon: { from: formatCivilDate(first), to: formatCivilDate(last) },
    off: days.map(([date]) => date),
    working: [],
    names: Object.fromEntries(days.filter(([, name]) => name !== '')),
  };
}

/** The calendars of a file; there may be several. */
function parse(text: string): readonly JcalComponent[] {
  if (typeof text !== 'string') refuse(`${show(text)} is no text`);
  if (text.length > MOST_CHARACTERS) refuse(`it has more than ${MOST_CHARACTERS} characters`);
  const read = parsed(text.replace(/^\ufeff/, '')) as JcalComponent | readonly JcalComponent[];
  const calendars = (typeof read[0] === 'string' ? [read] : read) as readonly JcalComponent[];
  const other = calendars.find(([name]) => name !== 'vcalendar');
  if (calendars.length === 0 || other !== undefined) refuse('it does not start with BEGIN:VCALENDAR');
  return calendars;
}

function parsed(text: string): unknown {
  // The parser stumbles over these instead of naming them.
  if (!/^\s*BEGIN:/i.test(text)) refuse('it does not start with BEGIN:VCALENDAR');
  try {
    return ICAL.parse(text);
  } catch (error) {
    const what = error instanceof Error ? show(error.message).slice(1, -1) : String(error);
    throw new HolidaysError('holidays.ical', { what }, { cause: error });
  }
}

/** The occurrences of each event that others have taken the place of. */
function replacedByUid(events: readonly IcalEvent[]): ReadonlyMap<string, Stamp[]> {
  const replaced = new Map<string, Stamp[]>();
  for (const { uid, replaces } of events) {
    if (replaces !== undefined) replaced.set(uid, [...(replaced.get(uid) ?? []), replaces]);
  }
  return replaced;
}

function addDays(found: DayNames, from: EpochDay, to: EpochDay, name: string, spend: Spend): void {
  if (to < from) return;
  spend(to - from);
  for (let day = from; day <= to; day += 1) found.add(day, name);
}

function titleOf(calendars: readonly JcalComponent[]): string {
  const named = calendars
    .flatMap(([, properties]) => properties)
    .find(([name]) => name === 'x-wr-calname' || name === 'name');
  return String(named?.[3] ?? 'iCalendar').replace(/\\(.)/g, '$1');
}

function hashOf(content: unknown): string {
  const hash = createContentHash();
  hash.take('', content);
  return [hash.high, hash.low].map((word) => word.toString(16).padStart(8, '0')).join('');
}

function refuse(what: string): never {
  throw new HolidaysError('holidays.ical', { what });
}
