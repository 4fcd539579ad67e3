import { describe, expect, it, vi } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { Timetable } from '../../src/calendar/timetable.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import type { DulyError } from '../../src/errors/duly-error.ts';
import { countings } from '../../src/limit/countings.ts';
import { dueFrom } from '../../src/limit/due-from.ts';
import { parseLimit } from '../../src/limit/parse-limit.ts';
import { reckonDue } from '../../src/limit/reckon.ts';
import { counting, week } from './shanghai-office.ts';

const HOUR = 3_600_000;
const source: HolidaySource = {
  id: 'acme',
  title: 'Acme',
  revision: '1',
  horizon: { from: '2026-03-01', to: '2026-04-30' },
  off: ['2026-04-06'],
  working: ['2026-04-04'],
  names: {},
};
const calendar = (timeZone: string, provisional?: 'throw') =>
  timetableOf(defineCalendar({ timeZone, week, holidays: [source], ...(provisional && { provisional }) }));
const calendars = [calendar('Asia/Shanghai'), calendar('America/Los_Angeles'), calendar('UTC', 'throw')];

/** Every six hours within two days of the first and the last published one. */
const starts = ['2026-03-01', '2026-04-30'].flatMap((date) => {
  const edge = Date.parse(`${date}T00:00Z`);
  return Array.from({ length: 17 }, (_, index) => edge + (index - 8) * 6 * HOUR);
});

const outcomeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return (error as DulyError).code;
  }
};

describe('the due instants of a limit made ready for many starts', () => {
  const conventions = {
    standard: countings.standard,
    'us-frcp-6, whose hours roll': countings['us-frcp-6'],
    'prc-civil-procedure, whose hours begin at the next full one': countings['prc-civil-procedure'],
    rolling: countings.rolling,
    'one by which the first day counts': counting({ start: 'same-day', end: 'close-of-business' }),
    'one with a cut-off at 16:00': counting({ cutOff: '16:00' }),
  };
  const limits = ['0 working hours', '9 working hours', '30 hours', '2 working days', '2 days'] as const;

  it.each(Object.entries(conventions))('are those of each start alone, by %s', (_, counting) => {
    for (const timetable of calendars)
      for (const limit of limits.map((text) => parseLimit(text))) {
        const prepared = dueFrom({ limit, timetable, counting });
        const alone = (from: number) => () => reckonDue({ from, limit, timetable, counting });
        expect(starts.map((from) => outcomeOf(() => prepared(from, false)))).toEqual(
          starts.map((from) => outcomeOf(alone(from))),
        );
      }
  });
});

it('24 hours made ready are refused from 31 December 2199 00:00Z, and are due a millisecond before 2200 from one earlier', () => {
  const prepared = dueFrom({
    limit: parseLimit('24 hours'),
    timetable: calendar('UTC'),
    counting: countings.standard,
  });
  const last = Date.parse('2199-12-31T00:00Z');
  expect(outcomeOf(() => prepared(last, false))).toBe('limit.range');
  expect(prepared(last - 1, false)).toEqual({ at: Date.parse('2200-01-01T00:00Z') - 1 });
});

describe('the work that a limit made ready saves', () => {
  it('what is published is looked at once for working hours from 2 March 00:00Z that end before 30 April 00:00Z', () => {
    const { rule } = calendar('UTC');
    let looks = 0;
    const timetable = new Timetable({
      ...rule,
      get horizons() {
        looks += 1;
        return rule.horizons;
      },
    });
    const limit = parseLimit('0 working hours');
    const prepared = dueFrom({ limit, timetable, counting: countings.standard });
    const once = looks;
    const lookedAgain = (text: string) => {
      prepared(Date.parse(text), false);
      const again = looks > once;
      looks = once;
      return again;
    };
    expect(['2026-03-02T00:00Z', '2026-04-10T10:00Z', '2026-04-29T23:59Z'].some(lookedAgain)).toBe(false);
    expect(['2026-03-01T23:59Z', '2026-04-30T00:00Z'].every(lookedAgain)).toBe(true);
  });

  it('2 working days are counted once for the 24 hours of Tuesday, and once more where steps are asked for', () => {
    const timetable = calendar('Asia/Shanghai');
    const prepared = dueFrom({
      limit: parseLimit('2 working days'),
      timetable,
      counting: countings.standard,
    });
    const counted = vi.spyOn(timetable, 'addDays');
    const midnight = Date.parse('2026-03-10T00:00+08:00');
    for (let hour = 0; hour < 24; hour += 1) prepared(midnight + hour * HOUR, false);
    expect(counted).toHaveBeenCalledTimes(1);
    expect(prepared(midnight, true).steps).toHaveLength(2);
    expect(counted).toHaveBeenCalledTimes(2);
  });
});
