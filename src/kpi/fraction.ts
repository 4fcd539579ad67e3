/** A number as numerator and denominator; the denominator is positive. */
export type Fraction = readonly [bigint, bigint];

/** The decimal that a number prints as, exactly: 0.29 is 29/100, whatever the double behind it. */
export function fractionOf(value: number): Fraction {
  const [digits, exponent = 0] = String(value).split('e');
  const [whole, decimals = ''] = digits!.split('.');
  const shift = Number(exponent) - decimals.length;
  const power = (of: number) => 10n ** BigInt(Math.max(0, of));
  return [BigInt(whole + decimals) * power(shift), power(-shift)];
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a[0] * b[1] - b[0] * a[1];
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return [a[0] * b[1], a[1] * b[0]];
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return [a[0] * b[0], a[1] * b[1]];
}

export function add(a: Fraction, b: Fraction): Fraction {
  return [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
}
