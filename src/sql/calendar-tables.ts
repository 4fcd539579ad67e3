import { dayFacts } from '../calendar/day-facts.ts';
import { closingOf, instantAt } from '../calendar/instant-at.ts';
import type { CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { SqlError } from '../errors/sql-error.ts';
import { formatCivilDate, parseCivilDate } from '../instant/civil.ts';
import { type CivilDate, DAY, type EpochDay, type EpochMs, HOUR, type Millis } from '../instant/types.ts';
import { pieceAt, wallAt } from '../instant/zone.ts';

/**
 * A stretch of time within one day of UTC in which nothing changes: neither the offset, nor the civil day, nor whether
 * it is working time.
 */
export interface ClockRow {
  /** The day of UTC in which it lies, in days since 1970-01-01: what instants are joined by. */
  readonly utc_day: number;
  /** Its first ms, epoch ms. */
  readonly start_ms: EpochMs;
  /** The first ms after it, epoch ms. */
  readonly end_ms: EpochMs;
  /** Wall time less UTC, in ms. */
  readonly offset_ms: Millis;
  /** The civil day on the wall. */
  readonly day: EpochDay;
  /** The civil day on which an arrival counts; another one only where a clock is set back over midnight. */
  readonly trigger_day: EpochDay;
  /** 1 in working time, else 0. */
  readonly open: 0 | 1;
  /** The working ms before it, from the start of the tables. */
  readonly before_ms: Millis;
}

/** Working time, cut so that each piece lies in one block of four working hours: what amounts are joined by. */
export interface IntervalRow {
  /** The number of the block: the working ms before each of its pieces, divided by four hours. */
  readonly block: number;
  /** Its first ms, epoch ms. */
  readonly start_ms: EpochMs;
  /** The first ms after it, epoch ms. */
  readonly end_ms: EpochMs;
  /** The working ms before it, from the start of the tables. */
  readonly before_ms: Millis;
}

/** A civil day. */
export interface DayRow {
  /** Days since 1970-01-01. */
  readonly day: EpochDay;
  readonly date: CivilDate;
  /** 00:00, epoch ms. */
  readonly start_ms: EpochMs;
  /** 24:00, epoch ms. */
  readonly end_ms: EpochMs;
  readonly working: 0 | 1;
  /** The working days up to this one, itself included, from the start of the tables. */
  readonly ordinal: number;
  /** The end of its last working interval; null on a day off. */
  readonly close_ms: EpochMs | null;
  /** The close of business, or 24:00 where there is none, epoch ms. */
  readonly last_ms: EpochMs;
  /** The same of the day before, epoch ms. */
  readonly last_before_ms: EpochMs;
  /** Wall time less its instant, in ms, up to `switch_ms`. */
  readonly shift_ms: Millis;
  /** The ms of the day on the wall from which `shift_after_ms` holds; 86,400,000 where the day has one offset. */
  readonly switch_ms: Millis;
  /** Wall time less its instant, in ms, from `switch_ms` on. */
  readonly shift_after_ms: Millis;
  /** 1 where every holiday source has published the day. */
  readonly known: 0 | 1;
  /** Why it has the hours it has, and the name of its holiday or make-up day. */
  readonly cause: string;
  readonly name: string | null;
}

/** A calendar as the rows of three tables. */
export interface CalendarTables {
  readonly timeZone: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly clock: readonly ClockRow[];
  readonly intervals: readonly IntervalRow[];
  readonly days: readonly DayRow[];
}

/** The working time that one block of `intervals` spans. */
export const BLOCK: Millis = 4 * HOUR;

/** What the tables may span: nothing that is looked up beside them leaves the years that the package knows. */
const FIRST: EpochDay = 9;
const LAST: EpochDay = 83_994;

/**
 * A calendar as data, for engines that have none: stretches of time with the civil day and the working time before
 * them, working intervals with cumulative working time, and civil days with working-day ordinals, the close of
 * business, horizon and names. All instants are epoch ms, all days whole days since 1970-01-01; nothing has to be
 * looked up in an engine's own time zones.
 *
 * @param calendar - As `defineCalendar` makes it, or its specification.
 * @param range - The first and the last civil date, both included, from 1970-01-10 to 2199-12-20.
 * @throws {@link SqlError} `sql.range`, `sql.calendar` (days that don't end in their order)
 * @example
 * const tables = calendarTables(
 *   { timeZone: 'Asia/Shanghai', week: { mon: ['09:00-12:00', '13:00-18:00'] } },
 *   { from: '2026-07-06', to: '2026-07-12' },
 * );
 * tables.days.map(({ working, ordinal }) => [working, ordinal])[0] // => [1, 1]
 */
export function calendarTables(
  calendar: CalendarSpec,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): CalendarTables {
  const first = parseCivilDate(from);
  const last = parseCivilDate(to);
  if (!(first >= FIRST && last <= LAST && first <= last)) throw new SqlError('sql.range', { from, to });
  const timetable = timetableOf(calendar);
  const days = daysOf(timetable, first, last);
  const span = [days[0]!.start_ms, days.at(-1)!.end_ms] as const;
  const open = [...timetable.intervals(...span)];
  return {
    timeZone: timetable.zone.name,
    from,
    to,
    clock: clockOf(timetable, open, days),
    intervals: intervalsOf(open),
    days,
  };
}

function daysOf(timetable: Timetable, first: EpochDay, last: EpochDay): DayRow[] {
  const rows: DayRow[] = [];
  const { horizons } = timetable.rule;
  let ordinal = 0;
  let before = lastOf(timetable, first - 1);
  for (let day = first; day <= last; day += 1) {
    const { working, cause, name = null } = dayFacts(timetable, day);
    const end = lastOf(timetable, day);
    if (working) ordinal += 1;
    if (end < before) {
      const reason = `${formatCivilDate(day)} ends before the day before it does`;
      throw new SqlError('sql.calendar', { reason });
    }
    rows.push({
      day,
      date: formatCivilDate(day),
      start_ms: instantAt(timetable, day, 0),
      end_ms: instantAt(timetable, day, DAY),
      working: working ? 1 : 0,
      ordinal,
      close_ms: working ? closingOf(timetable, day) : null,
      last_ms: end,
      last_before_ms: before,
      ...shiftsOf(timetable, day),
      known: horizons.every(({ from, to }) => day >= from && day <= to) ? 1 : 0,
      cause,
      name,
    });
    before = end;
  }
  return rows;
}

/** When a day is over: at the close of business, or at 24:00 where there is none. */
function lastOf(timetable: Timetable, day: EpochDay): EpochMs {
  const close = closingOf(timetable, day);
  return Number.isNaN(close) ? instantAt(timetable, day, DAY) : close;
}

/**
 * How the wall times of a day become instants. At a change of offset the earlier reading holds up to the later of the
 * two wall times that meet there: in a gap wall times go on by the gap, in a fold they are the earlier ones.
 */
function shiftsOf(
  { zone }: Timetable,
  day: EpochDay,
): Pick<DayRow, 'shift_ms' | 'switch_ms' | 'shift_after_ms'> {
  const wall = day * DAY;
  let shift = 0;
  for (let at = wall - 2 * DAY; at < wall + 2 * DAY; ) {
    const { end, offset } = pieceAt(zone, at);
    const { offset: after } = pieceAt(zone, end);
    const turn = end + Math.max(offset, after) - wall;
    shift = offset;
    // Beyond its day a change is that of another one.
    if (turn > 0 && offset !== after)
      return { shift_ms: offset, switch_ms: Math.min(turn, DAY), shift_after_ms: after };
    at = end;
  }
  return { shift_ms: shift, switch_ms: DAY, shift_after_ms: shift };
}

function clockOf(
  timetable: Timetable,
  open: readonly (readonly [EpochMs, EpochMs])[],
  days: readonly DayRow[],
): ClockRow[] {
  const { zone } = timetable;
  const [from, to] = [days[0]!.start_ms, days.at(-1)!.end_ms];
  const rows: ClockRow[] = [];
  let next = 0;
  let sum = 0;
  const cuts = cutsOf(timetable, open, days);
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? to;
    if (start < from || start >= to) continue;
    while (next < open.length && open[next]![1] <= start) next += 1;
    const isOpen = next < open.length && open[next]![0] <= start;
    const offset = wallAt(zone, start) - start;
    const day = Math.floor((start + offset) / DAY);
    rows.push({
      utc_day: Math.floor(start / DAY),
      start_ms: start,
      end_ms: end,
      offset_ms: offset,
      day,
      trigger_day: triggerDay(timetable, start, day),
      open: isOpen ? 1 : 0,
      before_ms: sum,
    });
    if (isOpen) sum += end - start;
  }
  return rows;
}

/** A date that comes twice is over once its 24:00 has passed. */
function triggerDay(timetable: Timetable, at: EpochMs, day: EpochDay): EpochDay {
  const late = wallAt(timetable.zone, at) - day * DAY >= DAY - 4 * HOUR;
  return late && at >= instantAt(timetable, day, DAY) ? day + 1 : day;
}

/** Every instant at which anything changes, in order. */
function cutsOf(
  { zone }: Timetable,
  open: readonly (readonly [EpochMs, EpochMs])[],
  days: readonly DayRow[],
): EpochMs[] {
  const [from, to] = [days[0]!.start_ms, days.at(-1)!.end_ms];
  const cuts = new Set<EpochMs>(open.flat());
  for (const { start_ms } of days) cuts.add(start_ms);
  for (let at = Math.floor(from / DAY) * DAY; at < to; at += DAY) cuts.add(at);
  for (let at = from; at < to; ) {
    const { end, offset } = pieceAt(zone, at);
    cuts.add(at);
    // Where a clock is set back over midnight, one midnight more than there are dates.
    for (let midnight = Math.ceil((at + offset) / DAY) * DAY - offset; midnight < end; midnight += DAY)
      cuts.add(midnight);
    at = end;
  }
  return [...cuts].filter((at) => at >= from && at < to).sort((a, b) => a - b);
}

function intervalsOf(open: readonly (readonly [EpochMs, EpochMs])[]): IntervalRow[] {
  const rows: IntervalRow[] = [];
  let before = 0;
  for (const [opening, closing] of open) {
    for (let start = opening; start < closing; ) {
      const block = Math.floor(before / BLOCK);
      const end = Math.min(closing, start + (block + 1) * BLOCK - before);
      rows.push({ block, start_ms: start, end_ms: end, before_ms: before });
      before += end - start;
      start = end;
    }
  }
  return rows;
}
