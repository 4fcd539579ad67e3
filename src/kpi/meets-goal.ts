import { KpiError } from '../errors/kpi-error.ts';
import { compareFractions, divide, type Fraction, fractionOf } from './fraction.ts';
import { type Goal, type GoalOperator, parseGoal } from './parse-goal.ts';

/** What `meetsGoal` reads of a rate or of a row of a report. */
export interface Measured {
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  readonly value: number | null;
}

/**
 * Whether a rate reaches its goal; `null` where there is nothing to compare (no value, or no goal).
 *
 * Numerator and denominator are compared with the goal by whole numbers, so 99 of 100 meets 99% and no
 * floating-point error decides. A value without counts is taken as the decimal it prints as.
 *
 * @throws KpiError `kpi.goal`, `kpi.option` for a rate that is none
 * @example meetsGoal(timelinessRate({ onTime: 99, late: 1, overdue: 0, pending: 0 }), '>= 99%') // => true
 */
export function meetsGoal(rate: Measured, goal: string | null | undefined): boolean | null {
  if (goal === null || goal === undefined) return null;
  const parsed = parseGoal(goal);
  const exact = exactValue(rate);
  return exact === null ? null : reaches(exact, parsed);
}

/** Whether an exact value reaches a goal. */
export function reaches(value: Fraction, goal: Goal): boolean {
  return holds(goal.operator, compareFractions(value, goal.bound));
}

/** Whether a goal is met by a value that is less than (negative), equal to (0) or greater than its bound. */
export function holds(operator: GoalOperator, order: number): boolean {
  if (order < 0) return operator.startsWith('<');
  return order > 0 ? operator.startsWith('>') : operator.endsWith('=');
}

/** The value of a rate before it was rounded to a double. */
export function exactValue(rate: Measured): Fraction | null {
  const { numerator, denominator, value } = rate ?? {};
  if (value === null) return null;
  if (!Number.isFinite(value)) {
    const expected = 'what a formula gives: a finite value, or null';
    throw new KpiError('kpi.option', { name: 'rate', given: rate ?? value, expected });
  }
  if (numerator == null || denominator == null || denominator === 0) return fractionOf(value);
  return divide(fractionOf(numerator), fractionOf(denominator));
}
