import { DAY, type EpochDay, type Millis } from '../instant/types.ts';
import type { DayRule } from './day-rule.ts';
import type { Hours } from './hours.ts';
import { append } from './open-times.ts';

/** Where at least `needed` of several calendars are open in a date, cut at its midnights. */
export function combinedHours(rules: readonly DayRule[], day: EpochDay, needed: number): Hours {
  const all = rules.map(({ hours, parts }) => [
    // Only a weekly calendar's hours reach into the next date.
    ...(parts.length > 0 ? [] : hours(day - 1).map((at) => at - DAY)),
    ...hours(day),
  ]);
  const bells = [0, DAY, ...all.flat()].filter((at) => at >= 0 && at <= DAY).sort((a, b) => a - b);
  const open: Millis[] = [];
  bells.forEach((start, index) => {
    // A calendar is open after an opening, that is after an odd number of bells.
    const count = all.filter((hours) => hours.filter((at) => at <= start).length % 2 === 1).length;
    if (count >= needed) append(open, start, bells[index + 1] ?? start);
  });
  return open;
}
