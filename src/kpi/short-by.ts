import { fractionOf } from './fraction.ts';
import type { Measured } from './meets-goal.ts';
import type { Goal } from './parse-goal.ts';
import type { Measure } from './types.ts';

/** These sum up times or points, so that no number of cases says what was missing. */
const sums: ReadonlySet<Measure> = new Set(['mean', 'score']);

/** What a repeat fewer does to the denominator. */
const drifts: Readonly<Record<string, bigint>> = { 'excluding-repeats': 1n, 'including-repeats': -1n };

/**
 * How many more cases would have had to count, or how many fewer where the goal is at most something, for a missed
 * goal to be met; `null` where no number of cases does it.
 */
export function shortBy(
  measure: Measure,
  { numerator, denominator, basis }: Measured & { readonly basis: string },
  { operator, bound: [part, whole] }: Goal,
): number | null {
  if (numerator == null || sums.has(measure) || operator === '=') return null;
  const [n, scale] = fractionOf(numerator);
  const of = scale * BigInt(denominator ?? 1);
  // n/of is compared with part/whole, all whole numbers; a case is worth `scale`.
  const gap = n * whole - part * of;
  const fewer = operator.startsWith('<');
  const worth = scale * (fewer ? whole + (drifts[basis] ?? 0n) * part : whole);
  const cases = atLeast(fewer ? gap : -gap, worth, operator.endsWith('='));
  // There are no more cases than there were.
  const most = fewer ? n : denominator === null ? null : of - n;
  return most !== null && cases * scale > most ? null : Number(cases);
}

/** The least whole number that, times `each`, comes to `amount`, or to more. */
const atLeast = (amount: bigint, each: bigint, orEqual: boolean): bigint =>
  orEqual ? (amount + each - 1n) / each : amount / each + 1n;
