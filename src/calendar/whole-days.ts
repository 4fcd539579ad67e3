import { AmountError } from '../errors/calendar-error.ts';

/** A number of days, checked to be whole. */
export function wholeDays(days: number): number {
  if (Number.isSafeInteger(days)) return days;
  throw new AmountError('calendar.days', { given: days }, { hint: 'Count whole days' });
}
