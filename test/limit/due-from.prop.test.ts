import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { dueFrom } from '../../src/limit/due-from.ts';
import { toLimit } from '../../src/limit/parse-limit.ts';
import { reckonDue } from '../../src/limit/reckon.ts';
import { toCounting } from '../../src/limit/to-counting.ts';
import { countingRules, limits } from '../../src/testing/index.ts';

const HOUR = 3_600_000;
const hours = ['09:00-12:00', '13:00-18:00'];
const horizon = { from: '2026-03-01', to: '2026-04-30' } as const;
const source: HolidaySource = {
  id: 'acme',
  title: 'Acme',
  revision: '1',
  horizon,
  off: ['2026-04-06'],
  working: ['2026-04-04'],
  names: {},
};

/** Calendars of which holidays are published for two months, or none are; some refuse what isn't published. */
const calendars = (['Asia/Shanghai', 'Pacific/Kiritimati', 'America/Los_Angeles'] as const).flatMap(
  (timeZone) =>
    [[source], []].flatMap((holidays) =>
      [{}, { provisional: 'throw' as const }].map((refusal) =>
        timetableOf(
          defineCalendar({
            timeZone,
            week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
            holidays,
            ...refusal,
          }),
        ),
      ),
    ),
);

/** Near the first and the last published day, and near the last day that there is. */
const edges = ['2026-03-01T00:00Z', '2026-05-01T00:00Z', '2199-12-31T00:00Z'].map((text) => Date.parse(text));
const instants = fc
  .tuple(fc.constantFrom(...edges), fc.integer({ min: -60, max: 48 }), fc.constantFrom(0, 1, -1))
  .map(([edge, offset, more]) => edge + offset * HOUR + more);

const outcomeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (error instanceof DulyError) return error.code;
    throw error;
  }
};

describe('the due instants of a limit made ready for many starts', () => {
  test.prop(
    [
      fc.constantFrom(...calendars),
      limits(),
      countingRules(),
      fc.array(instants, { minLength: 1, maxLength: 4 }),
    ],
    {
      numRuns: 500,
    },
  )(
    'are those that are counted for each start alone, at the edges of what is published too',
    (timetable, given, rules, starts) => {
      const terms = { limit: toLimit(given), timetable, counting: toCounting(rules) };
      const prepared = dueFrom(terms);
      for (const from of starts)
        for (const trace of [false, true])
          expect(outcomeOf(() => prepared(from, trace))).toEqual(
            outcomeOf(() => reckonDue({ ...terms, from, trace })),
          );
    },
  );
});
