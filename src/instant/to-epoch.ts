import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { readCivilDate } from './civil.ts';
import { readField } from './read-clock.ts';
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
  const at = typeof input === 'number' ? input : input instanceof Date ? input.getTime() : epochOf(input);
  if (at >= 0 && at < SPAN_END && Math.floor(at) === at) return at + 0; // + 0 turns -0 into 0
  return refuse(at, input, path);
}

function refuse(at: number, given: unknown, path: ErrorPath = []): never {
  const code = Number.isNaN(at)
    ? 'instant.syntax'
    : at === NO_OFFSET && typeof given === 'string'
      ? 'instant.no-offset'
      : at % 1
        ? 'instant.not-whole'
        : 'instant.range';
  const hint = 'Give a Date, epoch ms, or ISO 8601 with an offset such as +08:00';
  throw new InstantError(code, { given }, { path, hint });
}

/** What a text without an offset is read as. */
const NO_OFFSET = Number.POSITIVE_INFINITY;

/** NaN for what is no instant. */
function epochOf(input: unknown): EpochMs {
  if (typeof input === 'string') return parse(input);
  const at: unknown = (input as { epochMilliseconds?: unknown } | null | undefined)?.epochMilliseconds;
  return typeof at === 'number' ? at : Number.NaN;
}

/**
 * Date, `T` or a space, `HH:mm` with seconds and their decimals or without, and `Z`, `+08`, `+0800` or `+08:00`. Read
 * digit by digit: an expression that tells what is well-formed takes twice as long.
 */
function parse(text: string): EpochMs {
  let at = readCivilDate(text) * DAY;
  let index = 10;
  if (text.length === index) return at + NO_OFFSET; // what is NaN stays so
  // Over a separator, to the two digits behind it.
  const next = (limit: number, unit: Millis) => {
    index += 3;
    return readField(text, index - 2, limit, unit);
  };
  at += next(24, HOUR);
  if (text[index] !== ':' || !/[t ]/i.test(text[10]!)) return Number.NaN;
  at += next(60, MINUTE);
  if (text[index] === ':') at += next(60, SECOND);
  if (index > 16 && (text[index] === '.' || text[index] === ',')) {
    for (let unit = 100; text[++index]! >= '0' && text[index]! <= '9'; unit = (unit / 10) | 0)
      at += unit * +text[index]!;
    if (index === 20) return Number.NaN;
  }
  const sign = text[index] === '+' ? -1 : text[index] === '-' ? 1 : 0;
  if (sign !== 0) {
    at += sign * next(24, HOUR);
    if (index < text.length) {
      if (text[index] !== ':') index -= 1;
      at += sign * next(60, MINUTE);
    }
  } else if (text[index] === undefined) return at + NO_OFFSET;
  else if ((text.charCodeAt(index++) | 32) !== 122) return Number.NaN; // Z or z
  return index === text.length ? at : Number.NaN;
}
