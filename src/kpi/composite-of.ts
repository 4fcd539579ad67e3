import { add, type Fraction, fractionOf, multiply } from './fraction.ts';
import { exactValue } from './meets-goal.ts';
import type { Result } from './result-of.ts';

/** A KPI that a composite weighs; no result where it has counted nothing. */
export interface CompositePart {
  readonly weight: number;
  readonly result: Result | undefined;
}

/** The weighted sum of other KPIs, exact until the goal has been compared; `null` as soon as one has no value. */
export function compositeOf(parts: readonly CompositePart[]): Result {
  const exact = weightedSum(parts);
  return {
    numerator: null,
    denominator: null,
    value: exact === null ? null : quotient(exact),
    interval: null,
    basis: 'weighted',
    pending: parts.reduce((sum, { result }) => sum + (result?.pending ?? 0), 0),
    exact,
  };
}

function weightedSum(parts: readonly CompositePart[]): Fraction | null {
  let sum: Fraction = [0n, 1n];
  for (const { result, weight } of parts) {
    const value = result === undefined ? null : (result.exact ?? exactValue(result));
    if (value === null) return null;
    sum = add(sum, multiply(fractionOf(weight), value));
  }
  return sum;
}

/** Rounded once, to 15 decimals: Number of both parts would lose digits of long ones. */
function quotient([part, whole]: Fraction): number {
  const scale = 10n ** 15n;
  const scaled = (2n * part * scale + whole) / (2n * whole);
  return Number(`${scaled / scale}.${(scaled % scale).toString().padStart(15, '0')}`);
}
