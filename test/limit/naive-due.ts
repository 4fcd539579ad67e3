import type { Counting, Limit } from '../../src/limit/types.ts';
import type { OfficeSpec } from '../../src/testing/index.ts';

/**
 * A slow, plain reckoner to compare with: it walks day by day and minute by minute, in a zone that is eight hours ahead
 * all year (Asia/Shanghai since 1992), and shares no code with the package.
 */
export interface NaiveCalendar {
  /** `[from, to]` in minutes of each weekday, Monday first; a `to` past 1440 lies on the next morning. */
  readonly week: readonly (readonly (readonly [number, number])[])[];
  /** Dates that are closed, as ms of their UTC midnight. */
  readonly closed: ReadonlySet<number>;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A specification as the reckoner takes it. */
export const naiveCalendar = ({ week, holidays }: OfficeSpec): NaiveCalendar => ({
  week: weekdays.map((day) => (week[day] ?? []).map(minutesOf)),
  closed: new Set(holidays.map((date) => Date.parse(date))),
});

function minutesOf(hours: string): readonly [number, number] {
  const [from, to] = hours.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  return [from!, to! <= from! ? to! + 1440 : to!];
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

type Stop = readonly [number, number];

const dateOf = (t: number) => Math.floor((t + OFFSET) / DAY) * DAY;
const hoursOf = (calendar: NaiveCalendar, date: number) =>
  calendar.closed.has(date) ? [] : calendar.week[(new Date(date).getUTCDay() + 6) % 7]!;
const works = (calendar: NaiveCalendar, date: number) => hoursOf(calendar, date).length > 0;

function isOpen(calendar: NaiveCalendar, t: number): boolean {
  const today = dateOf(t);
  return [today - DAY, today].some((date) =>
    hoursOf(calendar, date).some(([from, to]) => {
      const start = date - OFFSET + from * MINUTE;
      return t >= start && t < date - OFFSET + to * MINUTE;
    }),
  );
}

function nextWorking(calendar: NaiveCalendar, date: number, direction = 1): number {
  let day = date;
  do day += direction * DAY;
  while (!works(calendar, day));
  return day;
}

const isPaused = (pauses: readonly Stop[], t: number) => pauses.some(([from, to]) => t >= from && t < to);

/** The date some months on, or the last day of the month, with a mark whether the date exists. */
function monthsOn(date: number, months: number): { date: number; exists: boolean } {
  const start = new Date(date);
  const asked = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()));
  const exists = asked.getUTCDate() === start.getUTCDate();
  if (exists) return { date: asked.getTime(), exists };
  return { date: Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0), exists };
}

export function naiveDue(
  from: number,
  limit: Limit,
  counting: Counting,
  calendar: NaiveCalendar,
  pauses: readonly Stop[] = [],
): number {
  return /day|week|month/.test(limit.unit)
    ? naiveDays(from, limit, counting, calendar, pauses)
    : naiveSpan(from, limit, counting, calendar, pauses);
}

function naiveDays(
  from: number,
  limit: Limit,
  counting: Counting,
  calendar: NaiveCalendar,
  pauses: readonly Stop[],
): number {
  const working = limit.unit === 'working days';
  const trigger = dateOf(from);
  let clock = from + OFFSET - trigger;
  let arrival = trigger;
  if (counting.start === 'instant') {
    if (working && !works(calendar, trigger)) {
      arrival = nextWorking(calendar, trigger);
      clock = 0;
    }
  } else {
    const cutOff = counting.cutOff ?? (working && counting.start === 'same-day' ? 'close' : undefined);
    if (cutOff !== undefined) {
      const [hour, minute] = cutOff.split(':').map(Number) as [number, number];
      const close = hoursOf(calendar, trigger).at(-1)?.[1];
      const latest = cutOff === 'close' ? close : hour * 60 + minute;
      const inTime = works(calendar, trigger) && from < trigger - OFFSET + latest! * MINUTE;
      if (!inTime) arrival = nextWorking(calendar, trigger);
    }
  }
  const endOf = (date: number) => {
    if (counting.end === 'same-time') return date - OFFSET + clock;
    const midnight = date + DAY - OFFSET;
    const close = hoursOf(calendar, date).at(-1)?.[1];
    if (counting.end === 'end-of-day' || close === undefined) return midnight;
    const at = date - OFFSET + close * MINUTE;
    return at < from ? midnight : at;
  };
  // What lies before the start is no part of the time.
  const isRunning = (date: number) => endOf(date) - 1 < from || !isPaused(pauses, endOf(date) - 1);
  const first = counting.start === 'same-day' ? arrival : arrival + DAY;

  let last: number;
  if (limit.unit === 'months') {
    let planned: number;
    const firstCounted = monthsOn(first, limit.amount);
    const dayBefore = firstCounted.exists ? firstCounted.date - DAY : firstCounted.date;
    if (counting.start === 'same-day') planned = dayBefore;
    else if (counting.start === 'next-day' && counting.months === 'before-first-counted') planned = dayBefore;
    else planned = monthsOn(arrival, limit.amount).date;
    last = planned;
    for (;;) {
      let paused = 0;
      for (let date = first; date <= last; date += DAY) if (!isRunning(date)) paused += 1;
      if (planned + paused * DAY === last) break;
      last = planned + paused * DAY;
    }
  } else {
    let left = limit.amount * (limit.unit === 'weeks' ? 7 : 1);
    last = first - DAY;
    while (left > 0) {
      last += DAY;
      if ((!working || works(calendar, last)) && isRunning(last)) left -= 1;
    }
  }
  if (counting.roll === 'none' || working || works(calendar, last)) return endOf(last);
  let rolled = nextWorking(calendar, last, counting.roll === 'previous-working-day' ? -1 : 1);
  if (rolled < last && endOf(rolled) < from) return endOf(last);
  while (!isRunning(rolled)) rolled = nextWorking(calendar, rolled);
  return endOf(rolled);
}

/** Minute by minute: start, pauses and hours have to lie on whole minutes. */
function naiveSpan(
  from: number,
  limit: Limit,
  counting: Counting,
  calendar: NaiveCalendar,
  pauses: readonly Stop[],
): number {
  const working = limit.unit.startsWith('working');
  const unit = limit.unit.endsWith('hours') ? 60 : 1;
  let t = from;
  if (counting.hours === 'from-next-hour') {
    do t += MINUTE;
    while ((t + OFFSET) % 3_600_000 !== 0);
  }
  for (let left = limit.amount * unit; left > 0; t += MINUTE) {
    if ((!working || isOpen(calendar, t)) && !isPaused(pauses, t)) left -= 1;
  }
  if (working || counting.rollHours !== true || works(calendar, dateOf(t))) return t;
  return nextWorking(calendar, dateOf(t)) + (t - dateOf(t));
}
