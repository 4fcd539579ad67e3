import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { parseCivilDate } from './civil.ts';
import { DAY, type EpochMs, HOUR, type InstantInput, MINUTE, SPAN_END } from './types.ts';

/**
 * The epoch milliseconds of an instant in any accepted form; what is finer than a millisecond is floored.
 *
 * @throws InstantError `instant.no-offset`, `instant.syntax`, `instant.not-whole` or `instant.range` (1970 to 2199).
 */
export function toEpoch(input: InstantInput, path?: ErrorPath): EpochMs {
  const at =
    typeof input === 'number' ? input : input instanceof Date ? input.getTime() : epochOf(input, path);
  if (at >= 0 && at < SPAN_END && Math.floor(at) === at) return at + 0; // + 0 turns -0 into 0
  const place = {
    path: path ?? [],
    hint: 'Give a Date, whole epoch milliseconds, or ISO 8601 with an offset or Z',
  };
  if (Number.isNaN(at)) throw new InstantError('instant.syntax', { given: input }, place);
  if (at % 1) throw new InstantError('instant.not-whole', { given: at }, place);
  throw new InstantError('instant.range', { given: input }, { ...place, hint: 'Check the year' });
}

/** NaN for what is no instant. */
function epochOf(input: unknown, path: ErrorPath | undefined): EpochMs {
  if (typeof input === 'string') return parse(input, path);
  const at: unknown = (input as { epochMilliseconds?: unknown } | null | undefined)?.epochMilliseconds;
  return typeof at === 'number' ? at : Number.NaN;
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?(?:[Zz]|([+-](?:[01]\d|2[0-3]))(?::?([0-5]\d))?|($)))?$/;

function parse(text: string, path: ErrorPath | undefined): EpochMs {
  const match = iso.exec(text);
  const day = parseCivilDate(match?.[1]);
  if (match === null || Number.isNaN(day)) return Number.NaN;
  const [, , hour, minute, second = '0', offsetHour = '0', offsetMinute = '0', noOffset] = match;
  if (hour === undefined || noOffset !== undefined) {
    const hint = 'Append Z or an offset such as +08:00';
    throw new InstantError('instant.no-offset', { given: text }, { path: path ?? [], hint });
  }
  const [whole, fraction = ''] = second.split(/[.,]/);
  const wall =
    day * DAY + +hour * HOUR + +minute! * MINUTE + +whole! * 1000 + +fraction.slice(0, 3).padEnd(3, '0');
  // "-00" is no less negative than "-01": the sign is read from the text.
  const sign = offsetHour.startsWith('-') ? -1 : 1;
  return wall - +offsetHour * HOUR - sign * +offsetMinute * MINUTE;
}
