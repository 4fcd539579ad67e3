import { instantAt } from '../calendar/instant-at.ts';
import type { Timetable } from '../calendar/timetable.ts';
import type { Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import type { Finding } from '../case/types.ts';
import { show } from '../errors/duly-error.ts';
import { ownError } from '../errors/own-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs, type InstantInput } from '../instant/types.ts';

/** An instant that a case states itself: an attribute holds it. */
export interface TimeAttribute {
  readonly attribute: string;
}

export const isAttribute = (end: Selectors | TimeAttribute): end is TimeAttribute =>
  typeof end === 'object' && 'attribute' in end;

/**
 * The instant that a time attribute states; a bare civil date is the end of that day in the timetable's zone.
 * `undefined` when it states none.
 */
export function promisedInstant(value: unknown, timetable: Timetable): EpochMs | undefined {
  try {
    return toEpoch(
      isCivilDate(value) ? instantAt(timetable, toEpochDay(value), DAY) : (value as InstantInput),
    );
  } catch (error) {
    ownError(error);
    return undefined;
  }
}

export const isCivilDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** The instant that a case's attribute states at another instant; one that is there and states none is reported. */
export function statedInstant(
  attribute: string,
  timeline: Timeline,
  at: EpochMs,
  timetable: Timetable,
  report: (finding: Finding) => void,
): EpochMs | undefined {
  const value = timeline.valueAt(attribute, at) ?? undefined;
  if (value === undefined) return undefined;
  const instant = promisedInstant(value, timetable);
  if (instant === undefined) {
    const message = `${show(value)} states no instant`;
    report({ code: 'attribute.not-an-instant', path: [attribute], message });
  }
  return instant;
}

/** The same as it was first known at an instant or after it. */
export function statedFrom(
  attribute: string,
  timeline: Timeline,
  since: EpochMs,
  timetable: Timetable,
  report: (finding: Finding) => void,
): EpochMs | undefined {
  return statedInstant(attribute, timeline, knownFrom(attribute, timeline, since), timetable, report);
}

/** The first instant, at or after another, at which an attribute is known; the other itself if it never is. */
export function knownFrom(attribute: string, timeline: Timeline, since: EpochMs): EpochMs {
  const isKnown = (at: EpochMs) => (timeline.valueAt(attribute, at) ?? undefined) !== undefined;
  if (isKnown(since)) return since;
  return timeline.events.find(({ at }) => at >= since && isKnown(at))?.at ?? since;
}
