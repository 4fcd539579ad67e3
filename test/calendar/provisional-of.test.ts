import { describe, expect, it } from 'vitest';
import { provisionalOf } from '../../src/calendar/provisional-of.ts';
import type { HolidaySource, WeeklySpec } from '../../src/calendar/spec.ts';
import { timetableOf } from '../../src/calendar/timetable-of.ts';
import { toEpochDay } from '../../src/instant/civil.ts';
import type { CivilDate } from '../../src/instant/types.ts';

const sourceOf = (id: string, from: CivilDate, to: CivilDate): HolidaySource => ({
  id,
  title: id,
  revision: '1',
  horizon: { from, to },
  off: [],
  working: [],
  names: {},
});
const year = sourceOf('year', '2026-01-01', '2026-12-31');
const decade = sourceOf('decade', '2020-01-01', '2029-12-31');
const between = (from: CivilDate, to: CivilDate, rest: Partial<WeeklySpec> = {}) =>
  provisionalOf(
    timetableOf({ timeZone: 'UTC', week: 'always', holidays: [year, decade], ...rest }),
    toEpochDay(from),
    toEpochDay(to),
  );

describe('what is not yet published', () => {
  it('names only the source that is short: of a year and a decade the year', () => {
    expect(between('2026-06-01', '2027-01-01')).toEqual({
      since: '2027-01-01',
      reason: 'year covers 2026-01-01 to 2026-12-31',
      sources: ['year'],
    });
  });

  it('begins behind a source that is asked from its very first day on', () => {
    expect(between('2026-01-01', '2027-02-01')?.since).toBe('2027-01-01');
    expect(between('2025-12-31', '2027-02-01')?.since).toBe('2025-12-31');
  });

  it('begins where the first of several ends, and names each of them once', () => {
    const holidays = [year, decade, year];
    expect(between('2026-01-01', '2030-02-01', { holidays })).toEqual({
      since: '2027-01-01',
      reason: 'year covers 2026-01-01 to 2026-12-31; decade covers 2020-01-01 to 2029-12-31',
      sources: ['year', 'decade'],
    });
  });

  it('is the same with the dates the other way round', () => {
    expect(between('2027-01-01', '2026-06-01')).toEqual(between('2026-06-01', '2027-01-01'));
  });

  it('is refused by a strict calendar, which gives what is published like any other', () => {
    expect(between('2026-01-01', '2026-12-31', { provisional: 'throw' })).toBeUndefined();
    expect(() => between('2026-06-01', '2027-01-01', { provisional: 'throw' })).toThrow(
      expect.objectContaining({
        code: 'calendar.provisional',
        message: expect.stringContaining('year covers 2026-01-01 to 2026-12-31'),
      }),
    );
  });
});
