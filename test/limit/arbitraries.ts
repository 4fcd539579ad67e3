import fc from 'fast-check';
import type { WeeklySpec } from '../../src/calendar/spec.ts';
import type { CivilDate } from '../../src/instant/types.ts';
import type { Counting, Limit, LimitUnit } from '../../src/limit/types.ts';
import type { NaiveCalendar } from './naive-due.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** 2026-01-01T00:00 in Shanghai. */
export const START = Date.UTC(2026, 0, 1) - 8 * 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

const hours = fc.constantFrom<readonly (readonly [number, number])[]>(
  [[540, 1080]],
  [
    [540, 720],
    [780, 1080],
  ],
  [[0, 1440]],
  [[480, 1440]],
  [[600, 601]],
);
const night: readonly (readonly [number, number])[] = [[1320, 1800]];
const closed: readonly (readonly [number, number])[] = [];

const weeks = fc.oneof(
  hours.map((open) => [open, open, open, open, open, closed, closed]),
  fc.tuple(hours, hours, hours).map(([a, b, c]) => [a, closed, b, closed, c, a, closed]),
  hours.map((open) => [closed, closed, closed, open, closed, closed, closed]),
  // Nights: each is followed by a closed morning, or another night.
  fc.constant([night, night, night, night, night, closed, closed]),
);

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A calendar as a specification and as the naive reckoner takes it. */
export const calendars = fc
  .tuple(weeks, fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 12 }))
  .map(([week, off]): { spec: WeeklySpec; naive: NaiveCalendar } => {
    const dates = off.map((day) => Date.UTC(2026, 0, 1) + day * DAY);
    const text = ([from, to]: readonly [number, number]) =>
      `${clock(from)}-${clock(to > 1440 ? to - 1440 : to)}`;
    return {
      spec: {
        timeZone: 'Asia/Shanghai',
        week: Object.fromEntries(weekdays.map((day, index) => [day, week[index]!.map(text)])),
        holidays: dates.map((date) => new Date(date).toISOString().slice(0, 10) as CivilDate),
      },
      naive: { week, closed: new Set(dates) },
    };
  });

const rest = {
  roll: fc.constantFrom('next-working-day', 'previous-working-day', 'none'),
  months: fc.constantFrom('corresponding', 'before-first-counted'),
} as const;

/** Every lawful convention of days. */
export const countings: fc.Arbitrary<Counting> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        start: fc.constantFrom('next-day', 'same-day'),
        end: fc.constantFrom('close-of-business', 'end-of-day'),
        cutOff: fc.constantFrom('close', '00:00', '12:00', '18:00', '23:59'),
        ...rest,
      },
      { requiredKeys: ['start', 'end', 'roll', 'months'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      start: fc.constant('instant'),
      end: fc.constant('same-time'),
      roll: fc.constant('none'),
      months: fc.constant('corresponding'),
    }),
  },
) as fc.Arbitrary<Counting>;

const amountOf = (units: readonly LimitUnit[], max: number): fc.Arbitrary<Limit> =>
  fc.record({ amount: fc.integer({ min: 1, max }), unit: fc.constantFrom(...units) });

export const dayLimits = fc.oneof(
  amountOf(['days', 'working days'], 12),
  amountOf(['weeks'], 3),
  amountOf(['months'], 3),
);

export const hourLimits = fc.oneof(
  amountOf(['hours', 'working hours'], 24),
  amountOf(['minutes', 'working minutes'], 300),
);

/** Whole minutes of four months, aimed at midnights, openings and closings. */
export const instants = fc
  .tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.oneof(
      fc.constantFrom(0, 360, 480, 540, 600, 601, 720, 780, 1080, 1320, 1439),
      fc.integer({ min: 0, max: 1439 }),
    ),
  )
  .map(([day, minute]) => START + day * DAY + minute * MINUTE);

export const pauseLists = fc.array(
  fc
    .tuple(
      instants,
      fc.oneof(fc.constantFrom(0, 1, 60, 540, 1440, 4320, 43_200), fc.integer({ min: 0, max: 20_000 })),
    )
    .map(([from, length]) => [from, from + length * MINUTE] as const),
  { maxLength: 5 },
);
