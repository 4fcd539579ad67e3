import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Zone, zoneOf } from '../../src/instant/zone.ts';
import { formatPeriod, periodNumber } from '../../src/kpi/period-of.ts';
import { type Period, periods } from '../../src/kpi/types.ts';

const shanghai = zoneOf('Asia/Shanghai');
const newYork = zoneOf('America/New_York');
const HOUR = 3_600_000;

const periodOf = (t: number, period: Period, zone: Zone, dayStart?: number) =>
  formatPeriod(periodNumber(t, period, zone, dayStart), period);

describe('the period of an instant', () => {
  it.each([
    ['day', '2026-09-30'],
    ['week', '2026-W40'],
    ['month', '2026-09'],
    ['quarter', '2026-Q3'],
    ['year', '2026'],
  ] as const)('names the %s of 30 September 2026 %s', (period, text) => {
    expect(periodOf(Date.parse('2026-09-30T23:59:59.999+08:00'), period, shanghai)).toBe(text);
  });

  it('belongs to the civil day of the zone: 16:00Z on 30 September is 1 October in Shanghai, still September in New York', () => {
    const t = Date.parse('2026-09-30T16:00:00Z');
    expect(periodOf(t, 'month', shanghai)).toBe('2026-10');
    expect(periodOf(t, 'quarter', shanghai)).toBe('2026-Q4');
    expect(periodOf(t, 'month', newYork)).toBe('2026-09');
  });

  // The year of an ISO week is that of its Thursday.
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['1970-01-01', '1970-W01'],
  ])('puts %s into %s', (day, week) => {
    expect(periodOf(Date.parse(`${day}T12:00:00+08:00`), 'week', shanghai)).toBe(week);
  });

  it('begins the day at 04:00 where asked: 03:59 on 1 October is still September', () => {
    const before = Date.parse('2026-10-01T03:59:00+08:00');
    expect(periodOf(before, 'month', shanghai, 4 * HOUR)).toBe('2026-09');
    expect(periodOf(before + 60_000, 'month', shanghai, 4 * HOUR)).toBe('2026-10');
  });

  it('counts noon to noon where asked: 12:00 on 30 September belongs to 1 October', () => {
    const noon = Date.parse('2026-09-30T12:00:00+08:00');
    expect(periodOf(noon - 1, 'day', shanghai, -12 * HOUR)).toBe('2026-09-30');
    expect(periodOf(noon, 'day', shanghai, -12 * HOUR)).toBe('2026-10-01');
  });

  test.prop([
    fc.integer({ min: 0, max: 7_200_000_000_000 }),
    fc.integer({ min: 0, max: 40 * 24 * HOUR }),
    fc.constantFrom(...periods),
  ])('never goes back, and its texts order as its numbers do', (t, later, period) => {
    const a = periodNumber(t, period, newYork);
    const b = periodNumber(t + later, period, newYork);
    expect(b).toBeGreaterThanOrEqual(a);
    expect(formatPeriod(b, period) >= formatPeriod(a, period)).toBe(true);
    expect(formatPeriod(b, period) === formatPeriod(a, period)).toBe(a === b);
  });
});
