import { isWorkingTime } from '../../src/calendar/is-working-time.ts';
import type { CalendarSpec } from '../../src/calendar/spec.ts';
import { workingTimeBetween } from '../../src/calendar/working-time-between.ts';
import { dueAt } from '../../src/limit/due-at.ts';
import type { CountingName, LimitText } from '../../src/limit/types.ts';

// Deadlines judged the slow way, by the text: sort, walk, and work out everything anew at each event. Instants are
// epoch ms; limits are texts; no code is shared with the standards, only the public calendar functions and dueAt.
// One file, longer than others, because it is one walk over one case with one state: who doubts a verdict reads it from
// top to bottom and needs nothing else.

type Data = Readonly<Record<string, unknown>>;
export interface NaiveEvent extends Data {
  readonly type: string;
  readonly at: number;
}
export interface NaiveCase extends Data {
  readonly id: string;
  readonly events: readonly NaiveEvent[];
}
export type NaiveSelector = string | { readonly event: string; readonly when?: Data };
type Selectors = NaiveSelector | readonly NaiveSelector[];
type Rule = string | Data;
export interface NaiveStandard {
  readonly id: string;
  readonly when?: Data;
  readonly from: Selectors;
  readonly to: Selectors | { readonly all: readonly NaiveSelector[] };
  readonly within: Rule;
  readonly each?: string;
  readonly match?: string;
  readonly restartOn?: Selectors;
  readonly exemptOn?: Selectors;
  readonly onChange?: string;
  readonly pause?: { readonly on: Selectors; readonly off: Selectors } | { readonly while: Data };
  readonly calendar?: string;
  readonly counting?: string;
  readonly severity?: string;
}
export interface NaivePolicy {
  readonly calendar: CalendarSpec;
  readonly calendars: Readonly<Record<string, CalendarSpec>>;
  readonly counting: string;
  readonly parameters: Data;
}
export interface NaiveVerdict {
  readonly run: number;
  readonly severity: string;
  readonly status: string;
  readonly from: number | null;
  readonly due: number | null;
  readonly done: number | null;
  readonly reason: string | undefined;
  readonly missing: readonly string[] | undefined;
  readonly usedMs: number | null;
  readonly overMs: number | null;
  readonly pausedMs: number | null;
  readonly remainingMs: number | null;
  readonly clock: string;
  readonly owner: string | undefined;
}

/** A verdict before it says how much it counts. */
type Judgement = Omit<NaiveVerdict, 'severity'>;

const DAY = 86_400_000;

/** All verdicts on one standard, in the order of their runs. */
export function naiveVerdicts(
  policy: NaivePolicy,
  standard: NaiveStandard,
  input: NaiveCase,
  asOf: number,
): NaiveVerdict[] {
  const world = new World(policy, standard, input, asOf);
  // Advice is judged as any promise is, and says that it is advice.
  return world.verdicts().map((verdict) => ({ ...verdict, severity: standard.severity ?? 'hard' }));
}

interface Terms {
  readonly limit: string;
  readonly calendar: CalendarSpec;
  readonly counting: string;
}
type Allowed =
  | { readonly limit: string; readonly promised?: never; readonly terms: Terms }
  | { readonly promised: string; readonly limit?: never; readonly terms: Terms }
  | { readonly lacks: string[] };

interface NaiveRun {
  readonly start: number;
  readonly key: unknown;
  since: number;
  end?: { readonly index: number; readonly as: string };
  allowed: Allowed;
  promise: number | undefined;
  grants: { readonly at: number; readonly until?: number; readonly duration?: string }[];
  stops: [number, number][];
  stopped: number | undefined;
}

class World {
  readonly events: readonly NaiveEvent[];
  readonly #policy: NaivePolicy;
  readonly #standard: NaiveStandard;
  readonly #input: NaiveCase;
  readonly #asOf: number;
  readonly #lacks: string[] = [];

  constructor(policy: NaivePolicy, standard: NaiveStandard, input: NaiveCase, asOf: number) {
    this.#policy = policy;
    this.#standard = standard;
    this.#input = input;
    this.#asOf = asOf;
    this.events = input.events
      .map((event, index) => ({ event, index }))
      .filter(({ event }) => event.at <= asOf)
      .sort((a, b) => a.event.at - b.event.at || a.index - b.index)
      .map(({ event }) => event);
  }

  verdicts(): Judgement[] {
    const standard = this.#standard;
    // What a condition needs and nobody has set makes every verdict undetermined.
    for (const test of Object.values(standard.when ?? {})) {
      if (isReference(test) && this.#parameter(test.parameter) === undefined)
        this.#lacks.push(test.parameter);
    }
    const starts = this.events.map((event) => this.#is(event, standard.from));
    if (!starts.includes(true)) {
      const named = listed(standard.from).some(
        (one) => (typeof one === 'string' ? one : one.event) === 'received',
      );
      const received = this.events.some(({ type }) => type === 'received');
      return named && !received && this.#applies(this.#asOf) ? [unstarted] : [];
    }
    const runs: NaiveRun[] = [];
    let begun = false;
    this.events.forEach((event, index) => {
      const existing = runs.filter((run) => run.since < index);
      let keys: unknown[] = [];
      if (standard.restartOn !== undefined && this.#is(event, standard.restartOn))
        keys = this.#restarted(index, existing);
      if (keys.length === 0 && starts[index] === true) {
        const key = this.#key(event);
        const waiting = existing.some(
          (run) => run.key === key && (run.end === undefined || run.end.index >= index),
        );
        const opens = standard.each === 'run' || (standard.each === 'oldest-unanswered' ? !waiting : true);
        if (standard.each === 'run' || standard.each === 'oldest-unanswered' ? opens : !begun) {
          begun = true;
          keys = [key];
        }
      }
      for (const key of keys) {
        const run = this.#walk(index, key, existing.length === 0);
        if (run !== undefined) runs.push(run);
      }
    });
    return runs
      .map((run, order) => ({ run, order }))
      .sort((a, b) => a.run.since - b.run.since || a.order - b.order)
      .map(({ run }, place) => this.#verdict(run, place + 1));
  }

  #restarted(index: number, existing: readonly NaiveRun[]): unknown[] {
    const { match } = this.#standard;
    const own = match === undefined ? undefined : this.events[index]?.[match];
    if (own !== undefined) return existing.some((run) => run.key === own) ? [own] : [];
    if (existing.length === 0) return [];
    const ended = existing.filter((run) => run.end?.as === 'restarted' && run.end.index === index);
    const keys = (ended.length > 0 ? ended : [existing[existing.length - 1]]).map((run) => run?.key);
    return keys.filter((key, place) => keys.indexOf(key) === place);
  }

  #walk(start: number, key: unknown, first: boolean): NaiveRun | undefined {
    const standard = this.#standard;
    const { events } = this;
    const from = events[start]!;
    const recalculates = standard.onChange === 'recalculate';
    let applies = this.#applies(from.at);
    if (!applies && !recalculates) return undefined;
    const run: NaiveRun = {
      start,
      key,
      since: applies ? start : Number.POSITIVE_INFINITY,
      allowed: this.#allowed(from.at),
      promise: undefined,
      grants: [],
      stops: [],
      stopped: undefined,
    };
    this.#takePromise(run, from.at);
    if (this.#pausedAfter(start)) run.stopped = from.at;
    let left: NaiveRun['end'];
    const finish = (end: NaiveRun['end']): NaiveRun | undefined => {
      if (run.since === Number.POSITIVE_INFINITY) return undefined;
      const how = applies ? end : left;
      return how === undefined ? run : { ...run, end: how };
    };
    const fulfils = (index: number) => this.#fulfils(index, first ? 0 : start + 1, start, key);
    if (first) {
      for (let n = 0; n < start; n++) if (fulfils(n)) return finish({ index: n, as: 'done' });
    }
    for (let n = start + 1; n < events.length; n++) {
      const event = events[n]!;
      if (fulfils(n)) return finish({ index: n, as: 'done' });
      const due = this.#due(run, event.at);
      const over = applies && due !== undefined && event.at > due;
      if (!over && this.#is(event, standard.exemptOn ?? ['withdrawn', 'merged', 'invalidated'])) {
        return finish({ index: n, as: event.type });
      }
      if (standard.restartOn !== undefined && run.since < n && this.#is(event, standard.restartOn)) {
        const own = standard.match === undefined ? undefined : event[standard.match];
        if (own === undefined || own === key) return finish({ index: n, as: 'restarted' });
      }
      const early = !applies || due === undefined || event.at < due;
      if (early && (event.type === 'changed' || event.type === 'promised')) {
        if (recalculates && !this.#applies(event.at)) {
          if (applies) left = { index: n, as: 'no-longer-applicable' };
          applies = false;
        } else {
          if (recalculates) run.allowed = this.#allowed(event.at);
          this.#takePromise(run, event.at);
          const now = this.#due(run, event.at);
          if (!applies && (now === undefined || event.at < now)) {
            applies = true;
            run.since = Math.min(run.since, n);
          }
        }
      }
      if (early && event.type === 'extended') this.#grant(run, event, due);
      if (standard.pause === undefined) continue;
      if (this.#pausedAfter(n)) {
        if (early) run.stopped ??= event.at;
      } else if (run.stopped !== undefined) {
        if (event.at > run.stopped) run.stops.push([run.stopped, event.at]);
        run.stopped = undefined;
      }
    }
    return finish(undefined);
  }

  /** Whether the `to` is complete with the event at `index`, of those from `low` on that aren't the start itself. */
  #fulfils(index: number, low: number, start: number, key: unknown): boolean {
    const { to } = this.#standard;
    const counts = (n: number) => n !== start && this.#matches(this.events[n]!, key);
    if (typeof to !== 'object' || !('all' in to)) return counts(index) && this.#is(this.events[index]!, to);
    const until = (last: number) =>
      to.all.every((one) => {
        for (let n = low; n <= last; n++) if (counts(n) && this.#is(this.events[n]!, one)) return true;
        return false;
      });
    return until(index) && to.all.some((one) => counts(index) && this.#is(this.events[index]!, one));
  }

  #grant(run: NaiveRun, event: NaiveEvent, due: number | undefined): void {
    if (event.duration !== undefined) run.grants.push({ at: event.at, duration: event.duration as string });
    else if (event.until !== undefined && (due === undefined || (event.until as number) > due)) {
      run.grants.push({ at: event.at, until: event.until as number });
    }
  }

  /** When a run is due as known at `t`, worked out from nothing. */
  #due(run: NaiveRun, t: number): number | undefined {
    if ('lacks' in run.allowed) return undefined;
    const { terms, limit } = run.allowed;
    const from = this.events[run.start]!.at;
    if (limit === undefined && run.promise === undefined) return undefined;
    const options = { calendar: terms.calendar, counting: terms.counting as CountingName };
    const pauses = this.#stops(run, t);
    const last = run.grants.map(({ until }) => until !== undefined).lastIndexOf(true);
    const durationsFrom = (
      base: number,
      from: number,
      to: number,
      known: readonly (readonly [number, number])[],
    ) => {
      const durations = run.grants
        .slice(from, to)
        .flatMap(({ duration }) => (duration === undefined ? [] : [duration]));
      if (durations.length === 0) return base;
      // Long before, so that every extension counts.
      const at = base - 20 * DAY;
      const extensions = [
        { at, until: base },
        ...durations.map((duration) => ({ at, duration: duration as LimitText })),
      ];
      return dueAt(at, '1 second', { ...options, pauses: [...known], extensions }).at.getTime();
    };
    const settledAt = last < 0 ? Number.POSITIVE_INFINITY : run.grants[last]!.at;
    const settled = pauses
      .filter(([a]) => a < settledAt)
      .map(([a, b]) => [a, Math.min(b, settledAt)] as const);
    let due =
      limit === undefined
        ? run.promise!
        : dueAt(from, limit as LimitText, { ...options, pauses: settled }).at.getTime();
    let place = 0;
    for (let n = 0; n <= last; n++) {
      const { until } = run.grants[n]!;
      if (until === undefined) continue;
      due = Math.max(durationsFrom(due, place, n, settled), until);
      place = n + 1;
    }
    return durationsFrom(due, place, run.grants.length, pauses);
  }

  #stops(run: NaiveRun, t: number): (readonly [number, number])[] {
    return run.stopped === undefined || run.stopped >= t ? run.stops : [...run.stops, [run.stopped, t]];
  }

  #verdict(run: NaiveRun, number: number): Judgement {
    const from = this.events[run.start]!.at;
    const { end } = run;
    const at = end === undefined ? this.#asOf : this.events[end.index]!.at;
    const lacks = [...this.#lacks];
    if ('lacks' in run.allowed) lacks.push(...run.allowed.lacks);
    else if (run.allowed.promised !== undefined && run.promise === undefined)
      lacks.push(run.allowed.promised);
    const due = lacks.length > 0 ? undefined : this.#due(run, at);
    const kept = due !== undefined && at <= due;
    const exempt = end !== undefined && end.as !== 'done' && end.as !== 'restarted';
    const status = exempt
      ? 'exempt'
      : due === undefined
        ? 'undetermined'
        : end === undefined
          ? kept
            ? 'pending'
            : 'overdue'
          : end.as === 'restarted'
            ? kept
              ? 'exempt'
              : 'overdue'
            : kept
              ? 'met'
              : 'late';
    const terms = 'lacks' in run.allowed ? undefined : run.allowed.terms;
    const stops = this.#stops(run, at);
    const open = end === undefined && status !== 'undetermined';
    const working = terms?.limit.startsWith('working', terms.limit.indexOf(' ') + 1) === true;
    const net = (a: number, b: number): number => {
      if (terms === undefined || b <= a) return 0;
      const length = (x: number, y: number) => (working ? workingTimeBetween(x, y, terms.calendar) : y - x);
      const paused = stops
        .map(([x, y]) => [Math.max(x, a), Math.min(y, b)] as const)
        .filter(([x, y]) => x < y);
      return length(a, b) - paused.reduce((sum, [x, y]) => sum + length(x, y), 0);
    };
    return {
      run: number,
      status,
      from,
      due: due ?? null,
      done: end?.as === 'done' ? at : null,
      reason: status === 'exempt' ? end!.as : undefined,
      missing: status === 'undetermined' ? lacks : undefined,
      usedMs: terms === undefined ? null : net(from, at),
      overMs: due === undefined ? null : status === 'late' || status === 'overdue' ? at - due : 0,
      pausedMs: stops.reduce((sum, [a, b]) => sum + b - a, 0),
      remainingMs: open && due !== undefined ? net(at, due) : null,
      clock: !open
        ? 'stopped'
        : run.stopped !== undefined
          ? 'paused'
          : working && !isWorkingTime(at, terms!.calendar)
            ? 'closed-hours'
            : 'running',
      owner: this.#owner(due === undefined ? this.#asOf : Math.min(due, this.#asOf)),
    };
  }

  #owner(at: number): string | undefined {
    let owner: string | undefined;
    for (const event of this.events) {
      if (event.at > at) continue;
      if ((event.type === 'assigned' || event.type === 'transferred') && typeof event.to === 'string')
        owner = event.to;
      const { owner: given } = event.type === 'changed' ? (event.set as Data) : {};
      if (typeof given === 'string') owner = given;
    }
    const own = ['owner', 'agent', 'department'].map((name) => this.#value(name, at));
    return owner ?? (own.find((name) => typeof name === 'string') as string | undefined);
  }

  #allowed(at: number): Allowed {
    return this.#ruled(this.#standard.within, at, this.#standard);
  }

  #ruled(
    rule: Rule,
    at: number,
    where: { readonly calendar?: unknown; readonly counting?: unknown },
  ): Allowed {
    if (isReference(rule)) {
      const value = this.#parameter(rule.parameter);
      return value === undefined ? { lacks: [rule.parameter] } : this.#ruled(value as Rule, at, where);
    }
    const calendar =
      where.calendar === undefined
        ? this.#policy.calendar
        : this.#policy.calendars[where.calendar as string]!;
    const counting = (where.counting as string | undefined) ?? this.#policy.counting;
    if (typeof rule === 'string') return { limit: rule, terms: { limit: rule, calendar, counting } };
    if (typeof rule.promised === 'string') {
      return { promised: rule.promised, terms: { limit: '0 hours', calendar, counting } };
    }
    const rows = rule.table as readonly { readonly when: Data; readonly limit: Rule }[];
    for (const row of rows) {
      const tests = Object.entries(row.when).map(([name, test]) => ({
        name,
        test,
        value: this.#value(name, at),
      }));
      if (tests.some(({ test, value }) => value !== undefined && !passes(test, value))) continue;
      const absent = tests.find(({ value, test }) => value === undefined && !isExistence(test));
      if (tests.some(({ test, value }) => value === undefined && isExistence(test) && !passes(test, value)))
        continue;
      if (absent !== undefined) return { lacks: [absent.name] };
      return this.#ruled(row.limit, at, { ...where, ...row });
    }
    if (rule.otherwise !== undefined) return this.#ruled(rule.otherwise as Rule, at, where);
    const names = rows.flatMap((row) => Object.keys(row.when));
    return { lacks: names.filter((name, place) => names.indexOf(name) === place) };
  }

  #takePromise(run: NaiveRun, at: number): void {
    if ('lacks' in run.allowed || run.allowed.promised === undefined) return;
    if (run.promise !== undefined && this.#standard.onChange !== 'recalculate') return;
    const value = this.#value(run.allowed.promised, at);
    if (typeof value === 'number') run.promise = value;
  }

  #applies(at: number): boolean {
    return Object.entries(this.#standard.when ?? {}).every(([name, test]) => {
      if (!isReference(test)) return passes(test, this.#value(name, at));
      const set = this.#parameter(test.parameter);
      return set === undefined || passes(set, this.#value(name, at));
    });
  }

  #pausedAfter(index: number): boolean {
    const { pause } = this.#standard;
    if (pause === undefined) return false;
    if ('while' in pause) {
      return Object.entries(pause.while).every(([name, test]) =>
        passes(test, this.#value(name, this.events[index]!.at)),
      );
    }
    let paused = false;
    for (let n = 0; n <= index; n++) {
      if (this.#is(this.events[n]!, pause.on)) paused = true;
      else if (this.#is(this.events[n]!, pause.off)) paused = false;
    }
    return paused;
  }

  #key(event: NaiveEvent): unknown {
    const { match } = this.#standard;
    return match === undefined ? undefined : (event[match] ?? this.#value(match, event.at));
  }

  #matches(event: NaiveEvent, key: unknown): boolean {
    return this.#standard.match === undefined || (key !== undefined && this.#key(event) === key);
  }

  #is(event: NaiveEvent, selectors: Selectors): boolean {
    return listed(selectors).some((one) => {
      if (typeof one === 'string') return event.type === one;
      if (event.type !== one.event) return false;
      return Object.entries(one.when ?? {}).every(([name, test]) =>
        passes(test, event[name] ?? this.#value(name, event.at)),
      );
    });
  }

  #value(name: string, at: number): unknown {
    let value = this.#input[name];
    for (const event of this.events) {
      if (event.at > at) continue;
      // What a promise says of itself, such as its channel, says nothing of the case.
      const states = event.type === 'promised' && name !== 'channel';
      const set = event.type === 'changed' ? (event.set as Data) : states ? event : {};
      if (name in set) value = set[name];
    }
    return value;
  }

  #parameter(name: string): unknown {
    return this.#policy.parameters[name] ?? undefined;
  }
}

const unstarted: Judgement = {
  run: 1,
  status: 'undetermined',
  from: null,
  due: null,
  done: null,
  reason: undefined,
  missing: ['received'],
  usedMs: null,
  overMs: null,
  pausedMs: null,
  remainingMs: null,
  clock: 'stopped',
  owner: undefined,
};

const listed = (selectors: Selectors): readonly NaiveSelector[] =>
  Array.isArray(selectors) ? selectors : [selectors as NaiveSelector];

const isReference = (value: unknown): value is { readonly parameter: string } =>
  typeof value === 'object' && value !== null && 'parameter' in value;

const isExistence = (test: unknown): boolean => typeof test === 'object' && test !== null && 'exists' in test;

/** One test of a condition; only what the generator makes. */
function passes(test: unknown, value: unknown): boolean {
  if (isExistence(test)) return (test as { exists: boolean }).exists === (value !== undefined);
  if (value === undefined) return false;
  if (Array.isArray(test)) return test.some((one) => one === value);
  if (typeof test === 'object' && test !== null) {
    if ('not' in test) return !passes(test.not, value);
    return typeof value === 'number' && value >= (test as { gte: number }).gte;
  }
  return test === value;
}
