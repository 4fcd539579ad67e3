import { describe, expect, it } from 'vitest';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import { counting, due, week } from './shanghai-office.ts';

describe('limits in seconds, minutes and hours', () => {
  it('run in elapsed time over nights and week-ends: Friday 17:00 + 48 hours is Sunday 17:00', () => {
    expect(due('2026-10-09 17:00', '48 hours')).toBe('2026-10-11 17:00');
    expect(due('2026-10-09 17:00', '90 minutes')).toBe('2026-10-09 18:30');
    expect(due('2026-10-09 17:00', '120 seconds')).toBe('2026-10-09 17:02');
    expect(due('2026-10-09 23:00', '120 seconds')).toBe('2026-10-09 23:02');
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
