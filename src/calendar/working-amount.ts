import { CalendarError } from '../errors/calendar-error.ts';
import { HOUR, MINUTE, type Millis } from '../instant/types.ts';

/** An amount of working time as text: `"20 working hours"`, `"8.5 working hours"`, `"90 working minutes"`. */
export type WorkingAmount = `${number} working ${'minute' | 'minutes' | 'hour' | 'hours'}`;

/** Decimals may miss a whole millisecond by this much, which is what binary fractions cost. */
const TOLERANCE = 1e-6;

/** The milliseconds of an amount of working time. */
export function toWorkingMillis(amount: number | WorkingAmount): Millis {
  if (typeof amount === 'number') {
    if (Number.isSafeInteger(amount)) return amount;
  } else {
    const match = /^(\d+(?:\.\d+)?) working (?:(hour)|minute)s?$/.exec(amount);
    if (match !== null) {
      const exact = +match[1]! * (match[2] === undefined ? MINUTE : HOUR);
      const whole = Math.round(exact);
      if (Number.isSafeInteger(whole) && Math.abs(exact - whole) <= TOLERANCE) return whole;
    }
  }
  const hint = 'Give whole ms, "20 working hours" or "90 working minutes"';
  throw new CalendarError('calendar.amount', { given: amount }, { hint });
}
