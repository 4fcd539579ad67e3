import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { parseCivilDate } from './civil.ts';
import {
  DAY,
  type EpochMs,
  HOUR,
  type InstantInput,
  MINUTE,
  type Millis,
  SECOND,
  SPAN_END,
} from './types.ts';

/**
 * The epoch milliseconds of an instant in any accepted form; what is finer than a millisecond is floored.
 *
 * @throws InstantError `instant.no-offset`, `instant.syntax`, `instant.not-whole` or `instant.range` (1970 to 2199).
 */
export function toEpoch(input: InstantInput, path?: ErrorPath): EpochMs {
  const at =
    typeof input === 'number' ? input : input instanceof Date ? input.getTime() : epochOf(input, path);
  if (at >= 0 && at < SPAN_END && Math.floor(at) === at) return at + 0; // + 0 turns -0 into 0
  return refuse(at, input, path);
}

function refuse(at: number, given: unknown, path: ErrorPath = []): never {
  const code = Number.isNaN(at) ? 'instant.syntax' : at % 1 ? 'instant.not-whole' : 'instant.range';
  const hint = 'Give a Date, whole epoch milliseconds, or ISO 8601 with an offset or Z';
  throw new InstantError(code, { given }, { path, hint });
}

/** NaN for what is no instant. */
function epochOf(input: unknown, path: ErrorPath | undefined): EpochMs {
  if (typeof input === 'string') return parse(input, path);
  const at: unknown = (input as { epochMilliseconds?: unknown } | null | undefined)?.epochMilliseconds;
  return typeof at === 'number' ? at : Number.NaN;
}

/** `"YYYY-MM-DDTHH:mm"`, with seconds and their decimals or without, and with Z or an offset. */
function parse(text: string, path: ErrorPath | undefined): EpochMs {
  let at = parseCivilDate(text.slice(0, 10)) * DAY;
  let end = 10;
  if (text.length > end) {
    at += text[13] === ':' && 'Tt '.includes(text[10]!) ? clockAt(text, 11) : Number.NaN;
    end = 16;
  }
  if (text[end] === ':') {
    const second = twoDigits(text, 17);
    at += second < 60 ? second * SECOND : Number.NaN;
    end = 19;
    if (text[end] === '.' || text[end] === ',') {
      end = 20;
      for (let unit = 100; text[end]! >= '0' && text[end]! <= '9'; unit = Math.floor(unit / 10)) {
        at += unit * +text[end]!;
        end += 1;
      }
      if (end === 20) return Number.NaN;
    }
  }
  if (text.length > end) return at - offsetAt(text, end);
  if (Number.isNaN(at)) return at;
  const hint = 'Append Z or an offset such as +08:00';
  throw new InstantError('instant.no-offset', { given: text }, { path: path ?? [], hint });
}

/** The offset that a text ends with: `Z`, `+08`, `+0800`, `+08:00`; NaN for anything else. */
function offsetAt(text: string, at: number): Millis {
  const sign = text[at];
  const rest = text.length - at;
  if (rest === 1 && (sign === 'Z' || sign === 'z')) return 0;
  const fits = rest === 3 || rest === (text[at + 3] === ':' ? 6 : 5);
  return fits ? clockAt(text, at + 1) * (sign === '+' ? 1 : sign === '-' ? -1 : Number.NaN) : Number.NaN;
}

/** The time of `HH:mm`, `HHmm`, or `HH` where the text ends; NaN if it is none. */
function clockAt(text: string, at: number): Millis {
  const hour = twoDigits(text, at);
  const minute = text.length === at + 2 ? 0 : twoDigits(text, text[at + 2] === ':' ? at + 3 : at + 2);
  return hour < 24 && minute < 60 ? hour * HOUR + minute * MINUTE : Number.NaN;
}

/** The number that two digits of a text make; NaN if they are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
}
