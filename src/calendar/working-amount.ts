import { AmountError } from '../errors/calendar-error.ts';
import { HOUR, MINUTE, type Millis } from '../instant/types.ts';

/** An amount of working time as text: `"20 working hours"`, `"8.5 working hours"`, `"90 working minutes"`. */
export type WorkingAmount = `${number} working ${'minute' | 'minutes' | 'hour' | 'hours'}`;

/** The milliseconds of an amount of working time. */
export function toWorkingMillis(amount: number | WorkingAmount): Millis {
  const ms = typeof amount === 'string' ? parse(amount) : amount;
  if (Number.isSafeInteger(ms)) return ms;
  const hint = 'Give ms or "20 working hours"';
  throw new AmountError('calendar.amount', { given: amount }, { hint });
}

function parse(text: string): number {
  const [, count, hour] = /^(\d+(?:\.\d+)?) working (?:(hour)|minute)s?$/.exec(text) ?? [];
  const exact = +count! * (hour === undefined ? MINUTE : HOUR);
  const whole = Math.round(exact);
  // Decimals may miss a whole millisecond by what binary fractions cost.
  return Math.abs(exact - whole) <= 1e-6 ? whole : exact;
}
