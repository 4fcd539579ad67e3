// Ladders played the slow way: minute by minute, or for long stretches quarter of an hour by quarter of an hour,
// knowing at each only what had happened by then. One file, as an oracle is checked by reading it from top to bottom.
// No code is shared with the package: calendars are functions of the instant, sums are walks. Every instant that an
// event, a calendar or a limit names lies on a step; what shares come to may lie between.

export const MINUTE = 60_000;
export const QUARTER = 15 * MINUTE;
const HOUR = 4 * QUARTER;
const DAY = 96 * QUARTER;
/** Monday 12 October 2026, 00:00 in Shanghai. */
export const START = Date.UTC(2026, 9, 11, 16);

export interface SimEvent {
  readonly type: string;
  readonly at: number;
  readonly [attribute: string]: unknown;
}
export interface SimSpan {
  readonly amount: number;
  readonly unit: 'minutes' | 'working minutes' | 'hours' | 'working hours' | 'days' | 'working days';
}
export type SimRung = {
  readonly id: string;
  readonly level: number;
  readonly to: 'boss' | 'by-priority';
  readonly deliver?: boolean;
  readonly repeat?: { readonly every: SimSpan; readonly times: number };
  readonly takenBy?: string;
} & (
  | { readonly share: number }
  | { readonly before: SimSpan }
  | { readonly after: SimSpan }
  | { readonly on: string; readonly count: number }
  | { readonly claim: string }
);
export interface SimWorld {
  /** By the case's priority, `high` or `low`, as of the run's start, or as of the latest change before due. */
  readonly limits: { readonly high: SimSpan; readonly low: SimSpan };
  readonly recalculates: boolean;
  readonly each: 'first' | 'run';
  /** Whether the ladder counts on a calendar of its own. */
  readonly shifts: boolean;
  readonly rungs: readonly SimRung[];
  readonly priority: 'high' | 'low';
  readonly events: readonly SimEvent[];
}
export interface SimEscalation {
  readonly key: string;
  readonly at: number;
  readonly deliverAt: number;
  readonly to: string;
  readonly state: string;
  readonly lateTaken: number | undefined;
}

type Open = (at: number) => boolean;
type Stops = readonly (readonly [number, number])[];

/** Whether the step that begins at an instant, or holds it, is open: 09:00-12:00 and 13:00-18:00, Wednesday 14th and weekends off. */
const office: Open = (at) => isWorkday(at) && within(at, 9, 12, 13, 18);
/** 06:00 to 10:00 and 20:00 to 24:00 on every day but Wednesday 14th. */
const shifts: Open = (at) => dayOf(at) !== 2 && within(at, 6, 10, 20, 24);
const always: Open = () => true;

const dayOf = (at: number) => Math.floor((at - START) / DAY);
const clockOf = (at: number) => at - START - dayOf(at) * DAY;
const isWorkday = (at: number) => dayOf(at) !== 2 && ((dayOf(at) % 7) + 7) % 7 < 5;
function within(at: number, ...bounds: readonly [number, number, number, number]): boolean {
  const [a, b, c, d] = bounds.map((hour) => hour * HOUR) as [number, number, number, number];
  const clock = clockOf(at);
  return (clock >= a && clock < b) || (clock >= c && clock < d);
}

/** How far a simulation goes at a time; what counts is the same all through a step. */
let step = QUARTER;

const nextStep = (at: number) => Math.floor((at - START) / step + 1) * step + START;

/** Walks on until `amount` ms have counted. */
function walk(from: number, amount: number, counts: Open): number {
  let at = from;
  for (let left = amount; left > 0; ) {
    const end = nextStep(at);
    const length = counts(at) ? Math.min(end - at, left) : 0;
    left -= length;
    at = left === 0 ? at + length : end;
  }
  return at;
}

function walkBack(from: number, amount: number, counts: Open): number {
  let at = from;
  for (let left = amount; left > 0; ) {
    const start = Math.ceil((at - START) / step - 1) * step + START;
    const length = counts(start) ? Math.min(at - start, left) : 0;
    left -= length;
    at = left === 0 ? at - length : start;
  }
  return at;
}

const isStopped = (stops: Stops, at: number) => stops.some(([a, b]) => at >= a && at < b);

/** How much has counted between two instants, both on steps but for the ends of shares. */
function counted(from: number, to: number, counts: Open): number {
  let sum = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(to, nextStep(at));
    if (counts(at)) sum += end - at;
    at = end;
  }
  return sum;
}

const isWorking = (unit: SimSpan['unit']) => unit.startsWith('working');

/** In ms; `undefined` of days. */
function lengthOf({ amount, unit }: SimSpan): number | undefined {
  if (unit.endsWith('minutes')) return amount * MINUTE;
  return unit.endsWith('hours') ? amount * HOUR : undefined;
}

/** An offset from an instant: hours on a calendar, days at the same time of day. */
function offset(from: number, { amount, unit }: SimSpan, hours: Open, back: boolean): number {
  const go = back ? walkBack : walk;
  const length = lengthOf({ amount, unit });
  if (length !== undefined) return go(from, length, isWorking(unit) ? hours : always);
  if (unit === 'days') return from + (back ? -amount : amount) * DAY;
  const works = (day: number) => [...Array(96).keys()].some((n) => hours(START + day * DAY + n * QUARTER));
  let day = dayOf(from);
  let clock = clockOf(from);
  if (!works(day)) {
    clock = 0;
    while (!works(day)) day += 1;
  }
  for (let left = amount; left > 0; left -= works(day) ? 1 : 0) day += back ? -1 : 1;
  return START + day * DAY + clock;
}

/** The limit of a run from its start, knowing these stops. */
function dueOf(from: number, { amount, unit }: SimSpan, stops: Stops): number {
  if (lengthOf({ amount, unit }) !== undefined) return lengthen(from, { amount, unit }, stops);
  let end = START;
  let left = amount;
  for (let day = dayOf(from) + 1; left > 0; day++) {
    const start = START + day * DAY;
    if (unit === 'working days' && !isWorkday(start)) continue;
    end = start + (unit === 'days' ? DAY : 18 * HOUR);
    if (!isStopped(stops, end - 1)) left -= 1;
  }
  return end;
}

function lengthen(from: number, span: SimSpan, stops: Stops): number {
  const open = isWorking(span.unit) ? office : always;
  return walk(from, lengthOf(span)!, (at) => open(at) && !isStopped(stops, at));
}

/** What is known of one run at an instant. */
interface Known {
  readonly from: number;
  limit: SimSpan;
  stops: (readonly [number, number])[];
  stoppedSince: number | undefined;
  grants: { readonly at: number; readonly until?: number; readonly duration?: SimSpan }[];
  end: number | undefined;
}

const stopsAt = ({ stops, stoppedSince }: Known, t: number): Stops =>
  stoppedSince === undefined ? stops : [...stops, [stoppedSince, t]];

/** An `until` brings no due forward, and settles what came before it: later stops don't reach that. */
function dueAt(known: Known, t: number): number {
  const stops = stopsAt(known, t);
  const fixing = known.grants.findLastIndex(({ until }) => until !== undefined);
  const settledAt = known.grants[fixing]?.at ?? Number.POSITIVE_INFINITY;
  const settled = stops.map(([a, b]) => [a, Math.min(b, settledAt)] as const);
  let due = dueOf(known.from, known.limit, settled);
  for (const [n, { until, duration }] of known.grants.entries())
    due = until === undefined ? lengthen(due, duration!, n < fixing ? settled : stops) : Math.max(due, until);
  return due;
}

/** One firing of a rung on its way: where it stands at the step reached so far. */
interface Firing {
  readonly rung: SimRung;
  readonly run: number;
  readonly repeat: number;
  readonly basis: number;
  readonly timed: boolean;
  at: number;
  reached: boolean;
  state: string;
  lateTaken?: number;
}

const endings = ['closed', 'withdrawn'];

/** All rungs of the case at an instant on a step, played from its beginning in steps of so many ms. */
export function simulate(world: SimWorld, asOf: number, steps = QUARTER): SimEscalation[] {
  step = steps;
  return new Simulation(world, asOf).play();
}

class Simulation {
  readonly #world: SimWorld;
  readonly #asOf: number;
  readonly #hours: Open;
  readonly #events: readonly SimEvent[];
  readonly #runs: Known[] = [];
  readonly #firings: Firing[] = [];

  constructor(world: SimWorld, asOf: number) {
    this.#world = world;
    this.#asOf = asOf;
    this.#hours = world.shifts ? shifts : office;
    this.#events = world.events.filter(({ at }) => at <= asOf).toSorted((a, b) => a.at - b.at);
  }

  play(): SimEscalation[] {
    const first = this.#events[0]?.at ?? this.#asOf;
    for (let t = first; t <= this.#asOf; t += step) {
      const now = this.#events.filter(({ at }) => at === t);
      this.#reachTimed(t, false, now);
      for (const event of now) this.#take(event);
      this.#reachTimed(t, now.length > 0, now);
      this.#reachByEvents(t, now);
      for (const firing of this.#firings) this.#judge(firing, t);
    }
    return this.#firings.map((firing) => this.#told(firing)).filter((told) => told !== undefined);
  }

  /** What an event does to the runs. */
  #take(event: SimEvent): void {
    const { type, at } = event;
    for (const run of this.#runs) {
      if (run.end !== undefined) continue;
      const due = dueAt(run, at);
      if (type === 'replied' || (type === 'withdrawn' && at <= due)) run.end = at;
      else if (type === 'extended' && at < due) {
        if (event.until === undefined) run.grants.push({ at, duration: event.duration as SimSpan });
        else if ((event.until as number) > due) run.grants.push({ at, until: event.until as number });
      } else if (type === 'changed' && this.#world.recalculates && at < due) {
        run.limit = this.#world.limits[this.#priorityAt(at)];
      } else if (type === 'paused' && at <= due) run.stoppedSince ??= at;
      else if (type === 'resumed' && run.stoppedSince !== undefined) {
        run.stops.push([run.stoppedSince, at]);
        run.stoppedSince = undefined;
      }
    }
    if (type === 'received' && (this.#world.each === 'run' || this.#runs.length === 0)) this.#begin(event);
  }

  #begin(event: SimEvent): void {
    const { at } = event;
    const before = this.#events.slice(0, this.#events.indexOf(event));
    const last = before.findLast(({ type }) => type === 'paused' || type === 'resumed');
    this.#runs.push({
      from: at,
      limit: this.#world.limits[this.#priorityAt(at)],
      stops: [],
      stoppedSince: last?.type === 'paused' ? at : undefined,
      grants: [],
      end: undefined,
    });
    for (const rung of this.#world.rungs) {
      if ('on' in rung || 'claim' in rung) continue;
      this.#add(rung, { run: this.#runs.length, basis: at, timed: true });
    }
  }

  #add(rung: SimRung, more: Pick<Firing, 'run' | 'basis' | 'timed'>): void {
    for (let repeat = 1; repeat <= (rung.repeat?.times ?? 1); repeat++) {
      this.#firings.push({ rung, repeat, ...more, at: Number.NaN, reached: false, state: 'upcoming' });
    }
  }

  /** What is now known to have come of the rungs by the clock; while nothing moves them they are not worked out again. */
  #reachTimed(t: number, changed: boolean, now: readonly SimEvent[]): void {
    for (const firing of this.#firings) {
      const run = this.#runs[firing.run - 1]!;
      if (!firing.timed || firing.reached || run.end !== undefined) continue;
      const stopped = run.stoppedSince !== undefined;
      if (changed || stopped || Number.isNaN(firing.at)) firing.at = this.#instant(firing, run, t);
      // What comes between two steps comes before the end at the second.
      firing.reached = firing.at < t || (firing.at === t && !this.#ends(run, t, now));
    }
  }

  /** Whether one of the events of this instant ends the run: then nothing is reached at this very instant. */
  #ends(run: Known, t: number, now: readonly SimEvent[]): boolean {
    return now.some(({ type }) => type === 'replied' || (type === 'withdrawn' && t <= dueAt(run, t)));
  }

  #reachByEvents(t: number, now: readonly SimEvent[]): void {
    for (const rung of this.#world.rungs) {
      if (!('on' in rung || 'claim' in rung) || this.#firings.some((firing) => firing.rung === rung))
        continue;
      const holds =
        'on' in rung
          ? this.#events.filter(({ type, at }) => type === rung.on && at <= t).length >= rung.count
          : now.length > 0 &&
            this.#events.findLast(({ at, claim }) => at <= t && claim !== undefined)?.claim === rung.claim;
      if (holds) this.#add(rung, { run: 1, basis: t, timed: false });
    }
    for (const firing of this.#firings) {
      if (firing.timed || firing.reached) continue;
      firing.at = this.#repeated(firing, firing.basis);
      firing.reached = firing.at <= t;
    }
  }

  #repeated({ rung, repeat }: Firing, first: number): number {
    let at = first;
    for (let n = 1; n < repeat; n++) at = offset(at, rung.repeat!.every, this.#hours, false);
    return at;
  }

  /** When a rung by the clock comes, as known at `t`; a repeat follows the one before. */
  #instant(firing: Firing, run: Known, t: number): number {
    const { rung } = firing;
    const first = this.#firings.find(
      (other) => other.rung === rung && other.run === firing.run && other.reached,
    );
    if (first !== undefined) return this.#repeated(firing, first.repeat === 1 ? first.at : Number.NaN);
    const due = dueAt(run, t);
    const stops = stopsAt(run, t);
    const at =
      'share' in rung
        ? this.#share(rung.share, run, due, stops)
        : 'before' in rung
          ? offset(due, rung.before, this.#hours, true)
          : offset(due, (rung as { after: SimSpan }).after, this.#hours, false);
    return this.#repeated(firing, at);
  }

  #share(share: number, { from, limit }: Known, due: number, stops: Stops): number {
    const open = isWorking(limit.unit) ? office : always;
    const counts: Open = (at) => open(at) && !isStopped(stops, at);
    const net = counted(from, due, counts);
    return net === 0 ? due : walk(from, net * share, counts);
  }

  /** What becomes of a rung at `t`, knowing what became of it before. */
  #judge(firing: Firing, t: number): void {
    const { rung, at, timed, basis } = firing;
    const end = timed ? this.#runs[firing.run - 1]!.end : this.#caseEnd(basis, at, t);
    if (firing.state === 'upcoming' || firing.state === 'cancelled') {
      const over = end !== undefined && (timed ? !firing.reached : end <= at);
      firing.state = over ? 'cancelled' : firing.reached ? 'due' : 'upcoming';
    }
    if (firing.state !== 'due') return;
    const ends = [end, this.#caseEnd(basis, at, t)].filter((one) => one !== undefined);
    for (const other of this.#firings) {
      const above = other.timed && other.reached && other.run === firing.run;
      if (above && other.rung.level > rung.level && other.at > at) ends.push(other.at);
    }
    const window = Math.min(...ends);
    const taken = this.#events.find(
      (event) => event.at <= t && (event.at < window || event.at <= at) && isTaken(rung, event),
    );
    if (taken !== undefined) {
      firing.state = 'taken';
      if (taken.at > at) firing.lateTaken = taken.at - at;
    } else if (window <= t) firing.state = 'missed';
  }

  /** The end of the case as known at `t`: one that was reopened by the rung's instant hadn't ended. */
  #caseEnd(basis: number, rungAt: number, t: number): number | undefined {
    const after = this.#events.filter(({ at }) => at > basis && at <= t);
    const reopened = after.findLast(({ type, at }) => type === 'reopened' && at <= rungAt);
    const since = reopened === undefined ? 0 : after.indexOf(reopened);
    return after.slice(since).find(({ type }) => endings.includes(type))?.at;
  }

  #priorityAt(t: number): 'high' | 'low' {
    const set = this.#events.findLast(({ at, priority }) => at <= t && priority !== undefined);
    return (set?.priority as 'high' | 'low' | undefined) ?? this.#world.priority;
  }

  #told(firing: Firing): SimEscalation | undefined {
    const { rung, run, repeat, state, lateTaken, timed, basis } = firing;
    let { at } = firing;
    if (!firing.reached && timed) {
      const known = this.#runs[run - 1]!;
      at = this.#instant(firing, known, known.end ?? this.#asOf);
    }
    let deliverAt = at;
    if (rung.deliver === true) while (!this.#hours(deliverAt)) deliverAt = nextStep(deliverAt);
    const to = rung.to === 'boss' ? 'boss' : `${this.#priorityAt(Math.max(at, basis))}-desk`;
    return { key: `T-1/l/${rung.id}/${run}/${repeat}`, at, deliverAt, to, state, lateTaken };
  }
}

function isTaken({ takenBy, level }: SimRung, { type, level: given }: SimEvent): boolean {
  return takenBy === undefined ? type === 'escalated' && (given as number) >= level : type === takenBy;
}
