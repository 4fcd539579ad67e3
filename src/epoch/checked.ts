import { AmountError } from '../errors/calendar-error.ts';
import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { inSpan, toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { type CivilDate, type EpochDay, type EpochMs, SPAN_END } from '../instant/types.ts';

/** An instant as a number, checked; anything else is left to the checks of the public functions. */
export function checkedInstant(at: EpochMs, path?: ErrorPath): EpochMs {
  if (at >= 0 && at < SPAN_END && Math.floor(at) === at) return at + 0;
  return toEpoch(typeof at === 'number' ? at : Number.NaN, path);
}

/** A whole number of ms. */
export function checkedAmount(amount: number): number {
  if (Number.isSafeInteger(amount)) return amount;
  throw new AmountError('calendar.amount', { given: amount }, { hint: 'Give whole milliseconds' });
}

/** A day number, checked, from itself or from a civil date. */
export function checkedDay(date: EpochDay | CivilDate): EpochDay {
  if (typeof date !== 'number') return toEpochDay(date);
  if (inSpan(date) && Math.floor(date) === date) return date + 0;
  throw new InstantError(
    'instant.civil-date',
    { given: date },
    { hint: 'Give whole days since 1970-01-01, before 2200' },
  );
}
