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
  const hint = 'Give a Date, whole epoch ms, or ISO 8601 with Z or an offset';
  throw new InstantError(code, { given }, { path, hint });
}

/** NaN for what is no instant. */
function epochOf(input: unknown, path: ErrorPath | undefined): EpochMs {
  if (typeof input === 'string') return parse(input, path);
  const at: unknown = (input as { epochMilliseconds?: unknown } | null | undefined)?.epochMilliseconds;
  return typeof at === 'number' ? at : Number.NaN;
}

/** Date, `T` or a space, `HH:mm` with seconds and their decimals or without, and `Z`, `+08`, `+0800` or `+08:00`. */
const iso =
  /^(.{10})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?(Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)?)?$/i;

function parse(text: string, path: ErrorPath | undefined): EpochMs {
  const parts = iso.exec(text);
  if (parts === null) return Number.NaN;
  const [, date, hour, minute, second = 0, decimals = 0, offset, sign, offsetHour, offsetMinute] = parts;
  const at =
    parseCivilDate(date) * DAY +
    clock(hour, minute) +
    +second * SECOND +
    +`${decimals}00`.slice(0, 3) -
    clock(offsetHour, offsetMinute) * (sign === '-' ? -1 : 1);
  if (offset !== undefined || Number.isNaN(at)) return at;
  const hint = 'Append Z or an offset such as +08:00';
  throw new InstantError('instant.no-offset', { given: text }, { path: path ?? [], hint });
}

const clock = (hour = '0', minute = '0'): Millis => +hour * HOUR + +minute * MINUTE;
