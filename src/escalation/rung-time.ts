import type { Timetable } from '../calendar/timetable.ts';
import { compileWhen } from '../case/conditions.ts';
import { compileSelectors, type Selectors } from '../case/selector.ts';
import type { Timeline, TimelineEvent } from '../case/timeline.ts';
import type { EpochMs } from '../instant/types.ts';
import { toLimit } from '../limit/parse-limit.ts';
import type { LimitInput } from '../limit/types.ts';
import type { Run } from '../standards/settle.ts';
import { compileClockTime } from './clock-time.ts';
import { moved } from './moved.ts';
import type { Rung } from './types.ts';

/** When a rung fires, for which run and repeat. */
export interface Firing {
  /** As known now; it stands once it is reached. */
  readonly at: EpochMs;
  /** When it is reached if nothing happens; `Infinity`: not as things stand. */
  readonly reached: EpochMs;
  /** What `at` will be then. */
  readonly final: EpochMs;
  readonly run: number;
  readonly repeat: number;
  readonly cause: string;
  /** When its run came into being: the attributes known then decide whether its ladder applies. */
  readonly basis: EpochMs;
  /** When its run was done or ended otherwise; `null`: not yet. Absent where no run brings it about. */
  readonly endedAt?: EpochMs | null;
  /** The calendar on which its offsets count. */
  readonly hours: Timetable;
}

/** The calendars on which a ladder counts: its own or else the standard's, and the policy's where there is no standard. */
export interface LadderHours {
  readonly own: Timetable | undefined;
  readonly policy: Timetable;
}

type Firings = (timeline: Timeline, runs: readonly Run[]) => Firing[];

/** Compiles what brings a rung about into a function that finds its firings. Its parameters are resolved. */
export function compileRungTime(rung: Rung, hours: LadderHours): Firings {
  const first = 'at' in rung ? compileClockTime(rung.at, hours) : byEvents(rung, hours);
  const { every } = rung;
  const times = (rung.times as number | undefined) ?? 1;
  if (every === undefined) return first;
  const step = toLimit(every as LimitInput);
  return (timeline, runs) =>
    first(timeline, runs).flatMap((firing) => {
      const repeats = [firing];
      for (let repeat = 2, last = firing; repeat <= times; repeat++) {
        const at = moved(last.at, step, firing.hours);
        const final = moved(last.final, step, firing.hours);
        last = { ...last, at, final, reached: Math.max(final, last.reached), repeat };
        repeats.push(last);
      }
      return repeats;
    });
}

/** A rung that fires once a case: at the n-th event of its kind, or when its condition first holds. */
function byEvents(rung: Exclude<Rung, { at: unknown }>, { own, policy }: LadderHours): Firings {
  const matches = 'on' in rung ? nth(rung.on) : holds(rung);
  const hours = own ?? policy;
  const cause = 'on' in rung ? 'event' : 'attribute';
  return (timeline) => {
    const event = timeline.events.find(matches(timeline));
    if (event === undefined) return [];
    const { at } = event;
    return [{ at, reached: at, final: at, run: 1, repeat: 1, cause, basis: at, hours }];
  };
}

type Matches = (timeline: Timeline) => (event: TimelineEvent) => boolean;

function nth(on: Extract<Rung, { on: unknown }>['on']): Matches {
  const counted = typeof on === 'object' && 'count' in on;
  const matches = compileSelectors(counted ? on.event : (on as Selectors));
  const needed = counted ? (on.count as number) : 1;
  return (timeline) => {
    let seen = 0;
    return (event) => matches(event, timeline) && ++seen === needed;
  };
}

function holds({ when }: Extract<Rung, { when: unknown }>): Matches {
  const test = compileWhen(when);
  return (timeline) => (event) => test((attribute) => timeline.valueAt(attribute, event.at));
}
