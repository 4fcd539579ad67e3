import fc from 'fast-check';
import type { WeeklySpec } from '../../src/calendar/spec.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Zones with changes of every sort: an hour, two, a half, 44.5 minutes, at midnight, a day left out, a week apart, none. */
export const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Tehran',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Boa_Vista',
  'Antarctica/Troll',
  'Africa/Monrovia',
  'Pacific/Kwajalein',
];

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Intervals of one day within `[from, to]` minutes, `to` at most 24:00: sorted cuts, every other piece open. */
const hoursWithin = (from: number, to: number) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: (to - from) / 15 }), { minLength: 2, maxLength: 6 })
    .map((cuts) => cuts.map((cut) => from + cut * 15).sort((a, b) => a - b))
    .map((cuts) =>
      cuts.flatMap((cut, index) => {
        const end = cuts[index + 1];
        return index % 2 === 0 && end !== undefined ? [`${clock(cut)}-${clock(end)}`] : [];
      }),
    );

/** A day's hours: closed, one block, split by breaks, or with a night shift; mornings before 06:00 stay free for nights. */
const dayHours: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([] as string[]) },
  { weight: 3, arbitrary: fc.constant<string[]>(['09:00-12:00', '13:00-18:00']) },
  { weight: 3, arbitrary: hoursWithin(6 * 60, 24 * 60) },
  { weight: 2, arbitrary: fc.constant<string[]>(['22:00-06:00']) },
  { weight: 1, arbitrary: fc.constant<string[]>(['06:00-24:00']) },
  { weight: 1, arbitrary: hoursWithin(6 * 60, 20 * 60).map((hours) => [...hours, '22:30-02:30']) },
);

/** A day's hours that may touch the small hours, for calendars without nights. */
const fullDayHours: fc.Arbitrary<string[]> = fc.oneof(
  fc.constant([] as string[]),
  fc.constant<string[]>(['00:00-24:00']),
  hoursWithin(0, 24 * 60),
  fc.constant<string[]>(['00:30-03:30']),
);

const week: fc.Arbitrary<string[][]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(...weekdays.map(() => dayHours)) },
  { weight: 3, arbitrary: fc.tuple(...weekdays.map(() => fullDayHours)) },
  {
    weight: 1,
    arbitrary: fc.nat(6).map((only) => weekdays.map((_, day) => (day === only ? ['10:00-11:30'] : []))),
  },
);

const exceptionHours = hoursWithin(6 * 60, 20 * 60);

/** Valid weekly calendars around a year; by construction, nothing overlaps. */
export function weeklySpecsIn(year: number): fc.Arbitrary<WeeklySpec> {
  const dateOf = (day: number) => new Date(Date.UTC(year, 0, 1) + day * DAY).toISOString().slice(0, 10);
  const date = fc.nat(364).map(dateOf);
  return fc
    .record({
      timeZone: fc.constantFrom(...zones),
      days: week,
      single: fc.array(date, { maxLength: 5 }),
      range: fc.option(fc.tuple(fc.nat(350), fc.nat(14))),
      yearly: fc.option(date.map((text) => `*${text.slice(4)}`)),
      exceptions: fc.dictionary(date, fc.oneof(fc.constant('closed' as const), exceptionHours), {
        maxKeys: 4,
      }),
    })
    .map(({ timeZone, days, single, range, yearly, exceptions }) => ({
      timeZone,
      week: Object.fromEntries(days.map((hours, day) => [weekdays[day], hours])),
      holidays: [
        ...single,
        ...(range === null ? [] : [{ from: dateOf(range[0]), to: dateOf(range[0] + range[1]) }]),
        ...(yearly === null ? [] : [yearly]),
      ],
      exceptions,
    })) as fc.Arbitrary<WeeklySpec>;
}

/** The changes of the clock in a year, wherever among `zones`, to the minute. */
function changesIn(year: number): number[] {
  return zones.flatMap((timeZone) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const offsetAt = (t: number) =>
      format.formatToParts(t).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const found: number[] = [];
    for (let day = Date.UTC(year, 0, 5); day < Date.UTC(year, 11, 26); day += DAY) {
      if (offsetAt(day) === offsetAt(day + DAY)) continue;
      let [before, after] = [0, DAY / MINUTE];
      while (after - before > 1) {
        const half = Math.floor((before + after) / 2);
        if (offsetAt(day + half * MINUTE) === offsetAt(day)) before = half;
        else after = half;
      }
      found.push(day + after * MINUTE);
    }
    return found;
  });
}

/** Instants of a year, a few days from its ends: anywhere, on quarters of an hour (bells), and around changes of the clock. */
export function instantsIn(year: number): fc.Arbitrary<number> {
  const first = Date.UTC(year, 0, 5);
  return fc.oneof(
    fc.integer({ min: first, max: Date.UTC(year, 11, 26) }),
    fc.nat(354 * 96).map((quarter) => first + quarter * 15 * MINUTE),
    fc
      .tuple(fc.constantFrom(...changesIn(year), first), fc.integer({ min: -36 * 60, max: 36 * 60 }))
      .map(([at, minutes]) => Math.max(at + minutes * MINUTE, first)),
  );
}

/** The year in which the dates lie unless another is asked for: clocks changed in most of `zones`, and Apia left out a day. */
export const YEAR = 2011;
export const weeklySpecs = weeklySpecsIn(YEAR);
export const instants = instantsIn(YEAR);
