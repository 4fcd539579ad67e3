import { defineCalendar } from '../calendar/define-calendar.ts';
import type { Calendar } from '../calendar/spec.ts';
import type { Timetable } from '../calendar/timetable.ts';
import { timetableOf } from '../calendar/timetable-of.ts';
import { compileRow, type RowAnswer } from '../case/conditions.ts';
import { type CompiledLadder, compileLadder } from '../escalation/compile-ladder.ts';
import { countings } from '../limit/countings.ts';
import { toCounting } from '../limit/to-counting.ts';
import type { CompiledStandard, PolicySetting } from '../standards/kind.ts';
import { parametersIn, withParameters } from '../standards/parameters.ts';
import { compilePauses, type PauseTrack } from '../standards/pauses.ts';
import { kindsOf, kindTable } from './kinds.ts';
import { readsOf } from './reads-of.ts';
import type { Policy } from './types.ts';

/** A policy ready to judge: its calendars compiled, its standards bound to them. */
export interface PreparedPolicy {
  readonly policy: Policy;
  /** What it lends to its standards. */
  readonly setting: PolicySetting;
  /** The policy's own calendar; its zone is the policy's zone. */
  readonly timetable: Timetable;
  readonly standards: readonly CompiledStandard[];
  readonly ladders: readonly CompiledLadder[];
  /** Whether the clock of a standard brings any rung about. */
  readonly timed: boolean;
  /** The event types that its standards name, each with the number by which timelines know it. */
  readonly codes: ReadonlyMap<string, number>;
  /** The pauses by events that its standards know, each rule once; `paused` and `resumed` if none names them. */
  readonly pauses: readonly PauseTrack[];
  /** What its ladders and KPIs ask of a case's attributes. */
  readonly reads: readonly RowAnswer[];
}

/** Each policy object is compiled once; policies are frozen, so what was compiled stays true. */
const prepared = new WeakMap<object, PreparedPolicy | null>();

/** Remembers that a document has passed all checks. */
export function markChecked(policy: Policy): Policy {
  prepared.set(policy, null);
  return policy;
}

export const isChecked = (policy: Policy): boolean => prepared.has(policy);

/** The compiled form of a checked policy. */
export function preparePolicy(policy: Policy): PreparedPolicy {
  const known = prepared.get(policy);
  if (known) return known;
  const codes = new Map<string, number>();
  const tracks = new Map<string, PauseTrack>();
  const setting = settingOf(policy, codes, tracks);
  const kinds = kindTable(kindsOf(policy));
  const filled = <T>(part: T) => withParameters(part, setting.parameter, (unset) => unset);
  const standards = policy.standards.map((given) => kinds[given.kind]!.compile(filled(given), setting));
  const ladders = (policy.ladders ?? []).map((ladder) => compileLadder(filled(ladder), setting));
  const fresh = {
    policy,
    setting,
    timetable: setting.timetable(),
    standards,
    ladders,
    timed: (policy.ladders ?? []).some(({ rungs }) => rungs.some((rung) => 'at' in rung)),
    codes,
    pauses: pausesOf(tracks),
    reads: readsOf(policy, setting.parameter),
  };
  prepared.set(policy, fresh);
  return fresh;
}

/** Nobody may have to know about pauses for it to be odd that one is never closed. */
function pausesOf(tracks: ReadonlyMap<string, PauseTrack>): PauseTrack[] {
  const known = [...tracks.values()].filter(({ types }) => types.length > 0);
  const usual = known.some(({ types }) => types.includes('paused'));
  return usual ? known : [...known, compilePauses({ on: 'paused', off: 'resumed' })];
}

/** What is known by a key, made when it is first asked for. */
function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** What a policy lends to its parts; it keeps the numbers and the pauses that they ask for. */
function settingOf(
  policy: Policy,
  codes: Map<string, number>,
  tracks: Map<string, PauseTrack>,
): PolicySetting {
  const own = defineCalendar(policy.calendar);
  const named = new Map<string, Calendar>(
    Object.entries(policy.calendars ?? {}).map(([name, spec]) => [name, defineCalendar(spec)]),
  );
  const counting = policy.counting === undefined ? countings.standard : toCounting(policy.counting);
  const rows = new Map<string, RowAnswer>();
  const calendar = (name?: string) => (name === undefined ? own : named.get(name)!);
  return {
    calendar,
    timetable: (name) => timetableOf(calendar(name)),
    counting: (given) => (given === undefined ? counting : toCounting(given)),
    pauses: (rule) => kept(tracks, JSON.stringify(rule), () => compilePauses(rule)),
    row: (when) => kept(rows, JSON.stringify(when), () => compileRow(when)),
    codeOf: (type) => kept(codes, type, () => codes.size + 1),
    parameter: parametersIn(policy.parameters),
  };
}
