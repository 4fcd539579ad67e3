import { DAY, type EpochDay, type Millis } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import type { Hours } from './hours.ts';
import { append } from './open-times.ts';

/** Where at least `needed` of several calendars are open in a date, cut at its midnights. */
export function combinedHours(rules: readonly DayRule[], day: EpochDay, needed: number): Hours {
  const bells = rules.flatMap(({ hours, parts }) =>
    // Only a weekly calendar's hours reach into the next date.
    [...(parts.length > 0 ? [] : hours(day - 1).map((at) => at - DAY)), ...hours(day)].map(
      (at, index) => [Math.max(0, Math.min(at, DAY)), index % 2 ? -1 : 1] as const,
    ),
  );
  const open: Millis[] = [];
  let count = 0;
  let last = 0;
  for (const [at, change] of bells.sort(([a], [b]) => a - b)) {
    if (count >= needed) append(open, last, at);
    count += change;
    last = at;
  }
  return open;
}
