import { dayFacts } from '../calendar/day-facts.ts';
import { dayOf } from '../calendar/day-of.ts';
import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar, CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { DueError } from '../errors/limit-error.ts';
import { formatCivilDate } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { type CivilDate, DAY, type EpochDay, HOUR, type InstantInput, MINUTE } from '../instant/types.ts';
import { type DueOptions, dueAt } from './due-at.ts';
import type { CountingName, Due, LimitInput } from './types.ts';

/** A due instant as `dueAt` gives it, or parsed from its JSON. */
export type ComparedDue = Pick<
  DueOptions,
  'counting' | 'pauses' | 'extensions' | 'direction' | 'clearDays'
> & {
  readonly at: InstantInput;
  readonly from: InstantInput;
  readonly limit: LimitInput;
  readonly convention?: CountingName;
};

/** A date that the two calendars have different hours on. */
export interface ChangedDate {
  readonly date: CivilDate;
  /** `["09:00-18:00"]`; none on a day off. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The holiday's or make-up day's name, by the calendar after or else the one before. */
  readonly name?: string;
}

/** A due instant that another calendar moves. */
export interface MovedDue<D> {
  /** The very one that was given. */
  readonly due: D;
  readonly before: Due;
  readonly after: Due;
  /** What differs on the way from the start to the later of the two. */
  readonly dates: readonly ChangedDate[];
}

/**
 * The due instants that move when one calendar takes the place of another, as when a year's holidays are announced or
 * amended: each with its old and new form, ready to be stored, and the dates that differ on the way.
 *
 * What doesn't move is left out; the order is kept. Everything that a due instant was counted by (convention, pauses,
 * extensions, direction) is in what `dueAt` returns and in its JSON. A pause that was open ended at the `asOf` of then.
 *
 * @throws LimitError `limit.option` for a due instant that the calendar before doesn't lead to: it was counted by
 * another one. CalendarError where a calendar with `provisional: 'throw'` refuses.
 * @example
 * const before = { timeZone: 'Asia/Shanghai', week: { thu: ['09:00-18:00'], fri: ['09:00-18:00'] } } as const;
 * const due = dueAt('2026-12-30T10:00:00+08:00', '1 working day', { calendar: before });
 * const [moved] = compareCalendars(before, { ...before, holidays: ['2026-12-31'] }, [due]);
 * moved?.after.at // => 2027-01-01T10:00:00.000Z
 */
export function compareCalendars<const D extends ComparedDue>(
  before: Calendar | CalendarSpec,
  after: Calendar | CalendarSpec,
  dues: Iterable<D>,
): MovedDue<D>[] {
  const [old, fresh] = [defineCalendar(before), defineCalendar(after)];
  if (typeof dues?.[Symbol.iterator] !== 'function') refuse(dues, 'an array of due instants', []);
  return Array.from(dues, (due, index) => {
    if (typeof due !== 'object' || due === null) refuse(due, 'a due instant', [index]);
    toEpoch(due.from, ['dues', index, 'from']);
    const first = countAgain(due, old);
    if (first.at.getTime() !== toEpoch(due.at, ['dues', index, 'at'])) refuseOther(due.at, first.at, index);
    const second = countAgain(due, fresh);
    if (first.at.getTime() === second.at.getTime()) return [];
    return [{ due, before: first, after: second, dates: changedDates(first, second, old, fresh) }];
  }).flat();
}

function countAgain(due: ComparedDue, calendar: Calendar): Due {
  const { counting, pauses, extensions, direction, clearDays, convention } = due;
  const given = Object.entries({ calendar, counting, pauses, extensions, direction, clearDays });
  const options = Object.fromEntries(
    given.filter(([, value]) => value !== undefined),
  ) as unknown as DueOptions;
  // A convention that comes from JSON is counted by what it says, and keeps its name.
  return { ...dueAt(due.from, due.limit, options), ...(convention && { convention }) };
}

function refuseOther(given: InstantInput, counted: Date, index: number): never {
  const expected = `${counted.toISOString()}, to which the calendar before leads,`;
  refuse(given, expected, [index, 'at'], 'Compare due instants with the calendar that they were counted by');
}

function refuse(given: unknown, expected: string, path: ErrorPath, hint?: string): never {
  throw new DueError('limit.option', { given, expected }, { path: ['dues', ...path], hint });
}

function changedDates(first: Due, second: Due, old: Calendar, fresh: Calendar): ChangedDate[] {
  const tables = [timetableOf(old), timetableOf(fresh)] as const;
  const days = [first.from, first.at, second.at].map((at) => dayOf(tables[0], at.getTime()));
  const changed: ChangedDate[] = [];
  const start = Math.min(...days);
  // The evening before counts where its shift goes on past midnight.
  const early = tables.some(({ rule }) => rule.hours(start - 1).some((at) => at > DAY));
  for (let day = early ? start - 1 : start; day <= Math.max(...days); day += 1) {
    const [before, after] = tables.map((table) => hoursOn(table, day)) as [string[], string[]];
    if (before.join() === after.join()) continue;
    const name = nameOf(tables[1], day) ?? nameOf(tables[0], day);
    changed.push({ date: formatCivilDate(day), before, after, ...(name !== undefined && { name }) });
  }
  return changed;
}

const nameOf = (table: Timetable, day: EpochDay) => dayFacts(table, day).name;

function hoursOn({ rule }: Timetable, day: EpochDay): string[] {
  const hours = rule.hours(day);
  const starts = hours.filter((_, index) => index % 2 === 0);
  return starts.map((start, index) => `${clock(start)}-${clock(hours[2 * index + 1]!)}`);
}

/** 24:00 ends a day; what lies beyond is a time of the next one. */
function clock(ms: number): string {
  const hour = Math.floor(ms / HOUR);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour > 24 ? hour - 24 : hour)}:${two((ms % HOUR) / MINUTE)}`;
}
