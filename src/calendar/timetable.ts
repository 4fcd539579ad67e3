import { DAY, type EpochDay, type EpochMs, type Millis, SPAN_END, SPAN_END_DAY } from '../instant/types.ts';
import { instantOfWall, type Zone } from '../instant/zone.ts';
import type { DayRule } from './day-rule.ts';
import { horizonText } from './horizon-text.ts';
import { beyond, isOpen, type Line, lineOf, openBetween, openIntervals, reach } from './line.ts';
import { openTimes } from './open-times.ts';

/**
 * A calendar's sums on plain numbers, in constant time: instants in epoch ms, civil dates as day numbers. Arguments
 * are taken as checked.
 */
export class Timetable {
  readonly rule: DayRule;
  readonly zone: Zone;
  /** Whether a result outside a source's horizon is refused. */
  readonly strict: boolean;
  /** The closings asked for so far. */
  readonly closings = new Map<EpochDay, EpochMs>();
  readonly #hours: Line;
  /** Each date as its 24 hours in UTC, whatever the zone. */
  readonly #days: Line;

  constructor(rule: DayRule) {
    const { zone, strict } = rule;
    this.rule = rule;
    this.zone = zone;
    this.strict = strict;
    const horizons = strict ? rule.horizons : [];
    const first = Math.max(0, ...horizons.map(({ from }) => from));
    const end = Math.min(SPAN_END_DAY, ...horizons.map(({ to }) => to + 1));
    const reason = horizonText(horizons);
    // A calendar without a horizon begins and ends with the span, wherever its zone has midnight then.
    const edge = (day: EpochDay) => (day % SPAN_END_DAY === 0 ? day * DAY : instantOfWall(zone, day * DAY));
    this.#hours = lineOf(openTimes(rule, false), edge(first), edge(end), reason);
    this.#days = lineOf(openTimes(rule, true), first * DAY, end * DAY, reason);
  }

  isWorking(t: EpochMs): boolean {
    return isOpen(this.#hours, t);
  }

  /** The instant `amount` ms of working time after (before, if negative) `t`: a closing bell after, an opening one before. */
  add(t: EpochMs, amount: Millis): EpochMs {
    if (amount === 0) return t;
    const at = reach(this.#hours, t, amount, amount);
    if (at < SPAN_END) return at;
    throw beyond(t);
  }

  /** The working time from `a` to `b`, negative if `b` is the earlier. */
  between(a: EpochMs, b: EpochMs): Millis {
    return openBetween(this.#hours, a, b);
  }

  /** `t` itself while open, else the next opening. */
  next(t: EpochMs): EpochMs {
    return reach(this.#hours, t, 0, -1);
  }

  /** `t` itself in (start, end] of an interval, else the last closing. */
  previous(t: EpochMs): EpochMs {
    return reach(this.#hours, t, 0, 1);
  }

  /** The working intervals in `[from, to)`, clipped to it; touching ones are joined. */
  intervals(from: EpochMs, to: EpochMs): Iterable<readonly [EpochMs, EpochMs]> {
    return openIntervals(this.#hours, from, to);
  }

  isWorkingDay(day: EpochDay): boolean {
    return isOpen(this.#days, day * DAY);
  }

  /** The n-th working day strictly after (before, if `n` is negative) a day; 0: the day itself. */
  addDays(day: EpochDay, n: number): EpochDay {
    if (n === 0) return day;
    const ends = n > 0 ? 1 : 0; // after the day, at the end of the n-th
    return reach(this.#days, (day + ends) * DAY, n * DAY, n) * (1 / 86_400_000) - ends;
  }

  /** The working days in `(a, b]`; negative if `b` is the earlier. */
  daysBetween(a: EpochDay, b: EpochDay): number {
    return openBetween(this.#days, (a + 1) * DAY, (b + 1) * DAY) / DAY;
  }
}
