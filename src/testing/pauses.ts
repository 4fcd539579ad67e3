import fc from 'fast-check';
import { type EpochMs, MINUTE } from '../instant/types.ts';
import { officeInstants } from './office-instants.ts';

/** From and to as epoch ms. */
export type PauseSpan = readonly [from: EpochMs, to: EpochMs];

/**
 * Up to five pauses, in any order, overlapping or not, some of them empty, some of a month. They begin at the instants
 * given (`officeInstants()` by default) and last whole minutes.
 *
 * @example
 * fc.sample(pauses(), 50).flat().every(([from, to]) => from <= to) // => true
 */
export function pauses(starts: fc.Arbitrary<EpochMs> = officeInstants()): fc.Arbitrary<PauseSpan[]> {
  const minutes = fc.oneof(
    fc.constantFrom(0, 1, 60, 540, 1440, 4320, 43_200),
    fc.integer({ min: 0, max: 20_000 }),
  );
  return fc.array(
    fc.tuple(starts, minutes).map(([from, length]) => [from, from + length * MINUTE] as const),
    { maxLength: 5 },
  );
}
