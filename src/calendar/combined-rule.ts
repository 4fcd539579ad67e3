import { DAY, type EpochDay, type Millis } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import type { Hours } from './hours.ts';

/** The part of a calendar's working time that lies in the date itself, `[00:00, 24:00)`. */
function within(rule: DayRule, day: EpochDay): Hours {
  const cut: Millis[] = [];
  const push = (start: Millis, end: Millis) => {
    if (start < end) cut.push(start, end);
  };
  const evening = rule.hours(day - 1);
  if (evening.length > 0) push(0, evening.at(-1)! - DAY);
  const hours = rule.hours(day);
  for (let i = 0; i < hours.length; i += 2) push(hours[i]!, Math.min(hours[i + 1]!, DAY));
  return cut;
}

/** Where at least `needed` of several sets of intervals are open at once. */
function openIn(sets: readonly Hours[], needed: number): Hours {
  // Even positions are openings, odd ones closings; at one instant the openings come first, so that touching ones join.
  const bells = sets.flatMap((hours) => hours.map((at, index) => ({ at, step: index % 2 === 0 ? 1 : -1 })));
  bells.sort((a, b) => a.at - b.at || b.step - a.step);
  const open: Millis[] = [];
  let depth = 0;
  for (const { at, step } of bells) {
    const was = depth;
    depth += step;
    if (was < needed !== depth < needed) open.push(at);
  }
  // A closing and an opening of different calendars at one instant make an empty interval; it isn't one.
  return open.filter((at, index) => open[index ^ 1] !== at);
}

/** All (`intersect`) or any (`union`) of several calendars of one zone, cut at midnight. */
export function combinedRule(
  kind: 'intersect' | 'union',
  parts: readonly DayRule[],
  strict: boolean,
): DayRule {
  const needed = kind === 'intersect' ? parts.length : 1;
  const hours = (day: EpochDay) =>
    openIn(
      parts.map((part) => within(part, day)),
      needed,
    );
  return {
    zone: parts[0]!.zone,
    strict: strict || parts.some((part) => part.strict),
    horizons: parts.flatMap((part) => part.horizons),
    hours,
    cause(day) {
      const open = hours(day).length > 0;
      // The part that decides: one that is open if the day is, one that is closed if it isn't.
      const deciding = parts.find((part) => within(part, day).length > 0 === open) ?? parts[0]!;
      return deciding.cause(day);
    },
  };
}
