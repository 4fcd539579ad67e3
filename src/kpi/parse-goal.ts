import type { ErrorPath } from '../errors/duly-error.ts';
import { KpiError } from '../errors/kpi-error.ts';
import { parseLimit } from '../limit/parse-limit.ts';
import { fixedMillis } from './fixed-millis.ts';
import { type Fraction, fractionOf } from './fraction.ts';

export type GoalOperator = '>=' | '<=' | '>' | '<' | '=';

/** The value a KPI has to reach, kept exactly. */
export interface Goal {
  readonly operator: GoalOperator;
  /** A share (90% is 9/10), a plain number, or ms. */
  readonly bound: Fraction;
  readonly unit: 'share' | 'number' | 'time';
}

const grammar = /^(>=|<=|>|<|=) ?(\d+(?:\.\d+)?)(%| [a-z ]+)?$/;

/**
 * The goal that a text states: an operator (`>= <= > < =`) and a percentage, a number or a time.
 *
 * Times are in seconds to weeks (a day is 24 hours) or in working minutes or hours; working days and months have no
 * fixed length and are refused.
 *
 * @throws KpiError `kpi.goal`
 * @throws LimitError for a time that is no limit
 * @example parseGoal('>= 90%') // => { operator: '>=', bound: [90n, 100n], unit: 'share' }
 */
export function parseGoal(text: string, path: ErrorPath = []): Goal {
  const match = typeof text === 'string' ? grammar.exec(text) : null;
  if (match === null) throw new KpiError('kpi.goal', { given: text }, { path });
  const [, operator, amount, unit] = match as unknown as [string, GoalOperator, string, string | undefined];
  // From the text itself: a double would lose decimals of a long one.
  const bound = fractionOfText(amount);
  if (unit === undefined) return { operator, bound, unit: 'number' };
  if (unit === '%') return { operator, bound: [bound[0], bound[1] * 100n], unit: 'share' };
  const time = fixedMillis(parseLimit(amount + unit, path));
  if (time === null) {
    throw new KpiError('kpi.goal', { given: text }, { path, hint: 'State it in hours or working hours' });
  }
  return { operator, bound: fractionOf(time), unit: 'time' };
}

function fractionOfText(decimal: string): Fraction {
  const [whole, decimals = ''] = decimal.split('.');
  return [BigInt(whole + decimals), 10n ** BigInt(decimals.length)];
}
