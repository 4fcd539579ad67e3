import type { ErrorPath } from '../errors/duly-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { checkLimit } from './check-limit.ts';
import type { Limit, LimitInput, LimitText, LimitUnit } from './types.ts';

const plain = /^(\d+(?:\.\d+)?) ([a-z]+(?: [a-z]+)?)$/i;
const iso = /^P(?:(\d+(?:\.\d+)?)([DWM])|T(\d+(?:\.\d+)?)([HMS]))$/;

const dateUnits: Readonly<Record<string, LimitUnit>> = { D: 'days', W: 'weeks', M: 'months' };
const timeUnits: Readonly<Record<string, LimitUnit>> = { H: 'hours', M: 'minutes', S: 'seconds' };

/**
 * The limit that a text states: `"<n> <unit>"` with one space, or an ISO 8601 duration of one unit.
 *
 * Units: seconds, minutes, hours, days, weeks, months, working minutes, working hours, working days, singular forms
 * too. Minutes and hours (working ones included) may be decimal if they come to whole ms; all others are whole.
 * Days, weeks and months are at least 1. `"5 days"` is five calendar days, never working days.
 *
 * @throws LimitError `limit.syntax`; `limit.unit` with the nearest unit as hint; `limit.amount`; `limit.not-whole`
 * @example parseLimit('8.5 working hours') // => { amount: 8.5, unit: 'working hours' }
 * @example parseLimit('PT24H') // => { amount: 24, unit: 'hours' }
 */
export function parseLimit(text: LimitText | (string & {}), path: ErrorPath = []): Limit {
  const words = typeof text === 'string' ? plain.exec(text) : null;
  if (words !== null) return checkLimit(Number(words[1]), words[2]!, path);
  const parts = typeof text === 'string' ? iso.exec(text) : null;
  if (parts === null) throw new LimitError('limit.syntax', { given: text }, { path });
  const [, dateAmount, dateUnit, timeAmount, timeUnit] = parts;
  if (dateUnit !== undefined) return checkLimit(Number(dateAmount), dateUnits[dateUnit]!, path);
  return checkLimit(Number(timeAmount), timeUnits[timeUnit!]!, path);
}

/**
 * A checked limit from its text or its `{ amount, unit }` form.
 *
 * @throws LimitError `limit.syntax`, `limit.unit`, `limit.amount`, `limit.not-whole`
 */
export function toLimit(input: LimitInput, path: ErrorPath = []): Limit {
  if (typeof input === 'string') return parseLimit(input, path);
  if (typeof input !== 'object' || input === null)
    throw new LimitError('limit.syntax', { given: input }, { path });
  const { amount, unit } = input;
  if (typeof amount !== 'number' || typeof unit !== 'string') {
    throw new LimitError(
      'limit.syntax',
      { given: input },
      { path, hint: 'The object form is { amount, unit }' },
    );
  }
  return checkLimit(amount, unit, path);
}
