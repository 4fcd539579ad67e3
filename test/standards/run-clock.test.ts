import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { countings } from '../../src/limit/countings.ts';
import { toLimit } from '../../src/limit/parse-limit.ts';
import type { LimitText } from '../../src/limit/types.ts';
import { units } from '../../src/limit/units.ts';
import { RunClock } from '../../src/standards/deadline/clock.ts';
import { limitTerms } from '../../src/standards/limit-rule.ts';
import { office } from '../support/naive-service.ts';

const HOUR = 3_600_000;
/** Monday, 28 September 2026, 10:00 in Shanghai. */
const ten = Date.UTC(2026, 8, 28, 2);
const shared = { timetable: timetableOf(defineCalendar(office)), counting: countings.standard };
const allowed = (limit: LimitText) => limitTerms({ limit: toLimit(limit), ...shared });

describe('the clock of a run', () => {
  it('works due out once, without steps, however often it is asked while it runs', () => {
    const asked: boolean[] = [];
    const clock = new RunClock(ten, {
      ...allowed('2 hours'),
      dueFrom(from, trace) {
        asked.push(trace);
        return { at: from + 2 * HOUR };
      },
    });
    expect([ten, ten + HOUR, ten + 3 * HOUR].map((t) => clock.dueAt(t)?.at)).toEqual([
      ten + 2 * HOUR,
      ten + 2 * HOUR,
      ten + 2 * HOUR,
    ]);
    expect(asked).toEqual([false]);
  });

  it('tells steps of a promised time only where they are asked for', () => {
    const promise = {
      kind: 'promise',
      attribute: 'promisedAt',
      limit: toLimit('0 hours'),
      unit: units.hours,
    } as const;
    const clock = new RunClock(ten, { ...promise, ...shared });
    clock.promise(ten + HOUR);
    expect(clock.dueAt(ten)).toEqual({ at: ten + HOUR });
    expect(clock.dueAt(ten, true)?.steps).toHaveLength(1);
  });

  it('stopped at 11:00 has no stop until 11:00, and one of 1 ms until a ms later', () => {
    const clock = new RunClock(ten, allowed('2 hours'));
    const eleven = ten + HOUR;
    clock.stop(eleven);
    expect(clock.stopsUntil(eleven)).toEqual([]);
    expect(clock.stopsUntil(eleven + 1)).toEqual([[eleven, eleven + 1]]);
    clock.start(eleven);
    expect(clock.stops).toEqual([]);
  });

  it.each<[LimitText, (LimitText | 'until')[], boolean]>([
    ['24 hours', [], true],
    ['24 hours', ['1 hour'], true],
    ['24 hours', ['until'], true],
    ['24 hours', ['2 days'], false],
    ['24 hours', ['1 working hour'], false],
    ['24 hours', ['1 hour', '1 working hour'], false],
    ['2 working hours', ['1 working hour'], true],
    ['2 working hours', ['1 hour'], false],
    ['2 working hours', ['1 working day'], false],
  ])('of %s extended by %j counts one kind of time: %s', (limit, more, even) => {
    const clock = new RunClock(ten, allowed(limit));
    const grants = more.map((one) => (one === 'until' ? { until: ten + 48 * HOUR } : { more: toLimit(one) }));
    for (const grant of grants) clock.extend(grant, ten);
    expect(clock.isEven).toBe(even);
  });
});
