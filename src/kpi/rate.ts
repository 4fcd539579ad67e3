import { wilsonInterval } from './wilson-interval.ts';

/** A KPI with the counts it comes from and the basis that decides what is counted. */
export interface Rate {
  /** Whole, or with at most 4 decimals where a weight is counted in. */
  readonly numerator: number;
  /** What it is a share of, counted by the basis. */
  readonly denominator: number;
  /** Numerator by denominator; `null` when there is nothing to divide by. */
  readonly value: number | null;
  /** Wilson's 95% interval; `null` where the value is no share of a whole. */
  readonly interval: readonly [number, number] | null;
  readonly basis: string;
}

/** `share`: the numerator is a part of the denominator, so an interval has a meaning. */
export function rateOf(numerator: number, denominator: number, basis: string, share = true): Rate {
  const empty = denominator === 0;
  return {
    numerator,
    denominator,
    value: empty ? null : numerator / denominator,
    interval: empty || !share ? null : wilsonInterval(numerator, denominator),
    basis,
  };
}
