import { compileWhen, type When } from '../case/conditions.ts';
import { compileSelectors, type Selectors } from '../case/selector.ts';
import type { Timeline } from '../case/timeline.ts';
import { type EpochMs, MINUTE } from '../instant/types.ts';
import { countings } from '../limit/countings.ts';
import { toLimit } from '../limit/parse-limit.ts';
import { reckonDue } from '../limit/reckon.ts';
import { reckonBefore } from '../limit/reckon-before.ts';
import { spanEnd } from '../limit/span-due.ts';
import type { Limit, LimitInput } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { usedTime } from '../limit/used-time.ts';
import type { Run, RunTiming } from '../standards/kind.ts';
import type { Rung } from './types.ts';

/** When a rung fires, for which run and repeat; the attributes at `basis` decide whether its ladder applies. */
export interface Firing {
  readonly at: EpochMs;
  readonly run: number;
  readonly repeat: number;
  readonly cause: string;
  readonly basis: EpochMs;
  readonly timing?: RunTiming;
}

/** Compiles what brings a rung about into a function that finds its firings. Its parameters are resolved. */
export function compileRungTime(rung: Rung): (timeline: Timeline, runs: readonly Run[]) => Firing[] {
  const firings =
    'at' in rung ? byClock(rung.at) : 'on' in rung ? byEvents(rung.on) : byAttributes(rung.when);
  const { every } = rung;
  const times = (rung.times as number | undefined) ?? 1;
  if (every === undefined || times === 1) return firings;
  const step = toLimit(every as LimitInput);
  return (timeline, runs) =>
    firings(timeline, runs).flatMap((first) => {
      const repeats = [first];
      while (repeats.length < times) {
        const { at, timing } = repeats.at(-1)!;
        if (timing === undefined) break;
        repeats.push({ ...first, at: moved(at, step, timing, 'after'), repeat: repeats.length + 1 });
      }
      return repeats;
    });
}

type ClockTrigger = Extract<Rung, { at: unknown }>['at'];

function byClock(trigger: ClockTrigger): (timeline: Timeline, runs: readonly Run[]) => Firing[] {
  const standard = 'before' in trigger ? trigger.before : 'after' in trigger ? trigger.after : trigger.of;
  const cause = 'before' in trigger ? 'before-due' : 'after' in trigger ? 'after-due' : 'share';
  const instantOf = clockInstant(trigger);
  return (_, runs) =>
    runs.flatMap(({ verdict, timing }) => {
      if (verdict.standard !== standard || timing === undefined) return [];
      return [{ at: instantOf(timing), run: verdict.run, repeat: 1, cause, basis: timing.from, timing }];
    });
}

function clockInstant(trigger: ClockTrigger): (timing: RunTiming) => EpochMs {
  if ('share' in trigger) return (timing) => shareInstant(timing, trigger.share as number);
  const by = toLimit(trigger.by as LimitInput);
  const direction = 'before' in trigger ? 'before' : 'after';
  return (timing) => moved(timing.due, by, timing, direction);
}

/** The instant at which a share of the net time between from and due is used; due itself where there is none. */
function shareInstant({ from, due, limit, timetable, counting, stops }: RunTiming, share: number): EpochMs {
  const net = usedTime(from, due, limit, timetable, stops);
  if (net <= 0) return due;
  const unit = units[limit.unit].working ? 'working minutes' : 'minutes';
  return spanEnd({
    from,
    limit: { amount: (net * share) / MINUTE, unit },
    timetable,
    counting,
    pauses: stops,
  });
}

/** An offset on the standard's own calendar; days are rolling. */
function moved(at: EpochMs, limit: Limit, { timetable }: RunTiming, direction: 'before' | 'after'): EpochMs {
  const terms = { from: at, limit, timetable, counting: countings.rolling };
  return (direction === 'before' ? reckonBefore(terms) : reckonDue(terms)).at;
}

function byEvents(on: Extract<Rung, { on: unknown }>['on']): (timeline: Timeline) => Firing[] {
  const counted = typeof on === 'object' && 'count' in on;
  const matches = compileSelectors(counted ? on.event : (on as Selectors));
  const needed = counted ? (on.count as number) : 1;
  return (timeline) => {
    let seen = 0;
    for (const event of timeline.events) {
      if (!matches(event, timeline)) continue;
      seen += 1;
      if (seen === needed) return [{ at: event.at, run: 1, repeat: 1, cause: 'event', basis: event.at }];
    }
    return [];
  };
}

function byAttributes(when: When): (timeline: Timeline) => Firing[] {
  const holds = compileWhen(when);
  return (timeline) => {
    for (const { at } of timeline.events) {
      if (!holds((attribute) => timeline.valueAt(attribute, at))) continue;
      return [{ at, run: 1, repeat: 1, cause: 'attribute', basis: at }];
    }
    return [];
  };
}
