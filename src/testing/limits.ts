import fc from 'fast-check';
import type { Limit, LimitUnit } from '../limit/types.ts';

/** The most of each unit: days enough to cross a holiday, hours enough to cross a night. */
const most: Readonly<Record<LimitUnit, number>> = {
  seconds: 36_000,
  minutes: 300,
  hours: 24,
  days: 12,
  weeks: 3,
  months: 3,
  'working minutes': 300,
  'working hours': 24,
  'working days': 12,
};

const dayUnits: readonly LimitUnit[] = ['days', 'working days', 'weeks', 'months'];
const hourUnits: readonly LimitUnit[] = ['hours', 'working hours', 'minutes', 'working minutes', 'seconds'];

/**
 * Limits of any unit, or of those asked for: `days` are days, weeks and months, which follow a counting; `hours` are
 * seconds to hours, which run on a clock. Amounts are small and whole.
 *
 * @example
 * fc.sample(limits('days'), 50).some(({ unit }) => unit === 'working days') // => true
 */
export function limits(of: 'days' | 'hours' | 'any' = 'any'): fc.Arbitrary<Limit> {
  const units = of === 'days' ? dayUnits : of === 'hours' ? hourUnits : [...dayUnits, ...hourUnits];
  return fc.oneof(
    ...units.map((unit) =>
      fc.record({ amount: fc.integer({ min: 1, max: most[unit] }), unit: fc.constant(unit) }),
    ),
  );
}
