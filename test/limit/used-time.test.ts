import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { countings } from '../../src/limit/countings.ts';
import { extendDue } from '../../src/limit/extend-due.ts';
import { parseLimit } from '../../src/limit/parse-limit.ts';
import { pausesUntil, type Stop, unitePauses } from '../../src/limit/pauses.ts';
import { reckonDue } from '../../src/limit/reckon.ts';
import { units } from '../../src/limit/units.ts';
import { usedTime } from '../../src/limit/used-time.ts';

const HOUR = 3_600_000;
const hours = ['09:00-12:00', '13:00-18:00'];
const timetable = timetableOf(
  defineCalendar({
    timeZone: 'Asia/Shanghai',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  }),
);
/** Wall time in Shanghai; 5 October 2026 is a Monday. */
const wall = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const used = (from: string, to: string, limit: string, pauses: readonly Stop[] = []) =>
  usedTime(wall(from), wall(to), units[parseLimit(limit).unit], timetable, pauses) / HOUR;

describe('unitePauses', () => {
  it('sorts, joins what overlaps or touches, leaves out what is empty, and changes nothing it is given', () => {
    const given = Object.freeze([
      [50, 60],
      [10, 20],
      [15, 30],
      [30, 35],
      [40, 40],
      [16, 18],
    ] as Stop[]);
    expect(unitePauses(given)).toEqual([
      [10, 35],
      [50, 60],
    ]); // prettier-ignore
    expect(unitePauses([])).toEqual([]);
  });
});

describe('pausesUntil', () => {
  it('ends the pause under way at the instant and leaves out later ones', () => {
    expect(
      pausesUntil(
        [
          [10, 20],
          [30, 40],
          [50, 60],
        ],
        35,
      ),
    ).toEqual([
      [10, 20],
      [30, 35],
    ]); // prettier-ignore
    expect(pausesUntil([[10, 20]], 10)).toEqual([]); // prettier-ignore
  });
});

describe('usedTime', () => {
  it('is working time for working units, days included, and elapsed time for all others', () => {
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '8 working hours')).toBe(8);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '2 working days')).toBe(8);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '30 hours')).toBe(24);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '5 days')).toBe(24);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '1 month')).toBe(24);
  });

  it('leaves pauses out, as far as they lie between the two instants', () => {
    const pauses: readonly Stop[] = [
      [wall('2026-10-05 08:00'), wall('2026-10-05 11:00')],
      [wall('2026-10-05 17:00'), wall('2026-10-06 09:30')],
      [wall('2026-10-06 09:45'), wall('2026-10-09 09:00')],
    ];
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '8 working hours', pauses)).toBe(5.25);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '24 hours', pauses)).toBe(6.25);
  });

  it('takes nothing for pauses that are over at the start, or begin at the end: 8 of 8 hours, and 24 of 24', () => {
    const pauses: readonly Stop[] = [
      [wall('2026-10-02 10:00'), wall('2026-10-05 09:30')],
      [wall('2026-10-06 10:00'), wall('2026-10-06 15:00')],
      [wall('2026-10-07 10:00'), wall('2026-10-07 15:00')],
    ];
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '8 working hours', pauses)).toBe(8);
    expect(used('2026-10-05 10:00', '2026-10-06 10:00', '24 hours', pauses)).toBe(24);
    expect(used('2026-10-06 12:00', '2026-10-06 11:00', '24 hours', pauses)).toBe(0);
  });

  it('is 0 where the end is not after the start', () => {
    expect(used('2026-10-05 10:00', '2026-10-05 10:00', '24 hours')).toBe(0);
    expect(used('2026-10-06 10:00', '2026-10-05 10:00', '24 hours')).toBe(0);
  });
});

describe('extendDue', () => {
  const terms = { timetable, counting: countings.bgb };

  it('adds time to a promised due instant, and puts an until in the place of any', () => {
    const promised = { at: wall('2026-10-06 12:00') };
    expect(extendDue(promised, { more: parseLimit('2 hours') }, terms)).toEqual({
      at: wall('2026-10-06 14:00'),
    });
    expect(extendDue(promised, { until: wall('2026-10-08 12:00') }, terms)).toEqual({
      at: wall('2026-10-08 12:00'),
    });
  });

  it('adds one step that is not counted, so that the counted ones still add up to the limit', () => {
    const due = reckonDue({
      ...terms,
      from: wall('2026-10-05 10:00'),
      limit: parseLimit('2 days'),
      trace: true,
    });
    const extended = extendDue(due, { more: parseLimit('1 day') }, { ...terms, trace: true });
    expect(extended.at).toBe(wall('2026-10-09 00:00'));
    expect(extended.steps?.at(-1)).toEqual({
      counted: false,
      reason: 'extended',
      amount: 0,
      from: new Date(wall('2026-10-08 00:00')),
      to: new Date(wall('2026-10-09 00:00')),
    }); // prettier-ignore
    expect(extended.steps?.reduce((sum, step) => sum + step.amount, 0)).toBe(2);
  });

  it('makes no steps unless asked', () => {
    const due = reckonDue({ ...terms, from: wall('2026-10-05 10:00'), limit: parseLimit('2 days') });
    expect(Object.keys(due)).toEqual(['at']);
  });
});
