import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { parseCivilDate } from './civil.ts';
import { DAY, type EpochMs, HOUR, type InstantInput, MINUTE, SECOND, SPAN_END } from './types.ts';

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
  const hint = 'Give a Date, whole epoch ms, or ISO 8601 with Z or an offset such as +08:00';
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

/** Date, `T` or a space, `HH:mm` with seconds and their decimals or without, and `Z`, `+08`, `+0800` or `+08:00`. */
const iso = /^.{10}([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(Z|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$/i;

/** An expression tells what is well-formed, then the digits are read where they must be. */
function parse(text: string): EpochMs {
  if (!iso.test(text)) return Number.NaN;
  const two = (index: number) => text.charCodeAt(index) * 10 + text.charCodeAt(index + 1) - 528; // 528 is "00"
  const { length } = text;
  let at = parseCivilDate(text.slice(0, 10)) * DAY;
  if (length > 10) at += two(11) * HOUR + two(14) * MINUTE;
  if (text[16] === ':') at += two(17) * SECOND;
  if (text[19] === '.' || text[19] === ',') {
    for (let index = 20, unit = 100; text[index]! >= '0' && text[index]! <= '9'; index += 1) {
      at += unit * +text[index]!;
      unit = Math.floor(unit / 10);
    }
  }
  const sign = Math.max(text.indexOf('+'), text.indexOf('-', 10));
  if (sign > 0) {
    const offset = two(sign + 1) * HOUR + (length > sign + 3 ? two(length - 2) * MINUTE : 0);
    return text[sign] === '-' ? at + offset : at - offset;
  }
  return text.at(-1)! > '9' ? at : at + NO_OFFSET; // Z, or none; what is NaN stays so
}
