import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { explain } from '../../src/explain/explain.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import type { Due, Limit } from '../../src/limit/types.ts';
import { countingRules, limits, officeCalendars, officeInstants, pauses } from '../../src/testing/index.ts';

const ground = [officeCalendars(), officeInstants(), limits(), countingRules()] as const;

const daysIn: Readonly<Record<string, number>> = { days: 1, 'working days': 1, weeks: 7 };

/** How far the lines that count days have come, if each goes on where the one before ended. */
function daysTold(text: string): number {
  let told = 0;
  for (const [, first, last = first] of text.matchAll(/(?:: |, )days? (\d+)(?: to (\d+))?$/gm)) {
    expect(Number(first), text).toBe(told + 1);
    told = Number(last);
  }
  // A stretch on the clock tells how many days it has.
  for (const [, count] of text.matchAll(/: (\d+) (?:working )?days?$/gm)) told += Number(count);
  return told;
}

/** The time told at the last line that counts any, in ms: what is counted in all up to there. */
function timeTold(text: string): number {
  const last = [...text.matchAll(/(?:: |, )((?:\d+ (?:h|min|s|ms) ?)+)(?: in all)?$/gm)].at(-1)?.[1] ?? '';
  const units: Readonly<Record<string, number>> = { h: 3_600_000, min: 60_000, s: 1000, ms: 1 };
  return [...last.matchAll(/(\d+) (h|min|s|ms)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * units[unit!]!,
    0,
  );
}

const lengthOf = ({ amount, unit }: Limit): number =>
  Math.round(amount * (/hours/.test(unit) ? 3_600_000 : /minutes/.test(unit) ? 60_000 : 1000));

function expectWhole(due: Due): void {
  const english = explain(due, { locale: 'en' });
  const chinese = explain(due, { locale: 'zh-CN' });
  for (const text of [english, chinese]) expect(text).not.toMatch(/undefined|NaN|Invalid|null/);
  expect(chinese.split('\n')).toHaveLength(english.split('\n').length);
  const { limit } = due;
  const days = daysIn[limit.unit];
  if (days !== undefined) expect(daysTold(english), english).toBe(limit.amount * days);
  else if (limit.unit !== 'months' && limit.amount > 0)
    expect(timeTold(english), english).toBe(lengthOf(limit));
}

describe('an explanation', () => {
  test.prop([...ground, pauses()], { numRuns: 400 })(
    'tells days 1 to n, or time that adds up to the limit, in both languages line by line',
    (spec, from, limit, counting, pauses) => {
      expectWhole(dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses }));
    },
  );

  test.prop([...ground, fc.boolean()], { numRuns: 300 })(
    'does so backward as well',
    (spec, from, limit, counting, clearDays) => {
      const options = { calendar: defineCalendar(spec), counting, direction: 'before', clearDays } as const;
      expectWhole(dueAt(from, limit, options));
    },
  );
});
