import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/calendar/add-working-days.ts';
import { defineCalendar } from '../../src/calendar/define-calendar.ts';
import { closingOf, instantAt } from '../../src/calendar/instant-at.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { workingDaysBetween } from '../../src/calendar/working-days-between.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { toEpochDay } from '../../src/instant/civil.ts';
import { always } from './split-day.ts';

const HOUR = 3_600_000;
const iso = (date: Date) => date.toISOString();
const instant = (text: string) => new Date(text).toISOString();

describe('changes of the clock', () => {
  it('Berlin 2026-03-29 has 23 hours, 2026-10-25 has 25', () => {
    const berlin = always('Europe/Berlin');
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', berlin)).toBe(23 * HOUR);
    expect(workingTimeBetween('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', berlin)).toBe(25 * HOUR);
  });

  it('a shift from 01:00 to 05:00 has 3 hours in spring, 5 in autumn: both passes count', () => {
    const shift = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['01:00-05:00'] } });
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', shift)).toBe(3 * HOUR);
    expect(workingTimeBetween('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', shift)).toBe(5 * HOUR);
  });

  it('02:15 to 02:45 is open twice in autumn, with half an hour between, and not at all in spring', () => {
    const half = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['02:15-02:45'] } });
    const autumn = [
      ...workingIntervals({ from: '2026-10-25T00:00+02:00', to: '2026-10-26T00:00+01:00' }, half),
    ];
    expect(autumn).toEqual([
      { start: new Date('2026-10-25T02:15+02:00'), end: new Date('2026-10-25T02:45+02:00') },
      { start: new Date('2026-10-25T02:15+01:00'), end: new Date('2026-10-25T02:45+01:00') },
    ]);
    expect(isWorkingDay('2026-10-25', half)).toBe(true);
    expect(isWorkingDay('2026-03-29', half)).toBe(false);
    expect(addWorkingDays('2026-03-22', 1, half)).toBe('2026-04-05');
    expect(workingDaysBetween('2026-03-22', '2026-04-05', half)).toBe(1);
  });

  it('an interval that starts in a gap begins when the gap ends', () => {
    const late = defineCalendar({ timeZone: 'Europe/Berlin', week: { sun: ['02:30-04:00'] } });
    expect(iso(nextWorkingTime('2026-03-29T00:00+01:00', late))).toBe(instant('2026-03-29T03:00+02:00'));
    expect(workingTimeBetween('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', late)).toBe(HOUR);
  });

  it('a close of business is one wall time: moved on by a gap, the earlier one in a fold', () => {
    const early = timetableOf({ timeZone: 'Europe/Berlin', week: { sun: ['01:00-02:30'] } });
    const closing = (date: string) => new Date(closingOf(early, toEpochDay(date))).toISOString();
    expect(closing('2026-03-29')).toBe(instant('2026-03-29T03:30+02:00'));
    expect(closing('2026-10-25')).toBe(instant('2026-10-25T02:30+02:00'));
    // The working time itself ends where the gap begins, and comes again in the fold.
    expect(early.between(Date.parse('2026-03-29T00:00+01:00'), Date.parse('2026-03-30T00:00+02:00'))).toBe(
      HOUR,
    );
    expect(early.between(Date.parse('2026-10-25T00:00+02:00'), Date.parse('2026-10-26T00:00+01:00'))).toBe(
      2 * HOUR,
    );
  });

  it('Apia left out 2011-12-30: no working day, and no hour of it', () => {
    const apia = always('Pacific/Apia');
    expect(isWorkingDay('2011-12-30', apia)).toBe(false);
    expect(addWorkingDays('2011-12-29', 1, apia)).toBe('2011-12-31');
    expect(addWorkingDays('2011-12-31', -1, apia)).toBe('2011-12-29');
    expect(workingDaysBetween('2011-12-28', '2012-01-02', apia)).toBe(4);
    expect(workingTimeBetween('2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00', apia)).toBe(48 * HOUR);
  });

  it('Sao Paulo had no midnight on 2018-11-04: the date has 23 hours from 01:00', () => {
    const paulo = always('America/Sao_Paulo');
    const timetable = timetableOf(paulo);
    const date = toEpochDay('2018-11-04');
    expect(new Date(instantAt(timetable, date, 0)).toISOString()).toBe(instant('2018-11-04T01:00-02:00'));
    expect(instantAt(timetable, date, 24 * HOUR) - instantAt(timetable, date, 0)).toBe(23 * HOUR);
  });

  it('Lord Howe shifts by half an hour', () => {
    const howe = always('Australia/Lord_Howe');
    expect(workingTimeBetween('2026-10-04T00:00+10:30', '2026-10-05T00:00+11:00', howe)).toBe(23.5 * HOUR);
  });
});
