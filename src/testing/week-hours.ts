import fc from 'fast-check';
import type { Weekday, WeekSpec } from '../calendar/spec.ts';

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** Intervals of one day within `[from, to]` minutes, `to` at most 24:00: sorted cuts, every other piece open. */
export const hoursWithin = (from: number, to: number): fc.Arbitrary<string[]> =>
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

/** The hours of each weekday as a specification has them. */
export const weekOf = (days: readonly (readonly string[])[]): Exclude<WeekSpec, 'always'> =>
  Object.fromEntries(days.map((hours, day) => [weekdays[day], hours]));

/** Weeks of hours in which nothing overlaps: with night shifts, with small hours, or open on one day alone. */
export const weekHours: fc.Arbitrary<Exclude<WeekSpec, 'always'>> = fc
  .oneof(
    { weight: 6, arbitrary: fc.tuple(...weekdays.map(() => dayHours)) },
    { weight: 3, arbitrary: fc.tuple(...weekdays.map(() => fullDayHours)) },
    {
      weight: 1,
      arbitrary: fc.nat(6).map((only) => weekdays.map((_, day) => (day === only ? ['10:00-11:30'] : []))),
    },
  )
  .map(weekOf);
