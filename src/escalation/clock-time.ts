import type { Timeline } from '../case/timeline.ts';
import { DAY, type EpochMs, MINUTE } from '../instant/types.ts';
import { countings } from '../limit/countings.ts';
import { toLimit } from '../limit/parse-limit.ts';
import { spanEnd } from '../limit/span-due.ts';
import type { LimitInput } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { usedTime } from '../limit/used-time.ts';
import type { Run, RunTiming, Stage } from '../standards/kind.ts';
import { moved } from './moved.ts';
import type { Firing, LadderHours } from './rung-time.ts';
import type { Rung } from './types.ts';

type ClockTrigger = Extract<Rung, { at: unknown }>['at'];

/** The instant of a rung as known at `t`; `undefined` while due is unknown. */
type Instant = (from: EpochMs, stage: Stage, t: EpochMs) => EpochMs | undefined;

/** The earliest instant from which a rung could be reached that isn't at `t`, where it is known to come at `at`. */
type Next = (stage: Stage, t: EpochMs, at: EpochMs) => EpochMs;

/** Compiles a rung that the clock of a standard brings about into a function that finds its firings. */
export function compileClockTime(trigger: ClockTrigger, { own }: LadderHours) {
  const [standard, cause] =
    'before' in trigger
      ? [trigger.before, 'before-due']
      : 'after' in trigger
        ? [trigger.after, 'after-due']
        : [trigger.of, 'share'];
  const { instant, next } = 'share' in trigger ? byShare(trigger.share as number) : byOffset(trigger, own);
  return ({ asOf }: Timeline, runs: readonly Run[]): Firing[] =>
    runs.flatMap(({ verdict, timing }) => {
      const present = timing?.stages.at(-1);
      if (verdict.standard !== standard || timing === undefined || present === undefined) return [];
      const { from, endedAt, stages } = timing;
      const found = reach(timing, instant, next);
      const { reached = Number.POSITIVE_INFINITY } = found ?? {};
      const at = reached <= asOf ? found?.at : instant(from, present, endedAt ?? asOf);
      if (at === undefined) return [];
      const hours = own ?? present.terms!.timetable;
      const basis = stages[0]!.since;
      const { run } = verdict;
      return [{ at, reached, final: found?.at ?? at, run, repeat: 1, cause, basis, endedAt, hours }];
    });
}

/** The first instant at which a rung's instant, as known then, has come: that it keeps. */
function reach({ from, endedAt, stages }: RunTiming, instant: Instant, next: Next) {
  for (const [n, stage] of stages.entries()) {
    const until = stages[n + 1]?.since ?? endedAt ?? Number.POSITIVE_INFINITY;
    // What happens at one instant is known together.
    if (until === stage.since && n + 1 < stages.length) continue;
    const stopped = stage.clock.stoppedSince !== undefined;
    // A stop of more than a year reaches nothing that it hasn't reached within one.
    const last = stopped ? Math.min(until, stage.since + 400 * DAY) : until;
    for (let t = stage.since; t <= last; ) {
      const at = instant(from, stage, t);
      if (at === undefined) break;
      if (at <= t) return { at, reached: t };
      t = stopped ? next(stage, t, at) : at;
    }
  }
  return undefined;
}

/** With no net time between from and due a share of it is at due. */
function byShare(share: number): { instant: Instant; next: Next } {
  return {
    instant(from, { terms, clock }, t) {
      const due = clock.dueAt(t)?.at;
      if (terms === undefined || due === undefined) return undefined;
      const { limit, timetable } = terms;
      const pauses = clock.stopsUntil(t);
      const net = usedTime(from, due, limit, timetable, pauses);
      if (net <= 0) return due;
      const unit = units[limit.unit].working ? 'working minutes' : 'minutes';
      // The first ms at which that much is used; products of floats may be a little too large.
      const amount = Math.ceil(net * share - 1e-6) / MINUTE;
      return spanEnd({ from, limit: { amount, unit }, timetable, counting: countings.rolling, pauses });
    },
    // The stop eats up net time as long as it doesn't move due.
    next(stage, t, at) {
      const { working, timetable, pass, due } = measures(stage);
      const step = Math.max(1, Math.floor((pass(t, at) - 1) / share));
      const then = working ? timetable.add(t, step) : t + step;
      return due(then) > due(t) && pass(due(t), due(then)) === step ? Number.POSITIVE_INFINITY : then;
    },
  };
}

function byOffset(
  trigger: Exclude<ClockTrigger, { share: unknown }>,
  own: LadderHours['own'],
): { instant: Instant; next: Next } {
  const by = toLimit(trigger.by as LimitInput);
  const before = 'before' in trigger;
  const { working, ms } = units[by.unit];
  const instant: Instant = (_, { terms, clock }, t) => {
    const due = clock.dueAt(t)?.at;
    if (terms === undefined || due === undefined) return undefined;
    return moved(due, by, own ?? terms.timetable, before);
  };
  return {
    instant,
    next(stage, t, at) {
      const clock = measures(stage);
      const hours = own ?? clock.timetable;
      const { due } = clock;
      const alike = ms > 0 && working === clock.working && (!working || hours === clock.timetable);
      if (alike && due(at) > due(t) && clock.pass(due(t), due(at)) === clock.pass(t, at)) {
        return Number.POSITIVE_INFINITY;
      }
      // Where due and the rung move along with the stop, the rung comes no nearer.
      for (let jump = 2 ** 25; jump > at - t; jump /= 2) {
        const [a, b] = [due(t), due(t + jump)];
        const along = b - a === jump && instant(0, stage, t + jump)! - at === jump;
        const open = !working || ms === 0 || hours.between(a, b) === jump;
        if (along && open && clock.pass(a, b) === jump) return t + jump;
      }
      return at;
    },
  };
}

/** The due instants of a stage, and time as its limit measures it. */
function measures({ terms, clock }: Stage) {
  const { limit, timetable } = terms!;
  const { working } = units[limit.unit];
  return {
    timetable,
    working,
    due: (t: EpochMs) => clock.dueAt(t)!.at,
    pass: (a: EpochMs, b: EpochMs) => usedTime(a, b, limit, timetable, []),
  };
}
