import { describe, expect, it } from 'vitest';
import { addWorkingTime } from '../../src/calendar/add-working-time.ts';
import { closingOf, instantAt } from '../../src/calendar/instant-at.ts';
import { isWorkingDay } from '../../src/calendar/is-working-day.ts';
import { nextWorkingTime } from '../../src/calendar/next-working-time.ts';
import { previousWorkingTime } from '../../src/calendar/previous-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { workingIntervals } from '../../src/calendar/working-intervals.ts';
import { toEpochDay } from '../../src/instant/civil.ts';
import { dueAt } from '../../src/limit/due-at.ts';

const HOUR = 3_600_000;
const always = (timeZone: string) => timetableOf({ timeZone, week: 'always' });
const [first, last] = [toEpochDay('1970-01-01'), toEpochDay('2199-12-31')];

describe('a wall time at an end of the span', () => {
  it('is an instant from 1970-01-01 00:00 to the last ms of 2199', () => {
    expect(instantAt(always('UTC'), first, 0)).toBe(0);
    expect(instantAt(always('UTC'), last, 24 * HOUR - 1)).toBe(Date.parse('2199-12-31T23:59:59.999Z'));
  });

  it('is 2200-01-01 00:00 at 24:00 of the last day', () => {
    expect(instantAt(always('UTC'), last, 24 * HOUR)).toBe(Date.parse('2200-01-01T00:00Z'));
  });

  it('lies outside where the zone is ahead of UTC at the beginning, or behind it at the end', () => {
    expect(instantAt(always('Asia/Shanghai'), first, 7 * HOUR)).toBe(Date.parse('1969-12-31T23:00Z'));
    expect(instantAt(always('Asia/Shanghai'), first, 8 * HOUR)).toBe(0);
    expect(instantAt(always('America/New_York'), last, 20 * HOUR)).toBe(Date.parse('2200-01-01T01:00Z'));
  });

  it('is the close, 2200-01-01 06:00, of a night shift that is never due', () => {
    const nights = timetableOf({ timeZone: 'UTC', week: { mon: ['22:00-06:00'], tue: ['22:00-06:00'] } });
    expect(closingOf(nights, last)).toBe(Date.parse('2200-01-01T06:00Z'));
    expect(() => dueAt('2199-12-30T12:00Z', '1 day', { calendar: nights.rule.spec })).toThrow(
      expect.objectContaining({ code: 'limit.range' }),
    );
    expect(closingOf(nights, last - 1)).toBe(Date.parse('2199-12-31T06:00Z'));
  });
});

describe('a calendar that is open on one day, of which nothing is compiled yet', () => {
  const once = (): CalendarSpec => ({
    timeZone: 'UTC',
    week: {},
    exceptions: { '2050-06-01': ['09:00-17:00'] },
  });

  it.each([0, Date.parse('2026-01-01T00:00Z')])('is found from %i on', (at) => {
    expect(nextWorkingTime(at, once())).toEqual(new Date('2050-06-01T09:00Z'));
    expect(addWorkingTime(at, 1, once())).toEqual(new Date('2050-06-01T09:00:00.001Z'));
  });

  it('is found from 2190 back', () => {
    expect(previousWorkingTime('2190-01-01T00:00Z', once())).toEqual(new Date('2050-06-01T17:00Z'));
    expect(addWorkingTime('2190-01-01T00:00Z', -1, once())).toEqual(new Date('2050-06-01T16:59:59.999Z'));
  });

  it.each([1e14, -1e14])('names the instant from which %i ms are too many', (amount) => {
    expect(() => addWorkingTime('2060-01-01T00:00Z', amount, once())).toThrow(
      'counting from 2060-01-01T00:00:00.000Z leaves 1970 to 2199',
    );
  });
});

describe('working intervals of a range', () => {
  const lunch: CalendarSpec = { timeZone: 'UTC', week: { mon: ['09:00-12:00', '13:00-18:00'] } };

  it('from a closing bell to the next opening bell are none', () => {
    const range = { from: '2026-01-05T12:00Z', to: '2026-01-05T13:00Z' };
    expect([...workingIntervals(range, lunch)]).toEqual([]);
  });

  it('say which end is before which', () => {
    expect(() => workingIntervals({ from: 6, to: 5 }, lunch)).toThrow(
      '1970-01-01T00:00:00.005Z is before 1970-01-01T00:00:00.006Z',
    );
  });

  it.each([
    [{ from: 'now', to: 5 }, 'from'],
    [{ from: 5, to: 'now' }, 'to'],
  ])('of %j name the end that is no instant', (range, end) => {
    expect(() => workingIntervals(range, lunch)).toThrow(
      expect.objectContaining({ code: 'instant.syntax', path: [end] }),
    );
  });
});

it('a yearly holiday is one from 1970 to 2199', () => {
  const calendar: CalendarSpec = { timeZone: 'UTC', week: 'always', holidays: ['*-12-31', '*-01-01'] };
  for (const date of ['1970-01-01', '1970-12-31', '2199-01-01', '2199-12-31'] as const)
    expect(isWorkingDay(date, calendar)).toBe(false);
  expect(isWorkingDay('2199-12-30', calendar)).toBe(true);
});

it.each([null, undefined])('%s is refused for a calendar', (calendar) => {
  expect(() => isWorkingDay('2026-01-05', calendar as never)).toThrow(
    expect.objectContaining({ code: 'calendar.shape', path: [] }),
  );
});
