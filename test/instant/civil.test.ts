import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addMonths,
  civilOf,
  daysInMonth,
  epochDayOf,
  formatCivilDate,
  toEpochDay,
  weekdayOf,
} from '../../src/instant/civil.ts';

const LAST = Date.UTC(2199, 11, 31) / 86_400_000;

describe('a date as text', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** As it is before any date has been written. */
  async function fresh() {
    vi.resetModules();
    return (await import('../../src/instant/civil.ts')).formatCivilDate;
  }

  it('is written once from 1970 to 2199, and each time outside, so that nothing piles up', async () => {
    const formatCivilDate = await fresh();
    const write = vi.spyOn(Date.prototype, 'toISOString');
    const written = (day: number) => {
      write.mockClear();
      for (let time = 0; time < 3; time += 1) formatCivilDate(day);
      return write.mock.calls.length;
    };
    expect([0, 70_000, LAST].map(written)).toEqual([1, 1, 1]);
    expect([-1, LAST + 1].map(written)).toEqual([3, 3]);
  });

  it('is that of its day, whichever of 512 was written first: 2156-06-11, then 2156-06-10', async () => {
    const day = 133 * 512;
    expect([day + 1, day].map(await fresh())).toEqual(['2156-06-11', '2156-06-10']);
  });
});

describe('civil dates', () => {
  it('agree with the proleptic Gregorian calendar of Date on every day from 1970 to 2199', () => {
    for (let day = 0; day <= LAST; day += 1) {
      const date = new Date(day * 86_400_000);
      const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const text = date.toISOString().slice(0, 10);
      // One comparison a day: 84,006 of them.
      const ours = {
        ...civilOf(day),
        weekday: weekdayOf(day),
        text: formatCivilDate(day),
        parsed: toEpochDay(text),
      };
      const want = { ...parts, weekday: (date.getUTCDay() + 6) % 7, text, parsed: day };
      if (JSON.stringify(ours) !== JSON.stringify(want)) expect(ours).toEqual(want);
      if (epochDayOf(parts.year, parts.month, parts.day) !== day) expect(parts).toEqual(day);
    }
    expect(formatCivilDate(LAST)).toBe('2199-12-31');
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-01-32',
    '2026-04-31',
    '2026-1-05',
    '26-01-05',
    '2026/01/05',
    '2026/01-05',
    '2026-01/05',
    // Neighbours of the digits: ":0" is not 100, "1/" is not 9.
    ':026-01-05',
    '2026-1/-05',
    '2026-01-05T00:00',
    ' 2026-01-5',
    '2026-01-0a',
    '20 6-01-05',
    '',
  ])('%j is no date', (text) => {
    expect(() => toEpochDay(text, ['date'])).toThrow(
      expect.objectContaining({ code: 'instant.civil-date', path: ['date'] }),
    );
  });

  it.each(['1969-12-31', '2200-01-01', '0000-01-01', '9999-12-31'])(
    '%s lies outside 1970 to 2199',
    (text) => {
      expect(() => toEpochDay(text)).toThrow(expect.objectContaining({ code: 'instant.range' }));
    },
  );

  it('that are none are named, with what to write, and no path where there was none', () => {
    expect(() => toEpochDay('5 May')).toThrow(
      expect.objectContaining({ message: '"5 May" is no date', path: [], hint: 'Write "YYYY-MM-DD"' }),
    );
  });

  it.each([undefined, null, 20_000, {}, ['2026-01-05']])('%j is no date either', (value) => {
    expect(() => toEpochDay(value as string)).toThrow(
      expect.objectContaining({ code: 'instant.civil-date' }),
    );
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', 12, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatCivilDate(addMonths(toEpochDay(from), months))).toBe(to);
  });

  it('February has 29 days in 2000 and 2024, 28 in 2023 and 2100', () => {
    expect([2000, 2024, 2023, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
  });
});
