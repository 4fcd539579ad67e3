import { CaseError } from '../errors/case-error.ts';
import { ownError } from '../errors/own-error.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import type { EpochMs } from '../instant/types.ts';
import type { Lookup } from './conditions.ts';
import { none } from './none.ts';
import { repeatedEvents } from './repeated-events.ts';
import type { CaseEvent, CaseInput, Finding } from './types.ts';
import { isStandardAttribute } from './vocabulary.ts';

/** One event of a timeline: its instant as a number, and the event as it was given. */
export interface TimelineEvent {
  readonly type: string;
  /** Epoch ms. */
  readonly at: EpochMs;
  /** Position in the case's own `events`. */
  readonly index: number;
  readonly source: CaseEvent;
  /** Its instant as a `Date`, one for all verdicts, once somebody asks the timeline for it. */
  date: Date | undefined;
}

/** A case whose events are checked, in order (ties keep theirs) and not after `asOf`. */
export interface Timeline {
  readonly id: string;
  readonly source: CaseInput;
  /** The moment of evaluation, in epoch ms. */
  readonly asOf: EpochMs;
  readonly events: readonly TimelineEvent[];
  /** What is odd about the log as such; a new list each time. */
  readonly findings: Finding[];
  /** Whether its attributes have no history: they are the same at any instant. */
  readonly steady: boolean;
  /** An instant as a `Date`, the same one for all that an event shares. */
  dateAt(at: EpochMs): Date;
  /** The first event of a type. */
  first(type: string): TimelineEvent | undefined;
  /**
   * What an attribute was at an instant, by its history: the case's own value, then what `changed` events set and
   * `promised` events state; `undefined` when absent.
   */
  valueAt(attribute: string, at: EpochMs): unknown;
  /** The same for one instant. */
  lookupAt(at: EpochMs): Lookup;
  /** A value as an attribute may have it; any other, such as a list or NaN, counts as absent and is noted. */
  taken(attribute: string, value: unknown): unknown;
  /** Takes note that something hangs on an attribute that is absent: a company's own may be, one of the vocabulary not. */
  lack(attribute: string): void;
  /** Adds what was odd so far about the attributes that were asked for. */
  noteAttributes(found: Finding[]): void;
  /** The events that may hand the case to somebody. */
  readonly handovers: readonly TimelineEvent[];
  /** The number of each event's type among those that the judging policy names, 0 for all others. */
  readonly codes: readonly number[];
  /** The bits of these numbers. */
  readonly seen: number;
  classify(codes: ReadonlyMap<string, number>): void;
}

/**
 * Checks a case and puts its events in order.
 *
 * @throws {@link CaseError} `case.not-an-object`, `case.id`, `case.events`, `case.event`, `case.event-type`,
 * `case.event-instant`, with the path into the case.
 */
export function timelineOf(input: CaseInput, asOf: EpochMs): Timeline {
  if (typeof input !== 'object' || input === null)
    throw new CaseError('case.not-an-object', { given: input });
  const { id, events } = input as { id: unknown; events: unknown };
  if (typeof id !== 'string' || id.trim() === '')
    throw new CaseError('case.id', { given: id }, { path: ['id'] });
  if (!Array.isArray(events)) throw new CaseError('case.events', { given: events }, { path: ['events'] });
  return new CaseTimeline(id, input, asOf, events);
}

/** The bit of an event type's number; types whose numbers are 32 apart share one. */
export const bitOf = (code: number) => 1 << code;

/** Most cases have no such attribute: nothing is ever put in. */
const unnamed: Set<string> = new Set();

class CaseTimeline implements Timeline {
  declare readonly id: string;
  declare readonly source: CaseInput;
  declare readonly asOf: EpochMs;
  declare readonly events: readonly TimelineEvent[];
  declare codes: readonly number[];
  declare seen: number;
  declare readonly handovers: readonly TimelineEvent[];
  declare readonly steady: boolean;
  declare private readonly changes: readonly TimelineEvent[];
  declare private readonly late: readonly number[];
  declare private misread: Set<string>;
  declare private lacking: Set<string>;
  declare private latest: Lookup | undefined;
  declare private latestAt: EpochMs;

  constructor(id: string, source: CaseInput, asOf: EpochMs, given: readonly unknown[]) {
    this.id = id;
    this.source = source;
    this.asOf = asOf;
    this.codes = none;
    this.seen = 0;
    this.misread = unnamed;
    this.lacking = unnamed;
    const events: TimelineEvent[] = [];
    let late: number[] | undefined;
    let changes: TimelineEvent[] | undefined;
    let handovers: TimelineEvent[] | undefined;
    let sorted = true;
    let previous = 0;
    for (let index = 0; index < given.length; index++) {
      const event = checkedEvent(given[index], index);
      const { type, at } = event;
      if (at > asOf) {
        late = withMore(late, index);
        continue;
      }
      if (at < previous) sorted = false;
      previous = at;
      events.push(event);
      if (type === 'changed' || type === 'promised') changes = withMore(changes, event);
      if (type === 'changed' || type === 'assigned' || type === 'transferred')
        handovers = withMore(handovers, event);
    }
    this.events = events;
    this.late = late ?? none;
    this.changes = changes ?? none;
    this.steady = changes === undefined;
    this.handovers = handovers ?? none;
    if (!sorted) for (const list of [events, changes, handovers]) list?.sort(byInstant);
    this.latest = undefined;
    this.latestAt = 0;
  }

  dateAt(at: EpochMs): Date {
    for (const event of this.events) {
      if (event.at !== at) continue;
      event.date ??= new Date(at);
      return event.date;
    }
    return new Date(at);
  }

  first(type: string): TimelineEvent | undefined {
    for (const event of this.events) if (event.type === type) return event;
    return undefined;
  }

  classify(codes: ReadonlyMap<string, number>): void {
    const own: number[] = [];
    let seen = 0;
    for (const { type } of this.events) {
      const code = codes.get(type) ?? 0;
      seen |= bitOf(code);
      own.push(code);
    }
    this.codes = own;
    this.seen = seen;
  }

  lookupAt(at: EpochMs): Lookup {
    // Most standards of a case ask at its first event.
    if (this.latest === undefined || (at !== this.latestAt && !this.steady)) {
      this.latestAt = at;
      this.latest = (attribute) => this.valueAt(attribute, at);
    }
    return this.latest;
  }

  valueAt(attribute: string, at: EpochMs): unknown {
    for (let n = this.changes.length - 1; n >= 0; n--) {
      const change = this.changes[n]!;
      if (change.at > at) continue;
      const value = this.taken(attribute, setBy(change, attribute));
      if (value !== undefined) return value;
    }
    return this.taken(attribute, this.own(attribute));
  }

  taken(attribute: string, value: unknown): unknown {
    if (value === undefined || isValue(value)) return value;
    this.misread = withName(this.misread, attribute);
    return undefined;
  }

  lack(attribute: string): void {
    if (isStandardAttribute(attribute)) this.lacking = withName(this.lacking, attribute);
  }

  noteAttributes(found: Finding[]): void {
    const note = (code: string, attribute: string, message: string) =>
      found.push({ code: `attribute.${code}`, path: [attribute], message: `${attribute} is ${message}` });
    for (const attribute of this.lacking) note('missing', attribute, 'missing, which the policy reads');
    for (const attribute of this.misread)
      note('type', attribute, 'no text, number, true, false, null or instant: it counts as absent');
  }

  get findings(): Finding[] {
    const found: Finding[] = [];
    noteEvents(found, 'after-as-of', 'events after asOf are ignored', this.late);
    noteEvents(found, 'duplicate', 'events that repeat another one', repeatedEvents(this.events));
    return found;
  }

  private own(attribute: string): unknown {
    if (attribute === 'events' || !Object.hasOwn(this.source, attribute)) return undefined;
    return this.source[attribute];
  }
}

/** Notes what is odd about some events, if there are any. */
export function noteEvents(found: Finding[], what: string, message: string, events: readonly number[]): void {
  if (events.length > 0) found.push({ code: `event.${what}`, message, events });
}

const byInstant = (a: TimelineEvent, b: TimelineEvent) => a.at - b.at || a.index - b.index;

/** Most cases have none of these or one; a list that grows from nothing takes room for many. */
function withMore<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}

function withName(names: Set<string>, name: string): Set<string> {
  const own = names === unnamed ? new Set<string>() : names;
  return own.add(name);
}

function checkedEvent(event: unknown, index: number): TimelineEvent {
  if (typeof event !== 'object' || event === null) {
    throw new CaseError('case.event', { given: event }, { path: ['events', index] });
  }
  const { type, at } = event as { type: unknown; at: CaseEvent['at'] };
  if (typeof type !== 'string' || type === '') {
    throw new CaseError('case.event-type', { given: type }, { path: ['events', index, 'type'] });
  }
  return { type, at: instantOf(at, index), index, source: event as CaseEvent, date: undefined };
}

function instantOf(at: CaseEvent['at'], index: number): EpochMs {
  try {
    return toEpoch(at);
  } catch (error) {
    const path = ['events', index, 'at'];
    throw new CaseError('case.event-instant', { reason: ownError(error).message }, { path, cause: error });
  }
}

/** Text, a number, yes or no, nothing at all, or an instant in one of its forms. */
function isValue(value: unknown): boolean {
  if (typeof value === 'object')
    return (
      value === null || value instanceof Date || typeof (value as Temporal).epochMilliseconds === 'number'
    );
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

interface Temporal {
  readonly epochMilliseconds?: unknown;
}

/** What describes an event itself, and says nothing of the case. */
const aboutTheEvent = ['type', 'at', 'by', 'channel', 'role', 'to'];

/** What the event makes of an attribute: a `changed` by its `set`, a `promised` by an attribute of its own. */
function setBy({ type, source }: TimelineEvent, attribute: string): unknown {
  if (type === 'promised' && aboutTheEvent.includes(attribute)) return undefined;
  const set = type === 'changed' ? source.set : source;
  if (typeof set !== 'object' || set === null || !Object.hasOwn(set, attribute)) return undefined;
  return (set as Record<string, unknown>)[attribute];
}
