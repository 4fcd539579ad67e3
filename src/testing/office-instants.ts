import fc from 'fast-check';
import { DAY, type EpochMs, HOUR, MINUTE } from '../instant/types.ts';

/** 2026-01-01T00:00 in Shanghai. */
const START = Date.UTC(2026, 0, 1) - 8 * HOUR;

/** Minutes at which an office of `officeCalendars` opens or closes, and those beside them. */
const bells = [0, 360, 480, 540, 600, 601, 720, 780, 1080, 1320, 1439];

/**
 * Whole minutes of the first hundred days of 2026 in Shanghai, every second one a midnight, an opening or a closing of
 * `officeCalendars`.
 *
 * @example
 * fc.sample(officeInstants(), 100).every((t) => t % 60_000 === 0) // => true
 */
export function officeInstants(): fc.Arbitrary<EpochMs> {
  const minute = fc.oneof(fc.constantFrom(...bells), fc.integer({ min: 0, max: 1439 }));
  return fc.tuple(fc.nat(100), minute).map(([day, at]) => START + day * DAY + at * MINUTE);
}
