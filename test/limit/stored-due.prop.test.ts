import { fc, test } from '@fast-check/vitest';
import { describe, expect, it, vi } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { Timetable } from '../../src/calendar/timetable.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { compareCalendars } from '../../src/limit/compare-calendars.ts';
import { countings as named } from '../../src/limit/countings.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { parseLimit } from '../../src/limit/parse-limit.ts';
import { reckonDue } from '../../src/limit/reckon.ts';
import type { Extension } from '../../src/limit/types.ts';
import {
  countingRules,
  limits as limitsOf,
  officeCalendars,
  officeInstants,
  pauses,
} from '../../src/testing/index.ts';

const [calendars, instants, countings, pauseLists] = [
  officeCalendars(),
  officeInstants(),
  countingRules(),
  pauses(),
];
const limits = limitsOf();
const extensions: fc.Arbitrary<Extension[]> = fc.array(
  fc.oneof(fc.record({ at: instants, duration: limits }), fc.record({ at: instants, until: instants })),
  { maxLength: 2 },
);

describe('a stored due instant', () => {
  test.prop([calendars, instants, limits, countings, pauseLists, extensions], { numRuns: 300 })(
    'is counted to the same, with the same steps, from its JSON alone',
    (spec, from, limit, counting, pauses, extensions) => {
      const calendar = defineCalendar(spec);
      const due = dueAt(from, limit, { calendar, counting, pauses, extensions });
      const stored = JSON.parse(JSON.stringify(due)) as typeof due;
      expect(compareCalendars(calendar, calendar, [stored])).toEqual([]);
      const { convention, counting: rules, pauses: stops = [], extensions: grants = [] } = stored;
      const options = { calendar, counting: convention ?? rules, pauses: stops, extensions: grants };
      expect(dueAt(stored.from, stored.limit, options)).toEqual(due);
    },
  );

  test.prop([calendars, instants, limitsOf('days'), countings, fc.boolean()], { numRuns: 200 })(
    'that counts backward is counted to the same too',
    (spec, from, limit, counting, clearDays) => {
      const calendar = defineCalendar(spec);
      const due = dueAt(from, limit, { calendar, counting, direction: 'before', clearDays });
      expect(compareCalendars(calendar, calendar, [JSON.parse(JSON.stringify(due))])).toEqual([]);
    },
  );

  test.prop([calendars, instants, limits, countings, fc.integer({ min: 0, max: 120 })], { numRuns: 300 })(
    'moves with a day off only if that day is among the dates that differ',
    (spec, from, limit, counting, offset) => {
      const date = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
      const after = { ...spec, exceptions: { [date]: 'closed' as const } };
      const due = dueAt(from, limit, { calendar: spec, counting });
      for (const moved of compareCalendars(spec, after, [due])) {
        expect(moved.dates.map((each) => each.date)).toEqual([date]);
        expect(moved.dates[0]!.before).not.toEqual([]);
        expect(moved.dates[0]!.after).toEqual([]);
        expect(moved.after.at).not.toEqual(moved.before.at);
      }
    },
  );
});

describe('pauses', () => {
  test.prop([calendars, instants, limits, countings, instants, fc.integer({ min: 0, max: 9000 })], {
    numRuns: 300,
  })('one that is open counts as ended at asOf', (spec, from, limit, counting, start, minutes) => {
    const calendar = defineCalendar(spec);
    const asOf = start + minutes * 60_000;
    expect(dueAt(from, limit, { calendar, counting, pauses: [[start, null]], asOf })).toEqual(
      dueAt(from, limit, { calendar, counting, pauses: [[start, asOf]] }),
    );
  });

  it.each(['5 working days', '5 days', '1 month', '8 working hours'] as const)(
    'of 3 days and of 30 years ask the calendar equally often about %s',
    (text) => {
      const hours = ['09:00-18:00'];
      const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
      const methods = ['add', 'between', 'addDays', 'daysBetween', 'isWorkingDay'] as const;
      const spies = methods.map((name) => vi.spyOn(Timetable.prototype, name));
      const callsFor = (end: string) => {
        // One that has been asked nothing before.
        const timetable = timetableOf(defineCalendar({ timeZone: 'Asia/Shanghai', week }));
        for (const spy of spies) spy.mockClear();
        const [from, stop] = ['2026-06-01T10:00:00+08:00', '2026-06-01T12:00:00+08:00'].map(Date.parse);
        const { at } = reckonDue({
          from: from!,
          limit: parseLimit(text),
          timetable,
          counting: named.standard,
          pauses: [[stop!, Date.parse(end)]],
        });
        expect(at).toBeGreaterThan(Date.parse(end));
        return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      };
      // Both end on a Thursday at 12:00.
      const short = callsFor('2026-06-04T12:00:00+08:00');
      expect(callsFor('2056-06-01T12:00:00+08:00')).toBe(short);
      expect(short).toBeGreaterThan(0);
      for (const spy of spies) spy.mockRestore();
    },
  );
});
