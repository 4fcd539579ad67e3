import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import type { HolidaySource } from '../../src/calendar/spec.ts';
import { DulyError } from '../../src/errors/duly-error.ts';
import { type DueOptions, dueAt } from '../../src/limit/due-at.ts';
import type { Counting, LimitInput } from '../../src/limit/types.ts';

const nine = ['09:00-12:00', '13:00-18:00'];
const week = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };
const office = defineCalendar({ timeZone: 'Asia/Shanghai', week });
const always = defineCalendar({ timeZone: 'Asia/Shanghai', week: 'always' });

/** Wall time in Shanghai, `2026-10-12 18:00`, as both ends are written in these tests. */
const wall = (text: string) => `${text.replace(' ', 'T')}:00+08:00`;
const due = (from: string, limit: LimitInput, options: Partial<DueOptions> = {}) => {
  const { at } = dueAt(wall(from), limit, { calendar: office, ...options });
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};
const counting = (fields: Partial<Counting>): Counting => ({
  start: 'next-day',
  end: 'end-of-day',
  roll: 'none',
  months: 'corresponding',
  ...fields,
});
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof DulyError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

// 2026-10-05 is a Monday, and no holiday is known to these calendars.
describe('limits in seconds, minutes and hours', () => {
  it('run in elapsed time over nights and week-ends: Friday 17:00 + 48 hours is Sunday 17:00', () => {
    expect(due('2026-10-09 17:00', '48 hours')).toBe('2026-10-11 17:00');
    expect(due('2026-10-09 17:00', '90 minutes')).toBe('2026-10-09 18:30');
    expect(due('2026-10-09 17:00', '120 seconds')).toBe('2026-10-09 17:02');
  });

  it('run in elapsed time over a clock change: 72 hours over the end of DST end an hour earlier on the wall', () => {
    const newYork = defineCalendar({ timeZone: 'America/New_York', week });
    const { at } = dueAt('2007-11-02T10:23:00-04:00', '72 hours', { calendar: newYork });
    expect(at.toISOString()).toBe('2007-11-05T14:23:00.000Z');
  });

  it('in working units run in working time: Friday 17:00 + 2 working hours is Monday 10:00', () => {
    expect(due('2026-10-09 17:00', '2 working hours')).toBe('2026-10-12 10:00');
    expect(due('2026-10-09 11:30', '60 working minutes')).toBe('2026-10-09 13:30');
  });

  it('land on the closing bell: Friday 17:00 + 1 working hour is Friday 18:00', () => {
    expect(due('2026-10-09 17:00', '1 working hour')).toBe('2026-10-09 18:00');
  });

  it('take 0 hours as now, open or not', () => {
    expect(due('2026-10-10 17:00', '0 hours')).toBe('2026-10-10 17:00');
    expect(due('2026-10-10 17:00', '0 working hours')).toBe('2026-10-10 17:00');
  });

  it('count from the full hour strictly after under prc-civil-procedure: 10:20 and 10:00 alike from 11:00', () => {
    expect(due('2026-10-05 10:20', '24 hours', { counting: 'prc-civil-procedure' })).toBe('2026-10-06 11:00');
    expect(due('2026-10-05 10:00', '24 hours', { counting: 'prc-civil-procedure' })).toBe('2026-10-06 11:00');
    expect(due('2026-10-05 10:20', '24 hours', { counting: 'prc-civil-code' })).toBe('2026-10-06 10:20');
  });

  it('take the full hour of the wall clock where the zone is half an hour off', () => {
    const kolkata = defineCalendar({ timeZone: 'Asia/Kolkata', week });
    const { at } = dueAt('2026-10-05T10:20:00+05:30', '1 hour', {
      calendar: kolkata,
      counting: 'prc-civil-procedure',
    });
    expect(at.toISOString()).toBe('2026-10-05T06:30:00.000Z');
  });

  it('under us-frcp-6 go on from a Saturday to the same clock time on Monday, and stay on a Friday', () => {
    expect(due('2026-10-08 14:00', '48 hours', { counting: 'us-frcp-6' })).toBe('2026-10-12 14:00');
    expect(due('2026-10-08 14:00', '24 hours', { counting: 'us-frcp-6' })).toBe('2026-10-09 14:00');
    expect(due('2026-10-08 14:00', '48 hours')).toBe('2026-10-10 14:00');
  });
});

describe('start', () => {
  it("next-day: the trigger's day isn't counted, whatever the hour", () => {
    expect(due('2026-10-05 00:00', '3 working days')).toBe('2026-10-08 18:00');
    expect(due('2026-10-05 23:59', '3 working days')).toBe('2026-10-08 18:00');
  });

  it('next-day: a trigger on Saturday is simply not counted, Monday is day 1', () => {
    expect(due('2026-10-10 10:00', '1 working day')).toBe('2026-10-12 18:00');
  });

  it('same-day: it is day 1, and one working day from Monday morning ends on Monday', () => {
    const sameDay = counting({ start: 'same-day', end: 'close-of-business' });
    expect(due('2026-10-05 10:00', '1 working day', { counting: sameDay })).toBe('2026-10-05 18:00');
    expect(due('2026-10-05 10:00', '3 working days', { counting: sameDay })).toBe('2026-10-07 18:00');
  });

  it('same-day working days without a cut-off use the close: at 18:00, and on a Saturday, day 1 is the next one', () => {
    const sameDay = counting({ start: 'same-day', end: 'close-of-business' });
    expect(due('2026-10-05 17:59', '1 working day', { counting: sameDay })).toBe('2026-10-05 18:00');
    expect(due('2026-10-05 18:00', '1 working day', { counting: sameDay })).toBe('2026-10-06 18:00');
    expect(due('2026-10-10 10:00', '1 working day', { counting: sameDay })).toBe('2026-10-12 18:00');
  });

  it('same-day calendar days need no cut-off: 8 days from 10 January end on 17 January', () => {
    expect(due('2026-01-10 20:00', '8 days', { counting: counting({ start: 'same-day' }) })).toBe(
      '2026-01-18 00:00',
    );
  });
});

describe('end', () => {
  it('close-of-business: the end of the last interval of the last day', () => {
    expect(due('2026-10-05 10:00', '2 days')).toBe('2026-10-07 18:00');
  });

  it('close-of-business: 24:00 on a day without hours', () => {
    const stays = counting({ end: 'close-of-business' });
    expect(due('2026-10-09 10:00', '1 day', { counting: stays })).toBe('2026-10-11 00:00');
  });

  it('close-of-business: 24:00 where the close has passed, and the close itself a moment before', () => {
    const sameDay = counting({ start: 'same-day', end: 'close-of-business' });
    expect(due('2026-10-05 18:01', '1 day', { counting: sameDay })).toBe('2026-10-06 00:00');
    expect(due('2026-10-05 18:00', '1 day', { counting: sameDay })).toBe('2026-10-05 18:00');
    const late = { ...sameDay, cutOff: '20:00' };
    expect(due('2026-10-05 19:00', '1 working day', { counting: late })).toBe('2026-10-06 00:00');
  });

  it('close-of-business of a night shift is the next morning', () => {
    const nights = defineCalendar({ timeZone: 'Asia/Shanghai', week: { fri: ['22:00-06:00'] } });
    expect(due('2026-10-05 10:00', '1 working day', { calendar: nights })).toBe('2026-10-10 06:00');
  });

  it('end-of-day: 24:00, which is 00:00 of the next date', () => {
    expect(due('2026-10-05 10:00', '2 days', { counting: 'bgb' })).toBe('2026-10-08 00:00');
  });

  it('same-time: the same wall time, open or not', () => {
    expect(due('2026-10-09 22:15', '1 day', { counting: 'rolling' })).toBe('2026-10-10 22:15');
    expect(due('2026-10-09 22:15', '2 weeks', { counting: 'rolling' })).toBe('2026-10-23 22:15');
    expect(due('2026-01-31 22:15', '1 month', { counting: 'rolling' })).toBe('2026-02-28 22:15');
    expect(due('2026-10-09 22:15', '1 working day', { counting: 'rolling' })).toBe('2026-10-12 22:15');
  });

  it('same-time: for working days a trigger on Saturday counts as Monday 00:00', () => {
    expect(due('2026-10-10 10:00', '1 working day', { counting: 'rolling' })).toBe('2026-10-13 00:00');
  });

  it('same-time keeps the wall time over a clock change, moves by a gap, and takes the earlier of a fold', () => {
    const berlin = defineCalendar({ timeZone: 'Europe/Berlin', week });
    const rolling = (from: string) =>
      dueAt(from, '1 day', { calendar: berlin, counting: 'rolling' }).at.toISOString();
    expect(rolling('2026-03-28T10:00:00+01:00')).toBe('2026-03-29T08:00:00.000Z');
    expect(rolling('2026-03-28T02:30:00+01:00')).toBe('2026-03-29T01:30:00.000Z');
    expect(rolling('2026-10-24T02:30:00+02:00')).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('roll', () => {
  it('next-working-day: a last day on Saturday goes on to Monday', () => {
    expect(due('2026-10-05 10:00', '5 days')).toBe('2026-10-12 18:00');
    expect(due('2026-10-05 10:00', '5 days', { counting: 'bgb' })).toBe('2026-10-13 00:00');
  });

  it('previous-working-day: it goes back to Friday', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(due('2026-10-05 10:00', '5 days', { counting: back })).toBe('2026-10-09 18:00');
  });

  it('previous-working-day: no roll to a day that ended before the start', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(due('2026-10-10 10:00', '1 day', { counting: back })).toBe('2026-10-12 00:00');
    expect(due('2026-10-10 10:00', '1 day', { counting: { ...back, end: 'end-of-day' } })).toBe(
      '2026-10-12 00:00',
    );
  });

  it('previous-working-day: back to the start day itself, to 24:00 where its close has passed', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(due('2026-10-09 10:00', '1 day', { counting: back })).toBe('2026-10-09 18:00');
    expect(due('2026-10-09 19:00', '1 day', { counting: back })).toBe('2026-10-10 00:00');
  });

  it('none: a Saturday stays a Saturday', () => {
    expect(due('2026-10-05 10:00', '5 days', { counting: 'calendar-24-7' })).toBe('2026-10-11 00:00');
  });
});

describe('cutOff', () => {
  const four = counting({ end: 'close-of-business', cutOff: '16:00' });

  it('at 16:00 or later, the arrival counts as on the next working day', () => {
    expect(due('2026-10-05 15:59', '1 working day', { counting: four })).toBe('2026-10-06 18:00');
    expect(due('2026-10-05 16:00', '1 working day', { counting: four })).toBe('2026-10-07 18:00');
    expect(due('2026-10-09 16:00', '1 working day', { counting: four })).toBe('2026-10-13 18:00');
  });

  it('on a day off too, at any hour: Saturday counts as Monday, so day 1 is Tuesday', () => {
    expect(due('2026-10-10 08:00', '1 working day', { counting: four })).toBe('2026-10-13 18:00');
  });

  it('holds for calendar days as well', () => {
    expect(due('2026-10-09 17:00', '1 day', { counting: four })).toBe('2026-10-13 18:00');
    expect(due('2026-10-09 15:00', '1 day', { counting: { ...four, roll: 'none' } })).toBe(
      '2026-10-11 00:00',
    );
  });

  it('close: at the end of the last interval', () => {
    const close = { ...four, cutOff: 'close' };
    expect(due('2026-10-05 17:59', '1 working day', { counting: close })).toBe('2026-10-06 18:00');
    expect(due('2026-10-05 18:00', '1 working day', { counting: close })).toBe('2026-10-07 18:00');
  });
});

describe('months', () => {
  it('corresponding: the same date, or the last day of the month', () => {
    expect(due('2025-01-31 10:00', '1 month', { counting: 'calendar-24-7' })).toBe('2025-03-01 00:00');
    expect(due('2025-02-28 10:00', '1 month', { counting: 'calendar-24-7' })).toBe('2025-03-29 00:00');
    expect(due('2024-01-31 10:00', '1 month', { counting: 'calendar-24-7' })).toBe('2024-03-01 00:00');
  });

  it('before-first-counted: 30 September + 3 months ends on 31 December, by the corresponding date on the 30th', () => {
    const byFirst = counting({ months: 'before-first-counted' });
    expect(due('2026-09-30 10:00', '3 months', { counting: byFirst })).toBe('2027-01-01 00:00');
    expect(due('2026-09-30 10:00', '3 months', { counting: counting({}) })).toBe('2026-12-31 00:00');
  });

  it('before-first-counted: no date that corresponds to 31 January in February, so its last day', () => {
    const byFirst = counting({ months: 'before-first-counted' });
    expect(due('2025-01-30 10:00', '1 month', { counting: byFirst })).toBe('2025-03-01 00:00');
    expect(due('2024-01-30 10:00', '1 month', { counting: byFirst })).toBe('2024-03-01 00:00');
  });

  it('same-day: the day before the date that corresponds to day 1', () => {
    const sameDay = counting({ start: 'same-day' });
    expect(due('2026-04-01 10:00', '3 months', { counting: sameDay })).toBe('2026-07-01 00:00');
    expect(due('2025-01-31 10:00', '1 month', { counting: sameDay })).toBe('2025-03-01 00:00');
  });
});

describe('pauses', () => {
  it('hour limits: paused time does not count', () => {
    const pauses = [[wall('2026-10-05 10:00'), wall('2026-10-05 11:00')]] as const;
    expect(due('2026-10-05 09:30', '2 hours', { pauses })).toBe('2026-10-05 12:30');
    expect(due('2026-10-05 09:30', '4 working hours', { pauses })).toBe('2026-10-05 15:30');
  });

  it('working hours: a pause over night and lunch costs nothing', () => {
    const pauses = [
      [wall('2026-10-05 12:00'), wall('2026-10-05 13:00')],
      [wall('2026-10-05 18:00'), wall('2026-10-06 09:00')],
    ] as const;
    expect(due('2026-10-05 09:00', '8 working hours', { pauses })).toBe('2026-10-05 18:00');
    expect(due('2026-10-05 09:00', '9 working hours', { pauses })).toBe('2026-10-06 10:00');
  });

  it('day limits: a day does not count when the clock stands at its closing time', () => {
    const over = [[wall('2026-10-06 17:59'), wall('2026-10-06 18:00')]] as const;
    const before = [[wall('2026-10-06 00:00'), wall('2026-10-06 17:59')]] as const;
    const after = [[wall('2026-10-06 18:00'), wall('2026-10-07 09:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { pauses: over })).toBe('2026-10-08 18:00');
    expect(due('2026-10-05 10:00', '2 working days', { pauses: before })).toBe('2026-10-07 18:00');
    expect(due('2026-10-05 10:00', '2 working days', { pauses: after })).toBe('2026-10-07 18:00');
  });

  it('day limits to 24:00: the last millisecond before midnight decides', () => {
    const pauses = [[wall('2026-10-06 23:59'), wall('2026-10-07 00:00')]] as const;
    expect(due('2026-10-05 10:00', '1 day', { counting: 'bgb', pauses })).toBe('2026-10-08 00:00');
  });

  it('rolling days: the same clock time decides', () => {
    const pauses = [[wall('2026-10-06 09:00'), wall('2026-10-06 10:00')]] as const;
    expect(due('2026-10-05 10:00', '1 day', { counting: 'rolling', pauses })).toBe('2026-10-07 10:00');
    expect(due('2026-10-05 10:01', '1 day', { counting: 'rolling', pauses })).toBe('2026-10-06 10:01');
  });

  it('a rolled last day that is paused goes on to the next working day that is not', () => {
    const pauses = [[wall('2026-10-12 09:00'), wall('2026-10-13 12:00')]] as const;
    expect(due('2026-10-05 10:00', '5 days', { pauses })).toBe('2026-10-13 18:00');
  });

  it('months: each paused day-end adds a day, also among the days added, then the roll', () => {
    // 5 November is a Thursday; the ends of 4 and 5 November are paused, so is that of the 6th that they add.
    const pauses = [[wall('2026-11-04 12:00'), wall('2026-11-07 12:00')]] as const;
    expect(due('2026-10-05 10:00', '1 month', { counting: 'calendar-24-7', pauses })).toBe(
      '2026-11-09 00:00',
    );
    expect(due('2026-10-05 10:00', '1 month', { counting: 'bgb', pauses })).toBe('2026-11-10 00:00');
  });

  it('a pause that has not ended counts up to asOf', () => {
    const pauses = [[wall('2026-10-05 10:00'), null]] as const;
    expect(due('2026-10-05 09:00', '2 hours', { pauses, asOf: wall('2026-10-05 12:00') })).toBe(
      '2026-10-05 13:00',
    );
    expect(due('2026-10-05 09:00', '2 hours', { pauses, asOf: wall('2026-10-05 09:30') })).toBe(
      '2026-10-05 11:00',
    );
    expect(refusal(() => due('2026-10-05 09:00', '2 hours', { pauses })).code).toBe('limit.open-pause');
  });

  it('pauses before the start, or after due, change nothing', () => {
    const pauses = [
      [wall('2026-10-01 09:00'), wall('2026-10-05 09:00')],
      [wall('2026-10-07 18:00'), wall('2026-10-20 09:00')],
    ] as const;
    expect(due('2026-10-05 09:00', '2 working days', { pauses })).toBe('2026-10-07 18:00');
  });

  it('takes no longer for a pause of 150 years than for one of a day', () => {
    const pauses = [['2026-10-06T00:00:00Z', '2176-10-06T00:00:00Z']] as const;
    const started = performance.now();
    expect(
      dueAt('2026-10-05T01:00:00Z', '30 days', {
        calendar: always,
        pauses,
        counting: 'bgb',
      }).at.toISOString(),
    ).toBe('2176-11-04T16:00:00.000Z');
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('refuses a pause that ends before it begins, and what is none', () => {
    const reversed = [[wall('2026-10-05 10:00'), wall('2026-10-05 09:00')]] as const;
    const error = refusal(() => due('2026-10-05 09:00', '2 hours', { pauses: reversed }));
    expect([error.code, error.path]).toEqual(['limit.pause', ['pauses', 0]]);
    expect(refusal(() => due('2026-10-05 09:00', '2 hours', { pauses: [7] as never })).code).toBe(
      'limit.pause',
    );
  });
});

describe('extensions', () => {
  const ext = (...extensions: NonNullable<DueOptions['extensions']>) => ({ extensions });

  it('a duration counts on from the due instant in force, and durations add up', () => {
    const one = { at: wall('2026-10-06 09:00'), duration: '2 working days' } as const;
    expect(due('2026-10-05 10:00', '2 working days', ext(one))).toBe('2026-10-09 18:00');
    expect(
      due('2026-10-05 10:00', '2 working days', ext(one, { ...one, at: wall('2026-10-08 09:00') })),
    ).toBe('2026-10-13 18:00');
  });

  it('from a due instant at 24:00 the day that ends then is the trigger: 7 + 7 days are 14 days', () => {
    const more = { at: wall('2026-10-06 09:00'), duration: '7 days' } as const;
    for (const name of ['calendar-24-7', 'bgb'] as const) {
      expect(due('2026-10-05 10:00', '7 days', { counting: name, ...ext(more) })).toBe('2026-10-20 00:00');
      expect(due('2026-10-05 10:00', '14 days', { counting: name })).toBe('2026-10-20 00:00');
    }
  });

  it('adds up where the day of the start counts, and where there is a cut-off', () => {
    const more = { at: wall('2026-10-05 12:00'), duration: '2 working days' } as const;
    for (const given of [
      counting({ start: 'same-day', end: 'close-of-business' }),
      counting({ start: 'same-day' }),
      counting({ end: 'close-of-business', cutOff: '16:00' }),
    ]) {
      expect(due('2026-10-05 10:00', '2 working days', { counting: given, ...ext(more) })).toBe(
        due('2026-10-05 10:00', '4 working days', { counting: given }),
      );
    }
  });

  it('adds up for months of the day-before rule: 1 + 2 months from 1 April end on 30 June', () => {
    const sameDay = counting({ start: 'same-day' });
    const more = { at: wall('2026-04-02 10:00'), duration: '2 months' } as const;
    expect(due('2026-04-01 10:00', '1 month', { counting: sameDay, ...ext(more) })).toBe('2026-07-01 00:00');
  });

  it('an extension at or after the due instant in force does nothing', () => {
    const late = { at: wall('2026-10-07 18:00'), duration: '2 working days' } as const;
    expect(due('2026-10-05 10:00', '2 working days', ext(late))).toBe('2026-10-07 18:00');
  });

  it('a later until takes its place, a date meaning its 24:00; an earlier one does nothing', () => {
    const until = (text: string) => ext({ at: wall('2026-10-06 09:00'), until: text });
    expect(due('2026-10-05 10:00', '2 working days', until(wall('2026-10-09 12:00')))).toBe(
      '2026-10-09 12:00',
    );
    expect(due('2026-10-05 10:00', '2 working days', until('2026-10-09'))).toBe('2026-10-10 00:00');
    expect(due('2026-10-05 10:00', '2 working days', until(wall('2026-10-06 12:00')))).toBe(
      '2026-10-07 18:00',
    );
  });

  it('pauses do not move an until, before or after it', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), until: wall('2026-10-09 12:00') }];
    const pauses = [[wall('2026-10-06 12:00'), wall('2026-10-20 12:00')]] as const;
    expect(due('2026-10-05 10:00', '2 working days', { extensions, pauses })).toBe('2026-10-09 12:00');
  });

  it('a duration after an until counts on from it', () => {
    const extensions = [
      { at: wall('2026-10-08 09:00'), duration: '1 working day' } as const,
      { at: wall('2026-10-06 09:00'), until: wall('2026-10-09 12:00') },
    ];
    expect(due('2026-10-05 10:00', '2 working days', { extensions })).toBe('2026-10-12 18:00');
  });

  it('pauses stop the clock of an extension too', () => {
    const extensions = [{ at: wall('2026-10-06 09:00'), duration: '2 hours' } as const];
    const pauses = [[wall('2026-10-06 10:30'), wall('2026-10-06 11:00')]] as const;
    expect(due('2026-10-05 10:00', '24 hours', { extensions, pauses })).toBe('2026-10-06 12:30');
  });

  it('refuses one with both an until and a duration, or neither', () => {
    const at = wall('2026-10-06 09:00');
    for (const extension of [{ at }, { at, until: at, duration: '1 day' as const }, null as never]) {
      const error = refusal(() => due('2026-10-05 10:00', '2 days', ext(extension)));
      expect([error.code, error.path]).toEqual(['limit.extension', ['extensions', 0]]);
    }
  });
});

describe('a day on which two calendars are open and never together', () => {
  it('is closed: Monday and Wednesday count, Tuesday of mornings and afternoons does not', () => {
    const timeZone = 'Asia/Shanghai';
    const [am, pm] = [['09:00-12:00'], ['13:00-18:00']];
    const one = { timeZone, week: { mon: am, tue: am, wed: am } };
    const other = { timeZone, week: { mon: am, tue: pm, wed: am } };
    const { at, steps } = dueAt(wall('2026-10-05 08:00'), '1 working day', {
      calendar: { intersect: [one, other] },
    });
    expect(at).toEqual(new Date('2026-10-07T12:00:00+08:00'));
    expect(steps.map(({ reason }) => reason)).toContain('closed');
  });
});

describe('what goes on from a due instant, and what begins anew', () => {
  const from = '2026-02-01 10:00';

  it('a month that counts its first day goes on to the end of the next: 28 February, then 31 March', () => {
    const sameDay = counting({ start: 'same-day' });
    expect(due(from, '1 month', { counting: sameDay })).toBe('2026-03-01 00:00');
    const extensions = [{ at: wall('2026-02-10 10:00'), duration: '1 month' }] as const;
    expect(due(from, '1 month', { counting: sameDay, extensions })).toBe('2026-04-01 00:00');
    expect(due(from, '1 month', { counting: counting({}), extensions })).toBe('2026-04-02 00:00');
  });

  it('a day that is cut off at 16:30 takes what comes at 16:29, and nothing at 16:30', () => {
    const halfPast = counting({ cutOff: '16:30' });
    expect(due('2026-10-05 16:29', '1 working day', { counting: halfPast })).toBe('2026-10-07 00:00');
    expect(due('2026-10-05 16:30', '1 working day', { counting: halfPast })).toBe('2026-10-08 00:00');
  });

  it('a rolling month comes to the same date, whatever is said of the first counted day', () => {
    const rolling = counting({ start: 'instant', end: 'same-time', months: 'before-first-counted' });
    expect(due('2026-02-28 10:00', '1 month', { counting: rolling })).toBe('2026-03-28 10:00');
  });

  it('hours from the next full hour add to a due instant at once: 10:20 and 2 hours, then 90 minutes', () => {
    const counting = 'prc-civil-procedure';
    expect(due('2026-10-05 10:20', '2 hours', { counting })).toBe('2026-10-05 13:00');
    const extensions = [{ at: wall('2026-10-05 11:00'), duration: '90 minutes' }] as const;
    expect(due('2026-10-05 10:20', '2 hours', { counting, extensions })).toBe('2026-10-05 14:30');
  });

  it('a day is rolled back to one that closes at the very instant of the trigger', () => {
    const back = counting({ end: 'close-of-business', roll: 'previous-working-day' });
    expect(due('2026-10-09 18:00', '1 day', { counting: back })).toBe('2026-10-09 18:00');
    expect(due('2026-10-10 10:00', '1 day', { counting: back })).toBe('2026-10-12 00:00');
  });
});

describe('the ends of days and of the years there are', () => {
  it('a clock set back over midnight begins no day a second time: St. John’s, 23:30 on 6 November 2010', () => {
    const calendar = defineCalendar({ timeZone: 'America/St_Johns', week: 'always' });
    const at = (from: string) =>
      dueAt(from, '1 day', { calendar, counting: 'calendar-24-7' }).at.toISOString();
    // At 00:01 it was 23:01 of the day before once more.
    expect(at('2010-11-06T23:30:00-02:30')).toBe('2010-11-08T03:30:00.000Z');
    expect(at('2010-11-06T23:30:00-03:30')).toBe('2010-11-09T03:30:00.000Z');
  });

  it('the span begins with 1970 and ends before 2200', () => {
    const calendar = { timeZone: 'UTC', week: 'always' } as const;
    const terms = { calendar, counting: 'calendar-24-7' } as const;
    expect(dueAt('1970-01-02T10:00:00Z', '2 days', { ...terms, direction: 'before' }).at).toEqual(
      new Date(0),
    );
    const earlier = () => dueAt('1970-01-02T10:00:00Z', '3 days', { ...terms, direction: 'before' });
    expect(refusal(earlier).code).toBe('limit.range');
    expect(dueAt('2199-12-31T10:00:00Z', '10 hours', terms).at).toEqual(new Date('2199-12-31T20:00:00Z'));
    expect(refusal(() => dueAt('2199-12-31T10:00:00Z', '14 hours', terms)).code).toBe('limit.range');
  });

  it('what was not given has no key: neither pauses, extensions nor clear days, nor the name of one’s own convention', () => {
    const keys = (options: Partial<DueOptions>) =>
      Object.keys(dueAt(wall('2026-10-05 10:00'), '1 day', { calendar: office, ...options }));
    const all = ['at', 'limit', 'from', 'timeZone', 'counting', 'steps'];
    expect(keys({ counting: counting({}) })).toEqual(all);
    expect(keys({ pauses: [], extensions: [] })).toEqual(all.toSpliced(5, 0, 'convention'));
    expect(keys({ direction: 'before' })).toEqual(all.toSpliced(5, 0, 'convention', 'direction'));
    expect(keys({ direction: 'before', clearDays: false })).toContain('clearDays');
  });

  it('24:00 of 31 December 2199 in New York lies outside', () => {
    const calendar = defineCalendar({ timeZone: 'America/New_York', week: 'always' });
    const due = (from: string) => dueAt(from, '1 day', { calendar, counting: 'calendar-24-7' });
    expect(due('2199-12-29T12:00:00Z').at).toEqual(new Date('2199-12-31T05:00:00Z'));
    expect(refusal(() => due('2199-12-30T12:00:00Z')).code).toBe('limit.range');
  });
});

describe('backward limits', () => {
  const before = { direction: 'before' } as const;

  it("the event's day isn't counted: 1 day before Wednesday 10:00 is Tuesday's close", () => {
    expect(due('2026-10-07 10:00', '1 day', before)).toBe('2026-10-06 18:00');
    expect(due('2026-10-07 10:00', '1 day', { ...before, counting: 'bgb' })).toBe('2026-10-07 00:00');
    expect(due('2026-10-07 10:00', '2 working days', before)).toBe('2026-10-05 18:00');
    expect(due('2026-10-12 10:00', '1 working day', before)).toBe('2026-10-09 18:00');
  });

  it('is rolled back to a working day, unless nothing rolls', () => {
    expect(due('2026-10-12 10:00', '1 day', before)).toBe('2026-10-09 18:00');
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'bgb' })).toBe('2026-10-10 00:00');
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'calendar-24-7' })).toBe(
      '2026-10-12 00:00',
    );
  });

  it('clear days: the start of the n-th day before; 7 clear days before 8 May begin with 1 May', () => {
    const clear = { ...before, clearDays: true, counting: 'calendar-24-7' } as const;
    expect(due('2026-05-08 10:00', '7 days', clear)).toBe('2026-05-01 00:00');
    expect(due('2026-05-08 10:00', '1 week', clear)).toBe('2026-05-01 00:00');
  });

  it('rolling: exactly so many days earlier', () => {
    expect(due('2026-10-12 10:00', '1 day', { ...before, counting: 'rolling' })).toBe('2026-10-11 10:00');
    expect(due('2026-10-12 10:00', '1 working day', { ...before, counting: 'rolling' })).toBe(
      '2026-10-09 10:00',
    );
  });

  it('months: the corresponding date, else the last day of the month', () => {
    expect(due('2026-03-31 10:00', '1 month', { ...before, counting: 'calendar-24-7' })).toBe(
      '2026-03-01 00:00',
    );
  });

  it('hours run back in elapsed or in working time', () => {
    expect(due('2026-10-12 09:30', '1 hour', before)).toBe('2026-10-12 08:30');
    expect(due('2026-10-12 09:30', '1 working hour', before)).toBe('2026-10-09 17:30');
    expect(due('2026-10-12 10:00', '1 working hour', before)).toBe('2026-10-12 09:00');
  });

  it('takes no pauses and no extensions, and clear days belong to it alone', () => {
    const pauses = [[wall('2026-10-05 10:00'), wall('2026-10-05 11:00')]] as const;
    expect(refusal(() => due('2026-10-12 09:30', '1 day', { ...before, pauses })).code).toBe(
      'limit.backward',
    );
    expect(due('2026-10-12 10:00', '1 day', { ...before, pauses: [], extensions: [] })).toBe(
      '2026-10-09 18:00',
    );
    expect(refusal(() => due('2026-10-12 09:30', '1 day', { clearDays: true })).code).toBe('limit.option');
  });
});

describe('provisional', () => {
  const source: HolidaySource = {
    id: 'acme-2026',
    title: 'Acme',
    revision: '1',
    horizon: { from: '2026-01-01', to: '2026-12-28' },
    off: ['2026-10-01'],
    working: [],
    names: { '2026-10-01': 'National Day' },
  };
  const calendar = defineCalendar({ timeZone: 'Asia/Shanghai', week, holidays: [source] });
  const strict = defineCalendar({
    timeZone: 'Asia/Shanghai',
    week,
    holidays: [source],
    provisional: 'throw',
  });
  const mark = (from: string, limit: LimitInput, options: Partial<DueOptions> = {}) =>
    dueAt(wall(from), limit, { calendar, ...options }).provisional;

  it('is absent, key and all, when every date is published', () => {
    expect('provisional' in dueAt(wall('2026-12-21 10:00'), '5 working days', { calendar })).toBe(false);
    expect(mark('2026-12-25 10:00', '1 working day')).toBeUndefined();
  });

  it('is told by the date looked up for a cut-off, before the horizon begins', () => {
    const late = counting({ end: 'close-of-business', cutOff: '16:00' });
    expect(mark('2025-12-31 10:00', '1 working day', { counting: late })).toMatchObject({
      since: '2025-12-31',
    });
    expect(mark('2025-12-31 10:00', '1 working day')).toBeUndefined();
  });

  it('before an event on 31 December hangs on the day that rolls or closes, and on no other', () => {
    const on = (limit: LimitInput, convention: DueOptions['counting']) =>
      mark('2026-12-31 10:00', limit, { direction: 'before', ...(convention && { counting: convention }) });
    expect(on('1 day', 'bgb')).toBeDefined();
    expect(on('1 day', 'calendar-24-7')).toBeUndefined();
    expect(on('1 working day', 'calendar-24-7')).toBeDefined();
    expect(on('1 day', counting({ end: 'close-of-business' }))).toBeDefined();
    expect(on('1 day', counting({ roll: 'next-working-day' }))).toBeDefined();
    expect(on('1 day', 'rolling')).toBeUndefined();
    expect(on('1 working day', 'rolling')).toBeDefined();
    expect(on('30 hours', 'standard')).toBeUndefined();
  });

  it('looks back at the day of a trigger that came too late for it', () => {
    const late = counting({ cutOff: '16:00' });
    expect(mark('2025-12-31 17:00', '1 day', { counting: late })).toMatchObject({ since: '2025-12-31' });
    expect(mark('2025-12-31 17:00', '1 day', { counting: counting({}) })).toBeUndefined();
    const sameDay = counting({ start: 'same-day' });
    expect(mark('2025-12-31 19:00', '1 working day', { counting: sameDay })).toMatchObject({
      since: '2025-12-31',
    });
    expect(mark('2025-12-31 19:00', '1 day', { counting: sameDay })).toBeUndefined();
  });

  it('of a plain day that closes hangs on that day, and on those before where the clock was stopped', () => {
    expect(
      mark('2026-12-28 10:00', '1 day', { counting: counting({ end: 'close-of-business' }) }),
    ).toBeDefined();
    const stop = [wall('2025-12-30 11:00'), wall('2025-12-30 12:00')] as const;
    expect(mark('2025-12-30 10:00', '3 days')).toBeUndefined();
    expect(mark('2025-12-30 10:00', '3 days', { pauses: [] })).toBeUndefined();
    expect(mark('2025-12-30 10:00', '3 days', { pauses: [stop] })).toMatchObject({ since: '2025-12-31' });
  });

  it('names its sources only where a limit asks which days are worked', () => {
    const sources = (limit: LimitInput, convention: Partial<Counting>) =>
      dueAt(wall('2026-10-05 10:00'), limit, { calendar, counting: counting(convention) }).sources;
    const named = [{ id: 'acme-2026', revision: '1' }];
    expect(sources('1 day', {})).toBeUndefined();
    expect(sources('1 day', { cutOff: '16:00' })).toStrictEqual(named);
    expect(sources('1 day', { end: 'close-of-business' })).toStrictEqual(named);
    expect(sources('1 day', { roll: 'next-working-day' })).toStrictEqual(named);
    expect(sources('1 working day', {})).toStrictEqual(named);
    expect(sources('30 hours', { roll: 'next-working-day' })).toBeUndefined();
    expect(sources('30 hours', { rollHours: true })).toStrictEqual(named);
  });

  it('is refused by a calendar that would rather throw', () => {
    for (const limit of ['2 working days', '9 days', '1 month'] as const) {
      const due = () => dueAt(wall('2026-12-25 10:00'), limit, { calendar: strict });
      expect(refusal(due).code).toBe('calendar.provisional');
    }
  });

  it('names the first date beyond and the source', () => {
    expect(mark('2026-12-25 10:00', '2 working days')).toMatchObject({
      since: '2026-12-29',
      sources: ['acme-2026'],
    });
    expect(mark('2026-12-25 10:00', '30 working hours')).toMatchObject({ since: '2026-12-29' });
    expect(mark('2026-12-25 10:00', '2 months')).toMatchObject({ sources: ['acme-2026'] });
  });

  it('of working hours that end at midnight is that of the day that ends then', () => {
    const open = { timeZone: 'Asia/Shanghai', week: 'always', holidays: [source] } as const;
    expect(mark('2026-12-28 16:00', '8 working hours', { calendar: open })).toBeUndefined();
    expect(mark('2026-12-28 16:01', '8 working hours', { calendar: open })).toMatchObject({
      since: '2026-12-29',
    });
    expect(mark('2026-12-29 00:00', '0 working hours', { calendar: open })).toMatchObject({
      since: '2026-12-29',
    });
  });

  it('is firm where 24:00 of the last published day is due', () => {
    expect(mark('2026-12-25 10:00', '3 days', { counting: 'bgb' })).toBeUndefined();
    expect(mark('2026-12-25 10:00', '4 days', { counting: 'bgb' })).toBeDefined();
  });

  it('is firm where no date is looked up: elapsed hours, and days that neither roll nor close', () => {
    expect(mark('2027-12-25 10:00', '30 hours')).toBeUndefined();
    expect(mark('2027-12-25 10:00', '30 days', { counting: 'calendar-24-7' })).toBeUndefined();
    expect(mark('2027-12-25 10:00', '30 days', { counting: 'rolling' })).toBeUndefined();
  });

  it('is absent before an event on 29 December, for its own day is not looked up; rolling it is', () => {
    const before = { direction: 'before' } as const;
    expect(mark('2026-12-29 10:00', '1 working day', before)).toBeUndefined();
    expect(mark('2026-12-30 10:00', '1 working day', before)).toMatchObject({ since: '2026-12-29' });
    expect(mark('2026-12-29 10:00', '1 working day', { ...before, counting: 'rolling' })).toBeDefined();
    expect(mark('2026-12-29 10:00', '1 day', before)).toBeUndefined();
    const firm = dueAt(wall('2026-12-29 10:00'), '1 working day', { calendar: strict, ...before });
    expect(firm.at).toEqual(new Date('2026-12-28T18:00:00+08:00'));
  });

  it('is set before the first published date too', () => {
    expect(mark('2025-12-25 10:00', '2 working days')).toMatchObject({ sources: ['acme-2026'] });
  });

  it('a strict calendar refuses instead', () => {
    const refuse = (limit: LimitInput, counting?: DueOptions['counting']) =>
      refusal(() =>
        dueAt(wall('2026-12-25 10:00'), limit, { calendar: strict, ...(counting && { counting }) }),
      ).code;
    expect(refuse('2 working days')).toBe('calendar.provisional');
    expect(refuse('30 working hours')).toBe('calendar.provisional');
    expect(refuse('10 days')).toBe('calendar.provisional');
    expect(refuse('2 months', 'bgb')).toBe('calendar.provisional');
    expect(
      dueAt(wall('2026-12-25 10:00'), '30 days', { calendar: strict, counting: 'calendar-24-7' }).at,
    ).toBeInstanceOf(Date);
  });
});

describe('dueAt', () => {
  it('gives back what it was asked, and the convention by which it counted', () => {
    const result = dueAt(wall('2026-10-05 10:00'), '2 working days', { calendar: office });
    expect(result.limit).toEqual({ amount: 2, unit: 'working days' });
    expect(result.from.toISOString()).toBe('2026-10-05T02:00:00.000Z');
    expect(result.timeZone).toBe('Asia/Shanghai');
    expect(result.counting).toEqual({
      start: 'next-day',
      end: 'close-of-business',
      roll: 'next-working-day',
      months: 'corresponding',
    }); // prettier-ignore
  });

  it('takes every form of an instant and of a limit', () => {
    const at = Date.UTC(2026, 9, 5, 2);
    for (const from of [at, new Date(at), '2026-10-05T10:00:00+08:00', { epochMilliseconds: at }]) {
      for (const limit of ['2 working days', { amount: 2, unit: 'working days' }] as const) {
        expect(dueAt(from, limit, { calendar: office }).at.toISOString()).toBe('2026-10-07T10:00:00.000Z');
      }
    }
  });

  it('gives its steps with days, causes and amounts', () => {
    const { steps } = dueAt(wall('2026-10-09 10:00'), '2 working days', { calendar: office });
    expect(steps).toEqual([
      {
        counted: false,
        reason: 'trigger-day',
        amount: 0,
        days: ['2026-10-09', '2026-10-09'],
        from: new Date(wall('2026-10-09 10:00')),
        to: new Date(wall('2026-10-10 00:00')),
      },
      {
        counted: false,
        reason: 'weekend',
        amount: 0,
        days: ['2026-10-10', '2026-10-11'],
        from: new Date(wall('2026-10-10 00:00')),
        to: new Date(wall('2026-10-12 00:00')),
      },
      {
        counted: true,
        reason: 'counted',
        amount: 2,
        days: ['2026-10-12', '2026-10-13'],
        from: new Date(wall('2026-10-12 00:00')),
        to: new Date(wall('2026-10-13 18:00')),
      },
    ]); // prettier-ignore
  });

  it('refuses a result past 2199, and a sum in a calendar without hours, instead of searching for ever', () => {
    expect(refusal(() => dueAt('2199-12-01T00:00:00Z', '2 months', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(refusal(() => dueAt('2199-12-01T00:00:00Z', '2000 hours', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '99999999 days', { calendar: office })).code).toBe(
      'limit.range',
    );
    expect(
      refusal(() => dueAt('2026-01-01T00:00:00Z', '99999999 working days', { calendar: office })),
    ).toBeInstanceOf(DulyError);
    const empty = defineCalendar({ timeZone: 'UTC', week: {} });
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 working day', { calendar: empty })).code).toBe(
      'calendar.no-hours',
    );
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 working hour', { calendar: empty })).code).toBe(
      'calendar.no-hours',
    );
    expect(
      dueAt('2026-01-01T00:00:00Z', '1 day', { calendar: empty, counting: 'calendar-24-7' }).at.toISOString(),
    ).toBe('2026-01-03T00:00:00.000Z');
  });

  it('names the argument that is wrong', () => {
    expect(refusal(() => dueAt('2026-01-01', '1 day', { calendar: office })).path).toEqual(['from']);
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 dya' as never, { calendar: office })).path).toEqual(
      ['limit'],
    );
    const bad = { start: 'instant', end: 'end-of-day', roll: 'none', months: 'corresponding' } as const;
    expect(refusal(() => dueAt(0, '1 day', { calendar: office, counting: bad })).path).toEqual([
      'counting',
      'start',
    ]);
  });

  it.each([
    [undefined, ['options'], 'limit.option'],
    [null, ['options'], 'limit.option'],
    [{ calendar: office, pauses: 'none' }, ['pauses'], 'limit.option'],
    [{ calendar: office, extensions: {} }, ['extensions'], 'limit.option'],
    [{ calendar: office, direction: 'backward' }, ['direction'], 'limit.option'],
    [{ calendar: office, direction: 'before', clearDays: 'yes' }, ['clearDays'], 'limit.option'],
    [{ calendar: office, pause: [] }, ['pause'], 'limit.unknown-key'],
  ])('refuses the options %o at %j', (options, path, code) => {
    const error = refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options as never));
    expect([error.path, error.code]).toEqual([path, code]);
  });

  it('suggests the option that a mistyped one was meant for', () => {
    const options = { calendar: office, countng: 'bgb' } as never;
    expect(refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options)).hint).toBe(
      'Did you mean "counting"?',
    );
  });

  it.each([[{}], [{ calendar: null }], [{ calendar: 'china' }]])(
    'refuses %o for want of a calendar',
    (options) => {
      const error = refusal(() => dueAt('2026-01-01T00:00:00Z', '1 day', options as never));
      expect([error.code, error.path]).toEqual(['calendar.shape', ['calendar']]);
    },
  );
});
