import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { countingRules, limits, officeCalendars, officeInstants, pauses } from '../../src/testing/index.ts';
import { naiveCalendar, naiveDue } from './naive-due.ts';

const [calendars, instants, countings, pauseLists] = [
  officeCalendars(),
  officeInstants(),
  countingRules(),
  pauses(),
];
const dayLimits = limits('days');
/** The reckoner walks minute by minute. */
const hourLimits = limits('hours').filter(({ unit }) => unit !== 'seconds');

describe('dueAt beside a reckoner that walks day by day', () => {
  test.prop([calendars, instants, dayLimits, countings], { numRuns: 2000 })(
    'agrees on every limit in days, weeks and months',
    (spec, from, limit, counting) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting });
      expect(due.at.toISOString()).toBe(
        new Date(naiveDue(from, limit, counting, naiveCalendar(spec))).toISOString(),
      );
    },
  );

  test.prop([calendars, instants, dayLimits, countings, pauseLists], { numRuns: 3000 })(
    'agrees when pauses stop the clock',
    (spec, from, limit, counting, pauses) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      expect(due.at.toISOString()).toBe(
        new Date(naiveDue(from, limit, counting, naiveCalendar(spec), pauses)).toISOString(),
      );
    },
  );

  const hourCountings = countings.chain((counting) =>
    fc
      .record({
        hours: fc.constantFrom('from-instant' as const, 'from-next-hour' as const),
        rollHours: fc.boolean(),
      })
      .map((more) => ({ ...counting, ...more })),
  );

  test.prop([calendars, instants, hourLimits, hourCountings, pauseLists], { numRuns: 150 })(
    'agrees on limits in minutes and hours, walked minute by minute',
    (spec, from, limit, counting, pauses) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      expect(due.at.toISOString()).toBe(
        new Date(naiveDue(from, limit, counting, naiveCalendar(spec), pauses)).toISOString(),
      );
    },
  );
});
