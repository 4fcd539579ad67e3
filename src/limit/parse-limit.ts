import type { ErrorPath } from '../errors/duly-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { checkLimit } from './check-limit.ts';
import type { Limit, LimitInput, LimitText, LimitUnit } from './types.ts';

const plain = /^(?<amount>\d+(?:\.\d+)?) (?<words>[a-z]+(?: [a-z]+)?)$/i;
const iso = /^P(?<time>T?)(?<amount>\d+(?:\.\d+)?)(?<letter>[DWMHS])$/;

const isoUnits: Readonly<Record<string, LimitUnit>> = {
  D: 'days',
  W: 'weeks',
  M: 'months',
  TH: 'hours',
  TM: 'minutes',
  TS: 'seconds',
};

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
  const match = typeof text === 'string' ? (plain.exec(text) ?? iso.exec(text)) : undefined;
  const { amount, words, time, letter } = match?.groups ?? {};
  const unit = words ?? isoUnits[`${time}${letter}`];
  if (unit !== undefined) return checkLimit(Number(amount), unit, path);
  throw new LimitError('limit.syntax', { given: text }, { path });
}

/**
 * A checked limit from its text or its `{ amount, unit }` form.
 *
 * @throws LimitError `limit.syntax`, `limit.unit`, `limit.amount`, `limit.not-whole`
 */
export function toLimit(input: LimitInput, path: ErrorPath = []): Limit {
  if (typeof input === 'string') return parseLimit(input, path);
  const { amount, unit }: { amount?: unknown; unit?: unknown } = Object(input);
  if (typeof amount === 'number' && typeof unit === 'string') return checkLimit(amount, unit, path);
  throw new LimitError('limit.syntax', { given: input }, { path });
}
