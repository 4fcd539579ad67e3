import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { EpochMs, Millis } from '../instant/types.ts';
import type { LimitInput } from '../limit/types.ts';
import type { CaseMeasure } from './count-case.ts';
import { millisOf } from './fixed-millis.ts';

/** Roles whose `answered` is no human's. */
export const machines: ReadonlySet<unknown> = new Set(['bot', 'robot', 'ai', 'ivr', 'system']);

/**
 * Slots: offered, answered, abandoned, answered in time, abandoned in time, short abandoned, neither.
 *
 * Each `offered` begins a call that ends with the first `answered` by a human or `abandoned` before the next one. A
 * case that never says `offered` is one call from its `received`, if it was answered or abandoned at all: what ended
 * in the menu was offered to nobody.
 */
export const calls: CaseMeasure = {
  slots: 7,
  compile: ({ threshold, shortAbandoned }) => {
    // Service levels alone have one; no wait is within none.
    const inTime = millisOf(threshold as LimitInput | undefined);
    const short = millisOf(shortAbandoned as LimitInput | undefined) ?? -1;
    return (counter, timeline) => {
      for (const { offeredAt, end } of callsOf(timeline)) {
        if (!counter.look(timeline, offeredAt)) continue;
        const cell = counter.cell(offeredAt);
        cell.count(0);
        for (const slot of slotsOf(end, offeredAt, inTime!, short)) cell.count(slot);
      }
    };
  },
};

interface Call {
  readonly offeredAt: EpochMs;
  readonly end: TimelineEvent | undefined;
}

function slotsOf(
  end: TimelineEvent | undefined,
  offeredAt: EpochMs,
  inTime: Millis,
  short: Millis,
): number[] {
  if (end === undefined) return [6];
  const wait = end.at - offeredAt;
  if (end.type === 'answered') return wait <= inTime ? [1, 3] : [1];
  if (wait <= short) return [2, 4, 5];
  return wait <= inTime ? [2, 4] : [2];
}

function callsOf(timeline: Timeline): Call[] {
  const { events } = timeline;
  if (timeline.first('offered') !== undefined) {
    const starts = events.flatMap(({ type }, index) => (type === 'offered' ? [index] : []));
    return starts.map((start, index) => ({
      offeredAt: events[start]!.at,
      end: events.slice(start, starts[index + 1]).find(endsCall),
    }));
  }
  const end = events.find(endsCall);
  return end === undefined
    ? []
    : [{ offeredAt: Math.min(timeline.first('received')?.at ?? end.at, end.at), end }];
}

const endsCall = ({ type, source }: TimelineEvent): boolean =>
  type === 'abandoned' || (type === 'answered' && !machines.has(source.role));
