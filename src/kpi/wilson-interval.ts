/** The 97.5% point of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's 95% score interval of a share of `part` in `whole`, within 0 to 1.
 *
 * Formula: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964.
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 *
 * `whole` is at least 1 and `part` at most `whole`.
 */
export function wilsonInterval(part: number, whole: number): readonly [number, number] {
  const p = part / whole;
  const square = Z * Z;
  const middle = p + square / (2 * whole);
  const reach = Z * Math.sqrt((p * (1 - p)) / whole + square / (4 * whole * whole));
  const scale = 1 + square / whole;
  // The ends are exact in theory where all or nothing counts; rounding would leave 1e-17 there.
  return [part === 0 ? 0 : (middle - reach) / scale, part === whole ? 1 : (middle + reach) / scale];
}
