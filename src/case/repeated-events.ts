import type { TimelineEvent } from './timeline.ts';

/** Events of one type at one instant with the same attributes: all but the first are repeats. */
export function repeatedEvents(events: readonly TimelineEvent[]): number[] {
  const repeats: number[] = [];
  for (let n = 1; n < events.length; n++) {
    const event = events[n]!;
    for (let m = n - 1; m >= 0 && events[m]!.at === event.at; m--) {
      if (!sameEvent(events[m]!, event)) continue;
      repeats.push(event.index);
      break;
    }
  }
  return repeats;
}

function sameEvent(a: TimelineEvent, b: TimelineEvent): boolean {
  if (a.type !== b.type) return false;
  const keys = Object.keys(a.source);
  if (keys.length !== Object.keys(b.source).length) return false;
  return keys.every((key) => key === 'at' || sameValue(a.source[key], b.source[key]));
}

/** Whether two attributes are the same; those of a `changed` hold a flat object or a list of their own each. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [own, other] = [Object.entries(a), Object.entries(b)];
  return (
    own.length === other.length &&
    own.every(([key, value]) => Object.is(value, (b as typeof a)[key as never]))
  );
}
