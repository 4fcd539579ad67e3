import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import type { Counting, Due, Limit } from '../../src/limit/types.ts';
import { calendars, countings, dayLimits, hourLimits, instants, pauseLists } from './arbitraries.ts';

const limits = fc.oneof(dayLimits, hourLimits);

/** Zones with clock changes at midnight, at 00:01, of half an hour, of a whole day, and none. */
const zones = fc.constantFrom(
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Havana',
  'Europe/London',
  'Asia/Tehran',
  'Africa/Cairo',
  'America/Asuncion',
  'Asia/Kolkata',
); // prettier-ignore
const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2024, 0) }),
  // The hours around the clock changes of St. John's 2006 and Apia 2011.
  fc.integer({ min: Date.UTC(2006, 9, 29), max: Date.UTC(2006, 9, 30) }),
  fc.integer({ min: Date.UTC(2011, 11, 29), max: Date.UTC(2012, 0, 1) }),
);
const week = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, ['00:00-02:00', '09:00-24:00']]),
);
const zoned = zones.map((timeZone): CalendarSpec => ({ timeZone, week }));

const at = (due: Due) => due.at.getTime();
const isRolling = (counting: Counting) => counting.start === 'instant';

describe('laws of dueAt', () => {
  test.prop(
    [
      fc.oneof(
        zoned,
        calendars.map(({ spec }) => spec),
      ),
      fc.oneof(anyInstant, instants),
      limits,
      countings,
    ],
    { numRuns: 700 },
  )('due is never before from', (spec, from, limit, counting) => {
    expect(at(dueAt(from, limit, { calendar: defineCalendar(spec), counting }))).toBeGreaterThanOrEqual(from);
  });

  test.prop(
    [
      fc.oneof(
        zoned,
        calendars.map(({ spec }) => spec),
      ),
      anyInstant,
      limits,
      fc.integer({ min: 1, max: 5 }),
      countings,
    ],
    { numRuns: 500 },
  )('a larger amount is never due earlier', (spec, from, limit, more, counting) => {
    const calendar = defineCalendar(spec);
    const larger: Limit = { ...limit, amount: limit.amount + more };
    expect(at(dueAt(from, larger, { calendar, counting }))).toBeGreaterThanOrEqual(
      at(dueAt(from, limit, { calendar, counting })),
    );
  });

  test.prop(
    [
      fc.oneof(
        zoned,
        calendars.map(({ spec }) => spec),
      ),
      anyInstant,
      fc.integer({ min: 0, max: 4 * 86_400_000 }),
      limits,
      countings,
    ],
    { numRuns: 800 },
  )('a later start is never due earlier, rolling counts aside', (spec, from, later, limit, counting) => {
    fc.pre(!isRolling(counting));
    const calendar = defineCalendar(spec);
    expect(at(dueAt(from + later, limit, { calendar, counting }))).toBeGreaterThanOrEqual(
      at(dueAt(from, limit, { calendar, counting })),
    );
  });

  test.prop([calendars, instants, fc.integer({ min: 0, max: 5 * 1440 }), dayLimits, countings], {
    numRuns: 400,
  })(
    'nor with a rolling count of days where no clock changes',
    ({ spec }, from, minutes, limit, counting) => {
      fc.pre(limit.unit !== 'months');
      const calendar = defineCalendar(spec);
      expect(at(dueAt(from + minutes * 60_000, limit, { calendar, counting }))).toBeGreaterThanOrEqual(
        at(dueAt(from, limit, { calendar, counting })),
      );
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists, instants], { numRuns: 400 })(
    'an empty pause changes nothing',
    ({ spec }, from, limit, counting, pauses, empty) => {
      const calendar = defineCalendar(spec);
      const due = dueAt(from, limit, { calendar, counting, pauses });
      expect(dueAt(from, limit, { calendar, counting, pauses: [...pauses, [empty, empty]] })).toEqual(due);
    },
  );

  test.prop(
    [calendars, instants, limits, countings, pauseLists, instants, fc.integer({ min: 0, max: 9000 })],
    { numRuns: 700 },
  )(
    'one more pause, or a longer one, never brings due forward',
    ({ spec }, from, limit, counting, pauses, start, minutes) => {
      const calendar = defineCalendar(spec);
      const due = dueAt(from, limit, { calendar, counting, pauses });
      const longer = dueAt(from, limit, {
        calendar,
        counting,
        pauses: [...pauses, [start, start + minutes * 60_000]],
      });
      expect(at(longer)).toBeGreaterThanOrEqual(at(due));
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists], { numRuns: 400 })(
    'pauses in any order, cut into pieces or repeated, are their union',
    ({ spec }, from, limit, counting, pauses) => {
      const calendar = defineCalendar(spec);
      const pieces = pauses.flatMap(([start, end]) => {
        const middle = Math.floor((start + end) / 2);
        return [[middle, end] as const, [start, middle] as const, [start, middle] as const];
      });
      expect(dueAt(from, limit, { calendar, counting, pauses: pieces.reverse() })).toEqual(
        dueAt(from, limit, { calendar, counting, pauses }),
      );
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists, instants], { numRuns: 500 })(
    'a pause outside working time moves neither working hours nor days that end at the close of business',
    ({ spec }, from, limit, counting, pauses, around) => {
      const calendar = defineCalendar(spec);
      fc.pre(!isWorkingTime(around, calendar));
      const closedFrom = previousWorkingTime(around, calendar);
      const closedTo = nextWorkingTime(around, calendar);
      const byHours = limit.unit === 'working hours' || limit.unit === 'working minutes';
      // Days off end at 24:00, where the clock may well be stopped: only working days end at a close.
      const byClose = limit.unit === 'working days' && counting.end === 'close-of-business';
      fc.pre(byHours || byClose);
      const more = [...pauses, [closedFrom, closedTo] as const];
      expect(dueAt(from, limit, { calendar, counting, pauses: more }).at).toEqual(
        dueAt(from, limit, { calendar, counting, pauses }).at,
      );
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists], { numRuns: 700 })(
    'the counted steps add up to the limit, and no step ends before it begins',
    ({ spec }, from, limit, counting, pauses) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      const sum = due.steps.reduce((total, step) => total + step.amount, 0);
      const unit = {
        weeks: 7,
        'working hours': 3_600_000,
        hours: 3_600_000,
        'working minutes': 60_000,
        minutes: 60_000,
      };
      expect(sum).toBe(limit.amount * (unit[limit.unit as keyof typeof unit] ?? 1));
      for (const step of due.steps) {
        expect(step.to.getTime()).toBeGreaterThanOrEqual(step.from.getTime());
        if (!step.counted) expect(step.amount).toBe(0);
      }
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists], { numRuns: 400 })(
    'the steps follow each other without gap from the start to due, where nothing rolls back',
    ({ spec }, from, limit, counting, pauses) => {
      fc.pre(counting.roll !== 'previous-working-day');
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      expect(due.steps[0]?.from.getTime()).toBe(from);
      expect(due.steps.at(-1)?.to).toEqual(due.at);
      due.steps.slice(1).forEach((step, index) => {
        expect(step.from).toEqual(due.steps[index]!.to);
      });
    },
  );

  test.prop([calendars, instants, limits, countings, fc.boolean()], { numRuns: 500 })(
    'a backward limit ends at or before the event, and its steps add up too',
    ({ spec }, from, limit, counting, clearDays) => {
      const due = dueAt(from, limit, {
        calendar: defineCalendar(spec),
        counting,
        direction: 'before',
        clearDays,
      });
      expect(at(due)).toBeLessThanOrEqual(from);
      const sum = due.steps.reduce((total, step) => total + step.amount, 0);
      const unit = {
        weeks: 7,
        'working hours': 3_600_000,
        hours: 3_600_000,
        'working minutes': 60_000,
        minutes: 60_000,
      };
      expect(sum).toBe(limit.amount * (unit[limit.unit as keyof typeof unit] ?? 1));
    },
  );

  test.prop([calendars, instants, limits, countings, pauseLists], { numRuns: 200 })(
    'nothing that is given is changed',
    ({ spec }, from, limit, counting, pauses) => {
      const frozen = { limit: Object.freeze({ ...limit }), counting: Object.freeze({ ...counting }) };
      const stops = Object.freeze(pauses.map((pause) => Object.freeze([...pause] as [number, number])));
      const calendar = defineCalendar(spec);
      expect(dueAt(from, frozen.limit, { calendar, counting: frozen.counting, pauses: stops })).toEqual(
        dueAt(from, limit, { calendar, counting, pauses }),
      );
    },
  );
});
