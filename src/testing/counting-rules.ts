import fc from 'fast-check';
import type { Counting } from '../limit/types.ts';

const rest = {
  roll: fc.constantFrom('next-working-day' as const, 'previous-working-day' as const, 'none' as const),
  months: fc.constantFrom('corresponding' as const, 'before-first-counted' as const),
};

/**
 * Every lawful convention by which limits in days are counted: all starts, ends, cut-offs, rolls and ways with months;
 * one of five is rolling. Hour limits run from the instant and don't roll, as in most of `countings`.
 *
 * @example
 * fc.sample(countingRules(), 100).some(({ start }) => start === 'same-day') // => true
 */
export function countingRules(): fc.Arbitrary<Counting> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record(
        {
          start: fc.constantFrom('next-day' as const, 'same-day' as const),
          end: fc.constantFrom('close-of-business' as const, 'end-of-day' as const),
          cutOff: fc.constantFrom('close', '00:00', '12:00', '18:00', '23:59'),
          ...rest,
        },
        { requiredKeys: ['start', 'end', 'roll', 'months'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant<Counting>({
        start: 'instant',
        end: 'same-time',
        roll: 'none',
        months: 'corresponding',
      }),
    },
  );
}
