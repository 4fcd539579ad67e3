import { twoDigits } from './civil.ts';
import { HOUR, MINUTE, type Millis } from './types.ts';

/** Two digits of a text that are below a limit, as so many units; else NaN. */
export function readField(text: string, at: number, limit: number, unit: Millis): Millis {
  const count = twoDigits(text, at);
  return count >= 0 && count < limit ? count * unit : Number.NaN;
}

/** The `"HH:mm"` at a place of a text, the hours below a limit; else NaN. */
export const readClock = (text: string, at: number, hours: number): Millis =>
  text[at + 2] === ':' ? readField(text, at, hours, HOUR) + readField(text, at + 3, 60, MINUTE) : Number.NaN;
