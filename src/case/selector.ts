import { compileWhen, type Lookup, type Predicate, type When } from './conditions.ts';
import type { Timeline, TimelineEvent } from './timeline.ts';
import type { EventType } from './types.ts';

/** An event type, or a type with a test on the event's attributes first, then the case's. */
export type Selector = EventType | { readonly event: EventType; readonly when?: When };

/** One selector or several: any of them will do. */
export type Selectors = Selector | readonly Selector[];

/** Whether an event of a timeline is one of those selected. */
export type EventMatch = (event: TimelineEvent, timeline: Timeline) => boolean;

/** Compiles one selector or several; none select nothing. */
export function compileSelectors(selectors: Selectors = []): EventMatch {
  const matches = listOf(selectors).map(compileSelector);
  if (matches.length === 1) return matches[0]!;
  return (event, timeline) => {
    for (const match of matches) if (match(event, timeline)) return true;
    return false;
  };
}

/** The event types that selectors name, each once. */
export function typesOf(selectors: Selectors = []): string[] {
  return [...new Set(listOf(selectors).map((selector) => inFull(selector).event))];
}

/** One or several as a list. */
export function listOf<T>(oneOrMore: T | readonly T[]): readonly T[] {
  return Array.isArray(oneOrMore) ? (oneOrMore as readonly T[]) : [oneOrMore as T];
}

/** A selector as an event type and the test on it, if there is one. */
export const inFull = (selector: Selector): Exclude<Selector, EventType> =>
  typeof selector === 'string' ? { event: selector } : selector;

function compileSelector(selector: Selector): EventMatch {
  const { event: type, when } = inFull(selector);
  if (when === undefined) return (event) => event.type === type;
  const holds: Predicate = compileWhen(when);
  return (event, timeline) => event.type === type && holds(lookupBy(event, timeline));
}

/** An attribute of the event itself, else the case's at that instant; `undefined` when both lack it. */
export function attributeOf(event: TimelineEvent, timeline: Timeline, attribute: string): unknown {
  const given = Object.hasOwn(event.source, attribute) ? event.source[attribute] : undefined;
  const own = timeline.taken(attribute, given);
  return own === undefined ? timeline.valueAt(attribute, event.at) : own;
}

/** Looks attributes up for an event. */
export const lookupBy =
  (event: TimelineEvent, timeline: Timeline): Lookup =>
  (attribute) =>
    attributeOf(event, timeline, attribute);
