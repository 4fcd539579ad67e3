import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { LimitInput } from '../../src/limit/types.ts';
import { counting, office, wall, week } from './shanghai-office.ts';

const timeZone = 'Asia/Shanghai';
/** `2026-10-05 10:00` is told as `10-05 10:00`. */
const at = (date: Date) =>
  new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
/** Each step on a line: why, from when to when, the days that it covers, and what it counts. */
const steps = (from: string, limit: LimitInput, options: Partial<DueOptions> = {}) =>
  dueAt(wall(from), limit, { calendar: office, ...options }).steps.map(
    ({ reason, name, source, from, to, days, amount }) =>
      [
        [reason, name, source].filter(Boolean).join(' '),
        `${at(from)} to ${at(to)}`,
        days?.map((day) => day.slice(5)).join('..'),
        ...(amount > 0 ? [amount] : []),
      ].join(', '),
  );

describe('the steps of a limit that counts backward', () => {
  const before = { direction: 'before' } as const;

  it("1 day before Monday 12 October: the event's day, Sunday as day 1, then back to Friday's close", () => {
    expect(steps('2026-10-12 10:00', '1 day', before)).toEqual([
      'trigger-day, 10-12 00:00 to 10-12 10:00, 10-12..10-12',
      'counted, 10-11 00:00 to 10-12 00:00, 10-11..10-11, 1',
      'rolled, 10-09 18:00 to 10-11 00:00, 10-09..10-10',
    ]);
  });

  it('rolling, 1 day before Monday 10:00 is one step from Sunday 10:00', () => {
    expect(steps('2026-10-12 10:00', '1 day', { ...before, counting: 'rolling' })).toEqual([
      'counted, 10-11 10:00 to 10-12 10:00, 10-11..10-11, 1',
    ]);
  });

  it('rolling, 1 working day before Saturday 10:00 is Friday 00:00, as Saturday counts as Monday 00:00; the week-end is told once', () => {
    expect(steps('2026-10-10 10:00', '1 working day', { ...before, counting: 'rolling' })).toEqual([
      'weekend, 10-10 00:00 to 10-12 00:00, 10-10..10-11',
      'counted, 10-09 00:00 to 10-10 00:00, 10-09..10-09, 1',
    ]);
  });
});

describe('the steps of a limit in days', () => {
  it('5 days from Monday end on Saturday and go back to Friday 18:00', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(steps('2026-10-05 10:00', '5 days', { counting: back })).toEqual([
      'trigger-day, 10-05 10:00 to 10-06 00:00, 10-05..10-05',
      'counted, 10-06 00:00 to 10-11 00:00, 10-06..10-10, 5',
      'rolled, 10-09 18:00 to 10-11 00:00, 10-10..10-10',
    ]);
  });

  it('holidays that follow each other are told apart by name and by source', () => {
    const source = (title: string, names: HolidaySource['names']): HolidaySource => ({
      id: title,
      title,
      revision: '1',
      horizon: { from: '2026-01-01', to: '2026-12-31' },
      off: Object.keys(names) as HolidaySource['off'],
      working: [],
      names,
    });
    const state = source('State', { '2026-10-06': 'Ada', '2026-10-07': 'Bob' });
    const town = source('Town', { '2026-10-08': 'Bob' });
    const calendar = defineCalendar({ timeZone, week, holidays: [state, town] });
    expect(steps('2026-10-05 10:00', '1 working day', { calendar })).toEqual([
      'trigger-day, 10-05 10:00 to 10-06 00:00, 10-05..10-05',
      'holiday Ada State, 10-06 00:00 to 10-07 00:00, 10-06..10-06',
      'holiday Bob State, 10-07 00:00 to 10-08 00:00, 10-07..10-07',
      'holiday Bob Town, 10-08 00:00 to 10-09 00:00, 10-08..10-08',
      'counted, 10-09 00:00 to 10-09 18:00, 10-09..10-09, 1',
    ]);
  });

  it('rolling from Sunday where Mondays alone are worked, the Monday that it starts from is no closed day', () => {
    const calendar = defineCalendar({ timeZone, week: { mon: ['09:00-18:00'] } });
    expect(steps('2026-10-11 10:00', '1 working day', { calendar, counting: 'rolling' })).toEqual([
      'weekend, 10-11 10:00 to 10-12 00:00, 10-11..10-11',
      'weekend, 10-12 00:00 to 10-18 00:00, 10-13..10-18',
      'counted, 10-18 00:00 to 10-19 00:00, 10-19..10-19, 1',
    ]);
  });

  it('a day that closes at 18:00 is paused by a pause until 18:00, and counts before one from 18:00 on', () => {
    const pauses = [
      [wall('2026-10-06 12:00'), wall('2026-10-06 18:00')],
      [wall('2026-10-07 18:00'), wall('2026-10-08 09:00')],
    ] as const;
    expect(steps('2026-10-05 10:00', '2 working days', { pauses })).toEqual([
      'trigger-day, 10-05 10:00 to 10-06 00:00, 10-05..10-05',
      'pause, 10-06 00:00 to 10-07 00:00, 10-06..10-06',
      'counted, 10-07 00:00 to 10-08 18:00, 10-07..10-08, 2',
    ]);
  });

  it('what was granted until Friday 12:00 follows Wednesday 18:00, which a later pause has not moved', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), until: wall('2026-10-09 12:00') }];
    const pauses = [[wall('2026-10-06 12:00'), wall('2026-10-20 12:00')]] as const;
    expect(steps('2026-10-05 10:00', '2 working days', { extensions, pauses })).toEqual([
      'trigger-day, 10-05 10:00 to 10-06 00:00, 10-05..10-05',
      'counted, 10-06 00:00 to 10-07 18:00, 10-06..10-07, 2',
      'extended, 10-07 18:00 to 10-09 12:00, ',
    ]);
  });

  it('have neither the name nor the source of a holiday, key and all, where there is none', () => {
    const { steps } = dueAt(wall('2026-10-09 10:00'), '1 working day', { calendar: office });
    const keys = ['counted', 'reason', 'from', 'to', 'amount', 'days'];
    expect(steps.map((step) => [step.reason, ...Object.keys(step)])).toEqual([
      ['trigger-day', ...keys],
      ['weekend', ...keys],
      ['counted', ...keys],
    ]);
  });
});

describe('the steps of a limit in hours', () => {
  it('a pause that is over at the start, or begins when the time is used up, is none', () => {
    const pauses = [
      [wall('2026-10-05 08:00'), wall('2026-10-05 10:00')],
      [wall('2026-10-05 12:00'), wall('2026-10-05 13:00')],
    ] as const;
    expect(steps('2026-10-05 10:00', '2 hours', { pauses })).toEqual([
      'counted, 10-05 10:00 to 10-05 12:00, , 7200000',
    ]);
  });

  it('a day off that ends where the hours begin at 00:00 is one step, and the next day has none of it', () => {
    const calendar = defineCalendar({ timeZone, week: { tue: ['00:00-06:00'] } });
    expect(steps('2026-10-05 10:00', '2 working hours', { calendar })).toEqual([
      'weekend, 10-05 10:00 to 10-06 00:00, 10-05..10-05',
      'counted, 10-06 00:00 to 10-06 02:00, , 7200000',
    ]);
  });
});
