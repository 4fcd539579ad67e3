import type { ErrorPath } from '../errors/duly-error.ts';
import { InstantError } from '../errors/instant-error.ts';
import { parseCivilDate } from './civil.ts';
import { DAY, type EpochMs, HOUR, type InstantInput, MINUTE, SECOND, SPAN_END } from './types.ts';

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

/**
 * The epoch milliseconds of an instant in any accepted form; what is finer than a millisecond is floored.
 *
 * @throws InstantError `instant.no-offset`, `instant.syntax`, `instant.not-whole` or `instant.range` (1970 to 2199).
 */
export function toEpoch(input: InstantInput, path?: ErrorPath): EpochMs {
  const at = typeof input === 'number' ? input : epochOf(input, path);
  if (at >= 0 && at < SPAN_END && Math.floor(at) === at) return at + 0; // + 0 turns -0 into 0
  return refuse(at, input, path);
}

function epochOf(input: InstantInput, path: ErrorPath | undefined): number {
  if (input instanceof Date) return input.getTime();
  if (typeof input === 'string') return parse(input, path);
  if (typeof input === 'object' && input !== null) {
    const at: unknown = input.epochMilliseconds;
    if (typeof at === 'number') return at;
  }
  return Number.NaN;
}

function refuse(at: number, given: InstantInput, path: ErrorPath | undefined): never {
  const place = path === undefined ? {} : { path };
  if (Number.isNaN(at)) throw new InstantError('instant.syntax', { given }, place);
  if (Number.isFinite(at) && !Number.isInteger(at))
    throw new InstantError('instant.not-whole', { given: at }, place);
  throw new InstantError('instant.range', { given }, place);
}

/** NaN for anything that is no instant, an hour 25 or a thirtieth of February included. */
function parse(text: string, path: ErrorPath | undefined): number {
  const match = iso.exec(text);
  if (match === null) return Number.NaN;
  const [, date, hour, minute, second = '0', fraction = '', utc, sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const day = parseCivilDate(date);
  const fits =
    +(hour ?? 0) < 24 && +(minute ?? 0) < 60 && +second < 60 && +offsetHour < 24 && +offsetMinute < 60;
  if (Number.isNaN(day) || !fits) return Number.NaN;
  if (utc === undefined && sign === undefined) {
    throw new InstantError(
      'instant.no-offset',
      { given: text },
      { ...(path === undefined ? {} : { path }), hint: 'Append Z or an offset such as +08:00' },
    );
  }
  const wall =
    day * DAY + +hour! * HOUR + +minute! * MINUTE + +second * SECOND + +fraction.slice(0, 3).padEnd(3, '0');
  const offset = +offsetHour * HOUR + +offsetMinute * MINUTE;
  return sign === '-' ? wall + offset : wall - offset;
}
