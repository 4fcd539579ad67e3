import { show } from '../errors/duly-error.ts';
import { HolidaysError } from '../errors/holidays-error.ts';
import { parseCivilDate } from '../instant/civil.ts';
import { DAY, type EpochDay, type EpochMs, HOUR, MINUTE, type Millis, SECOND } from '../instant/types.ts';
import { findZone, instantOfWall, wallAt, type Zone, zoneOf } from '../instant/zone.ts';
import { datesOf, readIcalRule, type Spend } from './ical-rule.ts';

/** A property as jCal (RFC 7265) has it: name, parameters, type, values. */
export type JcalProperty = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]];
/** A component: name, properties, components. */
export type JcalComponent = readonly [string, readonly JcalProperty[], readonly JcalComponent[]];

/** A date, or a wall time in a zone. */
export interface Stamp {
  readonly day: EpochDay;
  /** NaN for a date. */
  readonly clock: Millis;
  readonly zone: Zone;
}

/** An event: the days on which it starts and how long it lasts. */
export interface IcalEvent {
  readonly uid: string;
  readonly summary: string;
  readonly start: Stamp;
  /** On the wall clock. */
  readonly length: Millis;
  readonly rules: readonly unknown[];
  readonly more: readonly Stamp[];
  readonly except: readonly Stamp[];
  /** The occurrence that it takes the place of. */
  readonly replaces: Stamp | undefined;
}

/** Reads an event; null for one that is cancelled and replaces nothing. */
export function readIcalEvent([, properties]: JcalComponent, zone: Zone): IcalEvent | null {
  const all = (name: string) => properties.filter((property) => property[0] === name);
  const text = (name: string) => String(all(name)[0]?.[3] ?? '');
  const stamps = (name: string) => all(name).flatMap((property) => readStamps(property, zone));
  const [start] = stamps('dtstart');
  if (start === undefined) refuse('an event has no DTSTART');
  if (all('exrule').length > 0) refuse('EXRULE is not supported');
  const [replaces] = stamps('recurrence-id');
  if (all('recurrence-id')[0]?.[1].range !== undefined)
    refuse('a change of all further occurrences (RANGE) is not supported');
  const cancelled = text('status').toUpperCase() === 'CANCELLED';
  if (cancelled && replaces === undefined) return null;
  return {
    uid: text('uid'),
    summary: text('summary').trim(),
    start,
    length: cancelled ? 0 : lengthOf(start, stamps('dtend')[0], all('duration')[0]),
    rules: all('rrule').map((property) => property[3]),
    more: stamps('rdate'),
    except: stamps('exdate'),
    replaces,
  };
}

/** The days that an event covers as a whole in a zone, as runs [first, after the last]; none starts after `last`. */
export function* daysOfEvent(
  event: IcalEvent,
  replaced: readonly Stamp[],
  { zone, last, spend }: { readonly zone: Zone; readonly last: EpochDay; readonly spend: Spend },
): Generator<readonly [EpochDay, EpochDay]> {
  const { start, rules, more, length } = event;
  const dated = Number.isNaN(start.clock);
  // A meeting covers no day however often it takes place. The shortest day of a zone has some 23 hours.
  if (!dated && length < 20 * HOUR) return;
  const gone = [...event.except, ...replaced];
  const days = new Set([start.day, ...more.map(({ day }) => day)]);
  // A day more: in another zone it may be the day before.
  for (const rule of rules) {
    for (const day of datesOf(readIcalRule(rule, dated ? null : start.zone), start.day, last + 1, spend))
      days.add(day);
  }
  for (const day of days) {
    const from = { ...start, day };
    spend(1 + gone.length);
    if (!gone.some((stamp) => isSame(stamp, from))) yield coveredDays(from, length, zone);
  }
}

function coveredDays(from: Stamp, length: Millis, zone: Zone): [EpochDay, EpochDay] {
  if (Number.isNaN(from.clock)) return [from.day, from.day + Math.round(length / DAY)];
  const wall = from.day * DAY + from.clock;
  const seen = (at: Millis) => (from.zone === zone ? at : wallAt(zone, instantOfWall(from.zone, at)));
  return [Math.ceil(seen(wall) / DAY), Math.floor(seen(wall + length) / DAY)];
}

/** Whether two stamps name the same occurrence; a date names all of that day. */
function isSame(a: Stamp, b: Stamp): boolean {
  const dated = Number.isNaN(a.clock) || Number.isNaN(b.clock);
  return dated ? a.day === b.day : instantOf(a) === instantOf(b);
}

function instantOf({ day, clock, zone }: Stamp): EpochMs {
  return instantOfWall(zone, day * DAY + clock);
}

function lengthOf(start: Stamp, end: Stamp | undefined, duration: JcalProperty | undefined): Millis {
  const dated = Number.isNaN(start.clock);
  if (duration !== undefined) return readDuration(duration[3]);
  if (end === undefined) return dated ? DAY : 0;
  const length = dated
    ? (end.day - start.day) * DAY
    : wallAt(start.zone, instantOf({ ...end, clock: end.clock || 0 })) - (start.day * DAY + start.clock);
  if (length < 0) refuse('an event ends before it starts');
  // Many programs write the day itself as the end of a single day.
  return dated ? Math.max(length, DAY) : length;
}

function readDuration(given: unknown): Millis {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(String(given));
  if (match === null) return refuse(`DURATION ${show(given)} is no length`);
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (weeks! * 7 + days!) * DAY + hours! * HOUR + minutes! * MINUTE + seconds! * SECOND;
}

function readStamps([name, { tzid }, , ...values]: JcalProperty, zone: Zone): Stamp[] {
  return values.map((value) => {
    const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/.exec(String(value));
    const [, date, hour, minute, second, utc] = match ?? [];
    const day = parseCivilDate(date);
    if (!(day >= FIRST && day <= LAST))
      return refuse(`${name.toUpperCase()} ${show(value)} is no date from 1600 to 2199`);
    if (hour === undefined) return { day, clock: Number.NaN, zone };
    const clock = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
    // A name that isn't IANA's is one that the file explains; whole days of its clock are whole days on ours.
    return { day, clock, zone: utc === 'Z' ? zoneOf('UTC') : (findZone(tzid) ?? zone) };
  });
}

const FIRST = parseCivilDate('1600-01-01');
const LAST = parseCivilDate('2199-12-31');

function refuse(what: string): never {
  throw new HolidaysError('holidays.ical', { what });
}
