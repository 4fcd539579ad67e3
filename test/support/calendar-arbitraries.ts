import fc from 'fast-check';
import type { WeeklySpec } from '../../src/calendar/spec.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Zones with changes of every sort: an hour, half an hour, at midnight, a day left out, none. */
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

/** The year in which the generated dates lie: clocks changed in most of `zones`, and Apia left out a day. */
export const YEAR = 2011;

const dateOf = (day: number) => new Date(Date.UTC(YEAR, 0, 1) + day * DAY).toISOString().slice(0, 10);
const date = fc.nat(364).map(dateOf);

const exception = fc.oneof(fc.constant('closed' as const), hoursWithin(6 * 60, 20 * 60));

/** A valid weekly calendar around `YEAR`; by construction, nothing overlaps. */
export const weeklySpecs: fc.Arbitrary<WeeklySpec> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    days: week,
    single: fc.array(date, { maxLength: 5 }),
    range: fc.option(fc.tuple(fc.nat(350), fc.nat(14))),
    yearly: fc.option(date.map((text) => `*${text.slice(4)}`)),
    exceptions: fc.dictionary(date, exception, { maxKeys: 4 }),
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

/** Instants of `YEAR`: anywhere, on quarters of an hour (bells), and around changes of the clock. */
export const instants: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(YEAR, 0, 3), max: Date.UTC(YEAR, 11, 28) }),
  fc.nat(360 * 96).map((quarter) => Date.UTC(YEAR, 0, 3) + quarter * 15 * MINUTE),
  fc
    .tuple(
      fc.constantFrom(
        Date.UTC(YEAR, 2, 13, 7),
        Date.UTC(YEAR, 2, 27, 1),
        Date.UTC(YEAR, 3, 2, 15),
        Date.UTC(YEAR, 9, 1, 15, 30),
        Date.UTC(YEAR, 9, 16, 3),
        Date.UTC(YEAR, 9, 30, 1),
        Date.UTC(YEAR, 10, 6, 6),
        Date.UTC(YEAR, 11, 30, 10),
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([at, minutes]) => at + minutes * MINUTE),
);
