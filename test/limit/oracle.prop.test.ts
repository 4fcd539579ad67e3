import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { calendars, countings, dayLimits, hourLimits, instants, pauseLists } from './arbitraries.ts';
import { naiveDue } from './naive-due.ts';

describe('dueAt beside a reckoner that walks day by day', () => {
  test.prop([calendars, instants, dayLimits, countings], { numRuns: 2000 })(
    'agrees on every limit in days, weeks and months',
    ({ spec, naive }, from, limit, counting) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting });
      expect(due.at.toISOString()).toBe(new Date(naiveDue(from, limit, counting, naive)).toISOString());
    },
  );

  test.prop([calendars, instants, dayLimits, countings, pauseLists], { numRuns: 3000 })(
    'agrees when pauses stop the clock',
    ({ spec, naive }, from, limit, counting, pauses) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      expect(due.at.toISOString()).toBe(
        new Date(naiveDue(from, limit, counting, naive, pauses)).toISOString(),
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
    ({ spec, naive }, from, limit, counting, pauses) => {
      const due = dueAt(from, limit, { calendar: defineCalendar(spec), counting, pauses });
      expect(due.at.toISOString()).toBe(
        new Date(naiveDue(from, limit, counting, naive, pauses)).toISOString(),
      );
    },
  );
});
