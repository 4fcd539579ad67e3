import type { ErrorPath } from '../errors/duly-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { didYouMean } from '../errors/nearest.ts';
import type { Limit, LimitUnit } from './types.ts';
import { longest, unitNames, units } from './units.ts';

/** The limit of an amount and a unit in the singular or plural form. */
export function checkLimit(amount: number, unitText: string, path: ErrorPath): Limit {
  const unit = unitOf(unitText, path);
  const facts = units[unit];
  const least = facts.ms === 0 ? 1 : 0;
  const fits = amount >= least && Number.isSafeInteger(Math.round(amount * longest(facts)));
  if (!fits) throw new LimitError('limit.amount', { given: amount, least }, { path });
  if (!isWhole(amount, facts.ms > 1000 ? facts.ms : 1))
    throw new LimitError('limit.not-whole', { amount, unit, parts: facts.ms > 1000 ? 'ms' : unit }, { path });
  return { amount: amount + 0, unit };
}

/** Whether an amount comes to a whole number; the tolerance covers what a decimal loses as a double. */
function isWhole(amount: number, factor: number): boolean {
  const product = amount * factor;
  if (factor === 1) return Number.isInteger(product);
  return Math.abs(product - Math.round(product)) <= Math.max(1e-6, product * 2 ** -51);
}

function unitOf(text: string, path: ErrorPath): LimitUnit {
  const found = unitNames.find((unit) => unit === text || unit === `${text}s`);
  if (found !== undefined) return found;
  // "business days" is near to no unit as it stands.
  const hint = didYouMean(text, unitNames) ?? didYouMean(text.replace(/\S+ /, 'working '), unitNames);
  throw new LimitError('limit.unit', { given: text, known: unitNames }, { path, hint });
}
