import type { Provisional } from '../calendar/spec.ts';
import { LimitError } from '../errors/limit-error.ts';
import { type EpochMs, SPAN_END } from '../instant/types.ts';
import type { Reckoning } from './reckoning.ts';
import type { DueMoment, Step } from './types.ts';

/** The instant itself, if it lies within the years that duly knows. */
export function inSpan({ limit, from }: Pick<Reckoning, 'limit' | 'from'>, at: EpochMs): EpochMs {
  if (at >= 0 && at < SPAN_END) return at;
  throw new LimitError('limit.range', { ...limit, from: new Date(from) });
}

/** A due instant; keys that say nothing are absent. */
export function moment(at: EpochMs, provisional?: Provisional, steps?: readonly Step[]): DueMoment {
  const due: { -readonly [key in keyof DueMoment]: DueMoment[key] } = { at };
  if (provisional) due.provisional = provisional;
  if (steps) due.steps = steps;
  return due;
}
