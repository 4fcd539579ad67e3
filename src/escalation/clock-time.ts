import type { Timetable } from '../calendar/timetable.ts';
import type { Timeline } from '../case/timeline.ts';
import { DAY, type EpochMs, MINUTE } from '../instant/types.ts';
import { countings } from '../limit/countings.ts';
import { toLimit } from '../limit/parse-limit.ts';
import { spanEnd } from '../limit/span-due.ts';
import type { Limit, LimitInput } from '../limit/types.ts';
import { units } from '../limit/units.ts';
import { usedTime } from '../limit/used-time.ts';
import type { RunTiming, Stage } from '../standards/kind.ts';
import type { Run } from '../standards/settle.ts';
import { moved } from './moved.ts';
import type { Firing, LadderHours } from './rung-time.ts';
import type { Rung } from './types.ts';

type ClockTrigger = Extract<Rung, { at: unknown }>['at'];

/** What brings a rung about, its limits read: a share of the time, or an offset from due. */
interface ClockRule {
  readonly share: number;
  readonly by: Limit | undefined;
  readonly before: boolean;
  readonly own: Timetable | undefined;
}

/** Compiles a rung that the clock of a standard brings about into a function that finds its firings. */
export function compileClockTime(trigger: ClockTrigger, { own }: LadderHours) {
  const before = 'before' in trigger;
  const standard = before ? trigger.before : 'after' in trigger ? trigger.after : trigger.of;
  const cause = before ? 'before-due' : 'after' in trigger ? 'after-due' : 'share';
  const rule: ClockRule = {
    share: 'share' in trigger ? (trigger.share as number) : 0,
    by: 'by' in trigger ? toLimit(trigger.by as LimitInput) : undefined,
    before,
    own,
  };
  return ({ asOf }: Timeline, runs: readonly Run[]): Firing[] =>
    runs.flatMap((one) => {
      if (one.standard !== standard) return [];
      const { timing, run } = one;
      if (timing === undefined) return [];
      const { from, endedAt, stages } = timing;
      const found = reach(rule, timing);
      const now = endedAt ?? asOf;
      const stage = found?.stage ?? stages.findLast((one) => isKnown(one, now));
      const reached = found?.reached ?? Number.POSITIVE_INFINITY;
      // A run that a change has ended before its due was known has no stage of its own.
      if (stage === undefined || (reached > asOf && one.due === null)) return [];
      const at = instantAt(rule, from, stage, Math.min(now, reached));
      const hours = own ?? stage.terms!.timetable;
      const basis = stages[0]!.since;
      return [{ at, reached, final: found?.at ?? at, run, repeat: 1, cause, basis, endedAt, hours }];
    });
}

const isKnown = ({ terms, clock }: Stage, t: EpochMs) => terms !== undefined && clock.dueAt(t) !== undefined;

/** The first instant at which a rung's instant, as known then, has come: that it keeps. */
function reach(rule: ClockRule, { from, endedAt, stages }: RunTiming) {
  for (const [n, stage] of stages.entries()) {
    const until = stages[n + 1]?.since ?? endedAt ?? Number.POSITIVE_INFINITY;
    const { since, clock } = stage;
    // What happens at one instant is known together.
    if (!isKnown(stage, since) || stages[n + 1]?.since === since) continue;
    const stopped = clock.stoppedSince !== undefined;
    // A stop of more than a year reaches nothing that it hasn't reached within one.
    const last = stopped ? Math.min(until, since + 400 * DAY) : until;
    for (let t = since; t <= last; ) {
      const at = instantAt(rule, from, stage, t);
      if (at <= t) return { at, reached: t, stage };
      t = stopped ? earliestAfter(rule, from, stage, t, at) : at;
    }
  }
  return undefined;
}

/** The instant of a rung as known at `t`, while due is; with no net time between from and due a share is at due. */
function instantAt(
  { share, by, before, own }: ClockRule,
  from: EpochMs,
  { terms, clock }: Stage,
  t: EpochMs,
) {
  const due = clock.dueAt(t)!.at;
  const { unit, timetable } = terms!;
  if (by !== undefined) return moved(due, by, own ?? timetable, before);
  const pauses = clock.stopsUntil(t);
  const net = usedTime(from, due, unit, timetable, pauses);
  if (net <= 0) return due;
  // The first ms at which that much is used; products of floats may be a little too large.
  const amount = Math.ceil(net * share - 1e-6) / MINUTE;
  const limit: Limit = { amount, unit: unit.working ? 'working minutes' : 'minutes' };
  return spanEnd({ from, limit, timetable, counting: countings.rolling, pauses });
}

/**
 * The earliest instant after `t` at which a rung may be reached that comes at `at` as known at `t`, the clock being
 * stopped: `Infinity` where due moves along with the stop for good.
 */
function earliestAfter(rule: ClockRule, from: EpochMs, stage: Stage, t: EpochMs, at: EpochMs): EpochMs {
  const { unit, timetable } = stage.terms!;
  const { ms, working } = unit;
  const hours = rule.own ?? timetable;
  const by = rule.by && units[rule.by.unit];
  const dueAt = (at: EpochMs) => stage.clock.dueAt(at)!.at;
  const pass = (a: EpochMs, b: EpochMs) => (working ? timetable.between(a, b) : b - a);
  const due = dueAt(t);
  let next = at;
  if (by === undefined) {
    // The stop eats up net time as long as it doesn't move due.
    const step = Math.max(1, Math.floor((pass(t, at) - 1) / rule.share));
    next = working ? timetable.add(t, step) : t + step;
    // While due stays, a longer stop only brings the rung nearer: what hasn't come by then hasn't come before.
    for (let jump = 2 ** 25; jump > next - t; jump /= 2)
      if (dueAt(t + jump) === due && instantAt(rule, from, stage, t + jump) > t + jump) return t + jump;
  }
  // A stop moves days by whole days, which jumps can't follow.
  if (ms === 0) return next;
  const alike =
    by === undefined || (by.ms > 0 && by.working === working && (!working || hours === timetable));
  if (alike && stage.clock.isEven) {
    const then = dueAt(next);
    return then > due && pass(due, then) === pass(t, next) ? Number.POSITIVE_INFINITY : next;
  }
  // Where due and the rung move along with the stop, the rung comes no nearer.
  for (let jump = 2 ** 25; jump > next - t; jump /= 2) {
    const then = dueAt(t + jump);
    const along = then - due === jump && instantAt(rule, from, stage, t + jump) - at === jump;
    const open = !by?.working || by.ms === 0 || hours.between(due, then) === jump;
    if (along && open && pass(due, then) === jump) return t + jump;
  }
  return next;
}
