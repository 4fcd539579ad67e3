import { instantAt } from '../calendar/instant-at.ts';
import type { Calendar, CalendarSpec } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { DueError } from '../errors/limit-error.ts';
import { toEpochDay } from '../instant/civil.ts';
import { toEpoch } from '../instant/to-epoch.ts';
import { DAY, type EpochMs, type InstantInput } from '../instant/types.ts';
import { checkDueOptions } from './check-due-options.ts';
import { conventionOf } from './convention-of.ts';
import { countedBy } from './counted-by.ts';
import { countings } from './countings.ts';
import { extendDue, type Grant } from './extend-due.ts';
import { toLimit } from './parse-limit.ts';
import { pausesUntil, type Stop, unitePauses } from './pauses.ts';
import { reckonDue } from './reckon.ts';
import { reckonBefore } from './reckon-before.ts';
import type { Reckoning } from './reckoning.ts';
import { toCounting } from './to-counting.ts';
import type { Counting, CountingName, Due, DueMoment, Extension, LimitInput, Pause } from './types.ts';

/** By which calendar and convention a limit is counted, and what stopped or moved the clock. */
export interface DueOptions {
  readonly calendar: Calendar | CalendarSpec;
  /** Default: `'standard'`. */
  readonly counting?: CountingName | Counting;
  /** In any order; they may overlap. One that hasn't ended counts up to `asOf`. */
  readonly pauses?: readonly Pause[];
  /** In any order; each acts only if it happens before the due instant then in force. */
  readonly extensions?: readonly Extension[];
  /** `'before'`: the latest instant that is still the limit's length before `from`. */
  readonly direction?: 'after' | 'before';
  /** With `direction: 'before'`: whole days must lie between. */
  readonly clearDays?: boolean;
  readonly asOf?: InstantInput;
}

/**
 * The last instant that keeps a limit counted from `from`, with the convention and the steps that lead there.
 *
 * Seconds to hours run in elapsed time, working ones in the calendar's working time; days, weeks and months follow
 * the counting convention. Pauses stop the clock. `provisional` is there only when dates were used for which a
 * holiday source has published nothing; `sources` tells of which revision the sources were. What comes back can be
 * stored as JSON and counted again: see `compareCalendars`.
 *
 * @throws LimitError `limit.option`, `limit.unknown-key` for options; InstantError, LimitError, CalendarError for what
 * can't be taken as given, and for results outside 1970 to 2199.
 * @example
 * dueAt('2026-09-29T16:40:00+08:00', '5 working days', { calendar: office }).at // => 2026-10-12T10:00:00.000Z
 */
export function dueAt(from: InstantInput, limit: LimitInput, options: DueOptions): Due {
  checkDueOptions(options);
  const timetable = timetableOf(options.calendar);
  const counting =
    options.counting === undefined ? countings.standard : toCounting(options.counting, ['counting']);
  const start = toEpoch(from, ['from']);
  const terms = { from: start, limit: toLimit(limit, ['limit']), timetable, counting, trace: true };
  const backward = options.direction === 'before';
  const pauses = backward ? [] : readPauses(options);
  const grants = backward ? [] : readExtensions(options.extensions ?? [], timetable);
  const due = backward ? before(terms, options) : after(terms, options, pauses, grants);
  const limits = [terms.limit, ...grants.flatMap(({ grant }) => ('more' in grant ? grant.more : []))];
  const sources = countedBy(limits, counting, timetable);
  return {
    at: new Date(due.at),
    limit: terms.limit,
    from: new Date(start),
    timeZone: timetable.zone.name,
    counting,
    ...conventionOf(counting),
    ...(backward && { direction: 'before' }),
    ...(options.clearDays !== undefined && { clearDays: options.clearDays }),
    ...(pauses.length > 0 && { pauses: pauses.map(([a, b]) => [new Date(a), new Date(b)] as const) }),
    ...(grants.length > 0 && { extensions: grants.map(toExtension) }),
    ...(due.provisional && { provisional: due.provisional }),
    ...(sources.length > 0 && { sources }),
    steps: due.steps!,
  };
}

function toExtension({ at, grant }: Granted): NonNullable<Due['extensions']>[number] {
  return 'more' in grant
    ? { at: new Date(at), duration: grant.more }
    : { at: new Date(at), until: new Date(grant.until) };
}

function before(terms: Reckoning, { pauses, extensions, clearDays }: DueOptions): DueMoment {
  for (const [given, list] of Object.entries({ pauses, extensions })) {
    if (list !== undefined && list.length > 0)
      throw new DueError('limit.backward', { given }, { path: [given] });
  }
  return reckonBefore({ ...terms, clearDays });
}

function after(
  terms: Reckoning,
  options: DueOptions,
  pauses: readonly Stop[],
  grants: readonly Granted[],
): DueMoment {
  if (options.clearDays !== undefined) {
    const place = { path: ['clearDays'], hint: "It goes with direction: 'before'" };
    throw new DueError('limit.option', { given: options.clearDays, expected: 'nothing' }, place);
  }
  const done: Granted[] = [];
  for (const granted of grants) {
    const inForce = evaluate(terms, pausesUntil(pauses, granted.at), done);
    if (granted.at >= inForce.at) continue;
    if ('until' in granted.grant && granted.grant.until <= inForce.at) continue;
    done.push(granted);
  }
  return evaluate(terms, pauses, done);
}

interface Granted {
  readonly at: EpochMs;
  readonly grant: Grant;
}

/** Due with the extensions granted so far; what came before an `until` was settled when that was granted. */
function evaluate(terms: Reckoning, pauses: readonly Stop[], granted: readonly Granted[]): DueMoment {
  const fixed = granted.findLast(({ grant }) => 'until' in grant);
  let due = reckonDue({ ...terms, pauses: fixed === undefined ? pauses : pausesUntil(pauses, fixed.at) });
  for (const { grant } of granted) due = extendDue(due, grant, { ...terms, pauses });
  return due;
}

function readPauses({ pauses = [], asOf }: DueOptions): readonly Stop[] {
  const now = asOf === undefined ? undefined : toEpoch(asOf, ['asOf']);
  return unitePauses(pauses.map((pause, index) => readPause(pause, now, index)));
}

function readPause(pause: Pause, now: EpochMs | undefined, index: number): Stop {
  const path = ['pauses', index];
  if (!Array.isArray(pause) || pause.length !== 2)
    throw new DueError('limit.pause', { given: pause }, { path });
  const from = toEpoch(pause[0], [...path, 0]);
  if (pause[1] !== null) {
    const to = toEpoch(pause[1], [...path, 1]);
    if (to < from) throw new DueError('limit.pause', { given: `${pause[0]} to ${pause[1]}` }, { path });
    return [from, to];
  }
  if (now === undefined) throw new DueError('limit.open-pause', undefined, { path });
  return [from, Math.max(from, now)];
}

function readExtensions(extensions: readonly Extension[], timetable: Timetable): readonly Granted[] {
  return extensions
    .map((extension, index) => readExtension(extension, timetable, index))
    .sort((a, b) => a.at - b.at);
}

function readExtension(extension: Extension, timetable: Timetable, index: number): Granted {
  const path = ['extensions', index];
  const { at, until, duration } = extension ?? {};
  if (at === undefined || (until === undefined) === (duration === undefined)) {
    throw new DueError('limit.extension', { given: extension }, { path });
  }
  const granted = toEpoch(at, [...path, 'at']);
  if (duration !== undefined)
    return { at: granted, grant: { more: toLimit(duration, [...path, 'duration']) } };
  return { at: granted, grant: { until: untilOf(until!, timetable, [...path, 'until']) } };
}

/** A bare date means the end of that day. */
function untilOf(until: InstantInput, timetable: Timetable, path: readonly (string | number)[]): EpochMs {
  if (typeof until === 'string' && until.length === 10)
    return toEpoch(instantAt(timetable, toEpochDay(until, path), DAY), path);
  return toEpoch(until, path);
}
