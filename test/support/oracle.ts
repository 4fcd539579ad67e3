/**
 * Working time by walking: minute by minute, second by second near a change of the clock, asking of each instant only
 * whether its wall time, by Intl, lies in an interval of the specification. Slow, obvious, and free of `src/`.
 */

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface OracleSource {
  off: readonly string[];
  working: readonly string[];
}

export type OracleSpec =
  | { intersect: readonly OracleSpec[] }
  | { union: readonly OracleSpec[] }
  | {
      timeZone: string;
      week: 'always' | Readonly<Record<string, readonly string[] | undefined>>;
      holidays?: readonly (string | { from: string; to: string } | OracleSource)[];
      exceptions?: Readonly<Record<string, string | readonly string[]>>;
    };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock at an instant, as text: `2026-01-05` and ms since midnight. */
function wallOf(timeZone: string, t: number): { date: string; ms: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const [date, clock] = format.format(t).split(' ') as [string, string];
  const [hours, minutes, seconds] = clock.split(':').map(Number) as [number, number, number];
  return { date, ms: hours * HOUR + minutes * MINUTE + seconds * SECOND + (t % SECOND) };
}

const shift = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const weekdayOf = (date: string) => weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;

function msOf(clock: string): number {
  return Number(clock.slice(0, 2)) * HOUR + Number(clock.slice(3, 5)) * MINUTE;
}

const known = new WeakMap<object, Map<string, [number, number][]>>();

/** The intervals that belong to a date, as ms after its midnight; kept, as the walk asks for them at every minute. */
function hoursOf(spec: Extract<OracleSpec, { timeZone: string }>, date: string): [number, number][] {
  const dates = known.get(spec) ?? new Map<string, [number, number][]>();
  known.set(spec, dates);
  const hours = dates.get(date) ?? readHours(spec, date);
  dates.set(date, hours);
  return hours;
}

function readHours(spec: Extract<OracleSpec, { timeZone: string }>, date: string): [number, number][] {
  const { week } = spec;
  const ofDay = (day: string) => (week === 'always' ? ['00:00-24:00'] : (week[day] ?? []));
  const read = (texts: readonly string[]) =>
    texts.map((text): [number, number] => {
      const [start, end] = text.split('-').map(msOf) as [number, number];
      return [start, end > start ? end : end + DAY];
    });
  const usual = ofDay(weekdays.find((day) => ofDay(day).length > 0) ?? 'mon');
  const exception = spec.exceptions?.[date];
  if (exception === 'closed') return [];
  if (exception === 'working') return read(usual);
  if (exception !== undefined) return read(exception as readonly string[]);
  let isOff = false;
  for (const holiday of spec.holidays ?? []) {
    if (typeof holiday === 'string') isOff ||= holiday === date || holiday === `*${date.slice(4)}`;
    else if ('from' in holiday) isOff ||= holiday.from <= date && date <= holiday.to;
    else if (holiday.working.includes(date)) return read(usual);
    else isOff ||= holiday.off.includes(date);
  }
  return isOff ? [] : read(ofDay(weekdayOf(date)));
}

/** Whether the wall time lies in an interval of its own date or of the evening before. */
function isOpenAt(spec: OracleSpec, wall: { date: string; ms: number }): boolean {
  if ('intersect' in spec) return spec.intersect.every((part) => isOpenAt(part, wall));
  if ('union' in spec) return spec.union.some((part) => isOpenAt(part, wall));
  const lies = (at: number) => (hours: [number, number]) => at >= hours[0] && at < hours[1];
  return (
    hoursOf(spec, wall.date).some(lies(wall.ms)) ||
    hoursOf(spec, shift(wall.date, -1)).some(lies(wall.ms + DAY))
  );
}

function zoneOf(spec: OracleSpec): string {
  if ('timeZone' in spec) return spec.timeZone;
  return zoneOf(('intersect' in spec ? spec.intersect : spec.union)[0]!);
}

/** Whether the calendar is open at an instant. */
export function isOpen(spec: OracleSpec, t: number): boolean {
  return isOpenAt(spec, wallOf(zoneOf(spec), t));
}

/** Each instant at which the walk looks, with its wall time: whole minutes, or seconds while the clock changes. */
function* steps(zone: string, from: number, to: number) {
  const number = (wall: { date: string; ms: number }) => Date.parse(`${wall.date}T00:00:00Z`) + wall.ms;
  let t = from;
  let wall = wallOf(zone, t);
  while (t < to) {
    const next = Math.floor(t / MINUTE) * MINUTE + MINUTE;
    const after = wallOf(zone, next);
    const isEven = number(after) - number(wall) === next - t && number(wall) % MINUTE === t % MINUTE;
    yield { t, wall };
    if (!isEven) {
      for (
        let second = Math.floor(t / SECOND) * SECOND + SECOND;
        second < Math.min(next, to);
        second += SECOND
      ) {
        yield { t: second, wall: wallOf(zone, second) };
      }
    }
    t = next;
    wall = after;
  }
}

/** The open intervals in `[from, to)`, found by walking. */
export function* openIntervals(spec: OracleSpec, from: number, to: number): Generator<[number, number]> {
  let since: number | undefined;
  for (const { t, wall } of steps(zoneOf(spec), from, to)) {
    const open = isOpenAt(spec, wall);
    if (open && since === undefined) since = t;
    if (!open && since !== undefined) {
      yield [since, t];
      since = undefined;
    }
  }
  if (since !== undefined) yield [since, to];
}

/** The open milliseconds in `[from, to)`. */
export function openTime(spec: OracleSpec, from: number, to: number): number {
  let sum = 0;
  for (const [start, end] of openIntervals(spec, from, to)) sum += end - start;
  return sum;
}

/** The instant `amount` (positive) ms of open time after `from`, within `horizon` ms; undefined if it lies beyond. */
export function walkForward(
  spec: OracleSpec,
  from: number,
  amount: number,
  horizon: number,
): number | undefined {
  let left = amount;
  for (const [start, end] of openIntervals(spec, from, from + horizon)) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  return undefined;
}

/** The instant `amount` (positive) ms of open time before `from`, within `horizon` ms; undefined if it lies beyond. */
export function walkBackward(
  spec: OracleSpec,
  from: number,
  amount: number,
  horizon: number,
): number | undefined {
  let left = amount;
  for (const [start, end] of [...openIntervals(spec, from - horizon, from)].reverse()) {
    if (left <= end - start) return end - left;
    left -= end - start;
  }
  return undefined;
}

/** Whether any instant belongs to a date: to the intervals that start on it, or in a combined calendar to its 24 hours. */
export function isWorkedOn(spec: OracleSpec, date: string): boolean {
  const start = Date.parse(`${date}T00:00:00Z`);
  if ('week' in spec && hoursOf(spec, date).length === 0) return false;
  const own = (wall: { date: string; ms: number }) => {
    if (!('week' in spec)) return wall.date === date && isOpenAt(spec, wall);
    const ms = wall.date === date ? wall.ms : wall.date === shift(date, 1) ? wall.ms + DAY : -1;
    return hoursOf(spec, date).some(([from, to]) => ms >= from && ms < to);
  };
  for (const { wall } of steps(zoneOf(spec), start - 15 * HOUR, start + 2.5 * DAY))
    if (own(wall)) return true;
  return false;
}
