import type { Provisional } from '../calendar/spec.ts';
import { CalendarError } from '../errors/calendar-error.ts';
import { LimitError } from '../errors/limit-error.ts';
import { type EpochDay, type EpochMs, SPAN_END } from '../instant/types.ts';
import { formatLimit } from './format-limit.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment, Step } from './types.ts';

/** What isn't yet published of a stretch of days; a strict calendar refuses instead. */
export function published(
  { timetable }: Pick<Reckoning, 'timetable'>,
  from: EpochDay,
  to: EpochDay,
): Provisional | undefined {
  const provisional = timetable.provisional(from, to);
  if (provisional === undefined || !timetable.strict) return provisional;
  throw new CalendarError('calendar.provisional', provisional);
}

/** The instant itself, if it lies within the years that duly knows. */
export function inSpan({ limit, from }: Pick<Reckoning, 'limit' | 'from'>, at: EpochMs): EpochMs {
  if (at >= 0 && at < SPAN_END) return at;
  throw new LimitError('limit.range', {
    limit: formatLimit(limit, 'en'),
    from: new Date(from).toISOString(),
  });
}

/** A due instant; keys that say nothing are absent. */
export function moment(at: EpochMs, provisional?: Provisional, steps?: readonly Step[]): DueMoment {
  if (provisional === undefined) return steps === undefined ? { at } : { at, steps };
  return steps === undefined ? { at, provisional } : { at, provisional, steps };
}
